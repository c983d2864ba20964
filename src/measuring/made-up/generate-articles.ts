import { type Article, NO_METADATA } from '../../knowledge/article/article.ts';
import { splitIntoFacts } from '../../knowledge/article/facts.ts';
import { buildPlainParagraphs } from '../../knowledge/paragraphs/paragraphs.ts';
import { between, pick, type Random } from '../kit/random.ts';
import { capitalised, makeVocabulary, vocabularySize } from './vocabulary.ts';
import { zipfPicker } from './zipf.ts';

type NextWord = () => string;

const MONTHS = `January February March April May June July August September October November December`.split(
  ' ',
);
/** Shorter words at the end of a sentence may be read as abbreviations, and sentences run together. */
const LAST_WORD_LETTERS = 5;
const NUMBER_SHARE = 0.2;
const DATE_SHARE = 0.1;
const COMMA_SHARE = 0.06;

/**
 * Articles that hold exactly `factCount` facts together, the same for the same row of random numbers: about five
 * sentences a paragraph and twenty paragraphs an article, sixteen words a sentence, their frequencies by Zipf's law.
 * None has more than `mostEach` facts, at least 1; where that is below 48, all have so many but for the last one.
 */
export function generateArticles(
  factCount: number,
  random: Random,
  { mostEach = Number.POSITIVE_INFINITY }: { readonly mostEach?: number } = {},
): readonly Article[] {
  const nextWord = zipfPicker(makeVocabulary(vocabularySize(factCount), random), random);
  const articles: Article[] = [];
  for (let missing = factCount; missing > 0; ) {
    const paragraphs: string[] = [];
    let wanted = Math.min(missing, mostEach);
    missing -= wanted;
    for (let open = between(random, 16, 24); open > 0 && wanted > 0; open--) {
      const sentences = Math.min(wanted, between(random, 3, 7));
      paragraphs.push(Array.from({ length: sentences }, () => makeSentence(nextWord, random)).join(' '));
      wanted -= sentences;
    }
    // What its paragraphs had no room for.
    missing += wanted;
    articles.push(toArticle(articles.length, makeTitle(nextWord, random), paragraphs));
  }
  return articles;
}

function makeSentence(nextWord: NextWord, random: Random): string {
  const words = Array.from({ length: between(random, 7, 23) }, nextWord);
  const insert = (word: string): void => {
    words.splice(between(random, 1, words.length), 0, word);
  };
  if (random() < NUMBER_SHARE) insert(between(random, 2, 99_999).toLocaleString('en'));
  if (random() < DATE_SHARE)
    insert(`on ${between(random, 1, 28)} ${pick(random, MONTHS)} ${between(random, 1850, 2025)}`);
  words.push(longWord(nextWord));
  return `${capitalised(words.map((word) => (random() < COMMA_SHARE ? `${word},` : word)).join(' ')).replace(/,$/, '')}.`;
}

function makeTitle(nextWord: NextWord, random: Random): string {
  return capitalised(Array.from({ length: between(random, 2, 5) }, () => longWord(nextWord)).join(' '));
}

function longWord(nextWord: NextWord): string {
  for (;;) {
    const word = nextWord();
    if (word.length >= LAST_WORD_LETTERS) return word;
  }
}

/** As the reader of the knowledge folder would give it. */
function toArticle(number: number, title: string, paragraphs: readonly string[]): Article {
  const path = `article-${number + 1}.txt`;
  const placed = buildPlainParagraphs(paragraphs);
  return { path, title, ...NO_METADATA, paragraphs: placed, facts: splitIntoFacts(path, placed) };
}
