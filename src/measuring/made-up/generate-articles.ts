import { type Article, NO_METADATA } from '../../knowledge/article/article.ts';
import { splitIntoFacts } from '../../knowledge/article/facts.ts';
import { renderNote } from '../../knowledge/article/note.ts';
import { buildPlainParagraphs } from '../../knowledge/paragraphs/paragraphs.ts';
import { capitalise } from '../../text/layout/printable.ts';
import { MONTHS } from '../../text/words/word-lists.ts';
import { pickItem, pickNumber, type Random } from '../kit/random.ts';

type NextWord = () => string;

/** Shorter words at the end of a sentence may be read as abbreviations, and sentences run together. */
const LAST_WORD_LETTERS = 5;
const NUMBER_SHARE = 0.2;
const DATE_SHARE = 0.1;
const COMMA_SHARE = 0.06;

/**
 * Makes up articles that hold exactly `factCount` facts together, the same for the same random numbers. They have about five sentences a paragraph,
 * twenty paragraphs an article and sixteen words a sentence; the frequencies of words follow Zipf's law. No article has more than `mostEach` facts,
 * at least 1. Where that is below 48, each article but the last has exactly as many.
 */
export function generateArticles(
  factCount: number,
  random: Random,
  { mostEach = Number.POSITIVE_INFINITY }: { readonly mostEach?: number } = {},
): readonly Article[] {
  const nextWord = createZipfPicker(makeVocabulary(computeVocabularySize(factCount), random), random);
  const articles: Article[] = [];
  for (let missing = factCount; missing > 0; ) {
    const paragraphs: string[] = [];
    let wanted = Math.min(missing, mostEach);
    missing -= wanted;
    for (let open = pickNumber(random, 16, 24); open > 0 && wanted > 0; open--) {
      const sentences = Math.min(wanted, pickNumber(random, 3, 7));
      paragraphs.push(Array.from({ length: sentences }, () => makeSentence(nextWord, random)).join(' '));
      wanted -= sentences;
    }
    // The article may be full before it has all of its facts.
    missing += wanted;
    articles.push(toArticle(articles.length, makeTitle(nextWord, random), paragraphs));
  }
  return articles;
}

/** Renders a made-up article as the file of a moderator's note: Markdown with front matter. */
export function renderArticleFile({ title, paragraphs }: Article): string {
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n\n');
  return renderNote({ title, text, url: null, captured: '2026-11-24' });
}

function makeSentence(nextWord: NextWord, random: Random): string {
  const words = Array.from({ length: pickNumber(random, 7, 23) }, nextWord);
  const insert = (word: string): void => {
    words.splice(pickNumber(random, 1, words.length), 0, word);
  };
  if (random() < NUMBER_SHARE) insert(pickNumber(random, 2, 99_999).toLocaleString('en'));
  if (random() < DATE_SHARE)
    insert(`on ${pickNumber(random, 1, 28)} ${pickItem(random, MONTHS)} ${pickNumber(random, 1850, 2025)}`);
  words.push(makeLongWord(nextWord));
  return `${capitalise(words.map((word) => (random() < COMMA_SHARE ? `${word},` : word)).join(' ')).replace(/,$/, '')}.`;
}

function makeTitle(nextWord: NextWord, random: Random): string {
  return capitalise(Array.from({ length: pickNumber(random, 2, 5) }, () => makeLongWord(nextWord)).join(' '));
}

function makeLongWord(nextWord: NextWord): string {
  for (;;) {
    const word = nextWord();
    if (word.length >= LAST_WORD_LETTERS) return word;
  }
}

/** Builds the article that reading the file from the knowledge folder would give. */
function toArticle(number: number, title: string, paragraphs: readonly string[]): Article {
  const path = `article-${number + 1}.txt`;
  const placed = buildPlainParagraphs(paragraphs);
  return { path, title, ...NO_METADATA, paragraphs: placed, facts: splitIntoFacts(path, placed) };
}

/**
 * Creates a picker that follows Zipf's law: it picks the second item half as often as the first, the third a third as often.
 *
 * @see https://en.wikipedia.org/wiki/Zipf%27s_law
 */
function createZipfPicker<T>(items: readonly T[], random: Random): () => T {
  const cumulative = new Float64Array(items.length);
  let total = 0;
  for (let rank = 1; rank <= items.length; rank++) {
    total += 1 / rank;
    cumulative[rank - 1] = total;
  }
  return () => {
    const item = items[findFirstAbove(cumulative, random() * total)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
}

/** Returns the first index in `ascending` with more than `value`; the last index where there is none. */
function findFirstAbove(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** About sixty function words of English, most frequent first. */
const FUNCTION_WORDS =
  `the of and to in a is that for it as was with be by on not his but at are this have from or
  had an they which one were all their there been has when who will no more if out so what about than into them
  can only other these two may then do any now such our over most after between through where both while under`.split(
    /\s+/,
  );

const ONSETS = 'b c d f g h j k l m n p r s t v w b c d l m n p r s t ch st tr pr br cl th gr sh'.split(' ');
const VOWELS = 'a e i o u a e i o u ai ea ee ou'.split(' ');
const CODAS = [...Array.from({ length: 10 }, () => ''), ...'l m n r s t nd nt rt st'.split(' ')];
/** Endings that stemming removes. */
const ENDINGS = ['', '', '', '', '', 's', 's', 'ed', 'ing', 'ly', 'tion', 'ment', 'er'];
const NAME_SHARE = 0.08;
/** Leaves room for made-up words beside the English ones. */
const MIN_WORDS = 200;

/**
 * Returns how many distinct words a base has: about 40,000 in 100,000 sentences, fewer in a smaller base, by Heaps' law.
 *
 * @see https://en.wikipedia.org/wiki/Heaps%27_law
 */
export function computeVocabularySize(factCount: number): number {
  return Math.max(MIN_WORDS, Math.round(40_000 * (factCount / 100_000) ** 0.6));
}

/**
 * Makes up `size` distinct words, most frequent first: English function words, then made-up words, some of them names with a capital. Every made-up
 * word has at least four letters.
 */
export function makeVocabulary(size: number, random: Random): readonly string[] {
  const words = new Set(FUNCTION_WORDS.slice(0, size));
  while (words.size < size) {
    const word = makeUpWord(random);
    if (word.length >= 4) words.add(random() < NAME_SHARE ? capitalise(word) : word);
  }
  return [...words];
}

function makeUpWord(random: Random): string {
  const syllables = Array.from(
    { length: pickNumber(random, 1, 3) },
    () => pickItem(random, ONSETS) + pickItem(random, VOWELS) + pickItem(random, CODAS),
  );
  return syllables.join('') + pickItem(random, ENDINGS);
}
