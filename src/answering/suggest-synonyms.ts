import { type ByteVector, type Encoders, toBytes } from '../encoders/encoders.ts';
import type { Candidate } from '../search/index/candidate.ts';
import { selectHighest } from '../search/index/select-highest.ts';
import { VectorIndex } from '../search/index/vector-index.ts';
import { isEnglishWord } from '../text/words/english-words.ts';
import { isFunctionWord } from '../text/words/word-lists.ts';
import { splitWords, type Word } from '../text/words/words.ts';
import type { Question } from './question/question.ts';
import { toReadText } from './reading/fact-vectors.ts';

/** A word of an asker that no article holds, with what it may stand for in the articles. */
export interface SynonymSuggestion {
  /** In small letters. */
  readonly word: string;
  /** Words of the passage, the likeliest first. Never empty. */
  readonly meanings: readonly string[];
}

const MAX_WORDS = 2;
const MAX_MEANINGS = 3;
/** Each phrase is embedded (4 ms), and the most similar ones are read (8 ms). */
const MAX_PHRASES = 24;
const MAX_READ = 10;
const MAX_PHRASE_CHARS = 40;
/** How much similarity weighs beside the reader's logit. Chosen on twelve made-up questions; not tuned. */
const SIMILARITY_WEIGHT = 5;

/**
 * Suggests what the words of a question that no article holds stand for, given the fact that answers it. The best phrase of the fact is the
 * one that makes the fact the surest answer once it stands in place of the word, and that is most similar to it. Phrases that make the fact
 * no surer are left out. Takes some 0.2 s for each word.
 */
export async function suggestSynonyms(
  question: Question,
  { found, encoders }: { readonly found: Found; readonly encoders: Encoders },
): Promise<readonly SynonymSuggestion[]> {
  if (question.isOtherLanguage) return [];
  const suggestions: SynonymSuggestion[] = [];
  for (const word of selectMissing(question).slice(0, MAX_WORDS)) {
    const meanings = await rankMeanings(question, { word, found, encoders });
    if (meanings.length > 0) suggestions.push({ word: word.folded, meanings });
  }
  return suggestions;
}

/** Selects the words that no article holds. Where some are no common words of English, such as “ip”, only they are likely to have a synonym. */
function selectMissing({ terms }: Question): readonly Word[] {
  const missing = terms.filter(({ kind }) => kind === 'missing').map(({ word }) => word);
  const special = missing.filter(({ folded }) => !isEnglishWord(folded));
  return special.length > 0 ? special : missing;
}

type Found = Pick<Candidate, 'fact' | 'article' | 'index'>;

async function rankMeanings(
  question: Question,
  { word, found, encoders }: { readonly word: Word; readonly found: Found; readonly encoders: Encoders },
): Promise<readonly string[]> {
  const passage = toReadText(question.base, found);
  const judge = async (spelt: string): Promise<number> => {
    const [judgement] = await encoders.read(spelt, [passage]);
    return judgement?.answers ?? Number.NEGATIVE_INFINITY;
  };
  const phrases = collectPhrases(`${passage.text} ${passage.before}`);
  const vectors: ByteVector[] = [];
  for (const phrase of phrases) vectors.push(toBytes(await encoders.embedQuestion(phrase)));
  const similarities = new VectorIndex(vectors).computeSimilarities(
    await encoders.embedQuestion(word.folded),
  );
  const asTyped = await judge(question.spelt);
  const meanings: { readonly phrase: string; readonly score: number }[] = [];
  for (const index of selectHighest(similarities, MAX_READ)) {
    const phrase = phrases[index] ?? '';
    const answers = await judge(replaceWord(question.spelt, word, phrase));
    const score = answers + SIMILARITY_WEIGHT * (similarities[index] ?? 0);
    if (answers > asTyped) meanings.push({ phrase, score });
  }
  const bestFirst = meanings.toSorted((one, other) => other.score - one.score);
  return bestFirst.slice(0, MAX_MEANINGS).map(({ phrase }) => phrase);
}

/** Collects the words of a text and its pairs of words, each once, without those that begin or end with a small word. */
function collectPhrases(text: string): readonly string[] {
  const words = splitWords(text);
  const phrases = new Map<string, string>();
  for (const [index, first] of words.entries())
    for (const last of [first, words[index + 1]]) {
      if (last === undefined || !isTelling(first) || !isTelling(last)) continue;
      const phrase = text.slice(first.start, last.end);
      const isOneLine = phrase.length <= MAX_PHRASE_CHARS && !/[\n.!?:;,]\s/.test(phrase);
      if (isOneLine && !phrases.has(phrase.toLowerCase())) phrases.set(phrase.toLowerCase(), phrase);
    }
  return [...phrases.values()].slice(0, MAX_PHRASES);
}

function isTelling({ folded }: Word): boolean {
  return /\p{L}/u.test(folded) && !isFunctionWord(folded);
}

function replaceWord(text: string, { start, end }: Word, phrase: string): string {
  return text.slice(0, start) + phrase + text.slice(end);
}
