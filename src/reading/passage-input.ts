import type { WordVectors } from '../learned/word-vectors.ts';
import { YEAR } from '../text/numbers.ts';
import type { QuestionInput } from './question-input.ts';
import { readTokens, type Token } from './tokens.ts';

/** One sentence to read, with what surrounds it. */
export interface Passage {
  readonly text: string;
  /** The stems of what the sentence need not repeat: its title, headings and the sentence before. */
  readonly around: ReadonlySet<string>;
}

/** What the reader sees of a sentence beside a question. */
export interface PassageInput {
  readonly tokens: readonly Token[];
  /** The number of each token's vector; -1 for those that have none. */
  readonly words: readonly number[];
  /** {@link TOKEN_FEATURES} numbers from 0 to 1 for each token. */
  readonly features: Float32Array;
  /** For each token, its likeness to every token of the question, -1 to 1: 1 for the first with the same stem. */
  readonly likeness: Float32Array;
}

export const TOKEN_FEATURES = 19;
const IS_YEAR = new RegExp(`^${YEAR}$`);
/** Longer sentences are read up to here. */
const MAX_TOKENS = 160;

/** Lays a sentence beside a question. */
export function passageInput(question: QuestionInput, passage: Passage, vectors: WordVectors): PassageInput {
  const tokens = readTokens(passage.text, MAX_TOKENS);
  const words = tokens.map(({ folded }) => vectors.indexOf(folded));
  const likeness = likenessTable(question, { tokens, words }, vectors);
  const matches = tokens.map((token) => token.stem !== '' && question.stems.has(token.stem));
  const nearBefore = nearness(matches);
  const nearBehind = nearness(matches.toReversed()).toReversed();
  const [said, saidAround] = coverage(question, tokens, passage.around);
  const features = new Float32Array(tokens.length * TOKEN_FEATURES);
  for (const [index, { folded, spelling, stem, isContent }] of tokens.entries()) {
    const row = [
      question.folded.has(folded),
      matches[index] ?? false,
      Math.max(0, closest(question, likeness, index)),
      isContent,
      /^\p{Lu}/u.test(spelling),
      /^\p{Lu}/u.test(spelling) && index > 0,
      /^[\p{Lu}.]{2,}$/u.test(spelling),
      /\d/.test(spelling),
      IS_YEAR.test(spelling),
      stem === '',
      (words[index] ?? 0) < 0,
      vectors.rarity(words[index] ?? -1),
      passage.around.has(stem) && isContent,
      nearBefore[index] ?? 0,
      nearBehind[index] ?? 0,
      index === 0,
      said,
      saidAround,
      Math.min(1, tokens.length / 60),
    ];
    features.set(row.map(Number), index * TOKEN_FEATURES);
  }
  return { tokens, words, features, likeness };
}

function likenessTable(
  question: QuestionInput,
  { tokens, words }: Pick<PassageInput, 'tokens' | 'words'>,
  vectors: WordVectors,
): Float32Array {
  const count = question.words.length;
  const table = new Float32Array(words.length * count);
  for (const [row, word] of words.entries()) {
    for (const [column, asked] of question.words.entries())
      table[row * count + column] = vectors.similarity(word, asked);
    // Names and numbers have no vectors, and the forms of a word have several.
    const same = question.placeOf.get(tokens[row]?.stem ?? '');
    if (same !== undefined) table[row * count + same] = 1;
  }
  return table;
}

/** The greatest likeness of token `index` to a content word of the question. */
function closest({ words, isContent }: QuestionInput, likeness: Float32Array, index: number): number {
  let best = 0;
  for (let column = 0; column < words.length; column++) {
    if (isContent[column]) best = Math.max(best, likeness[index * words.length + column] ?? 0);
  }
  return best;
}

/** 1 at a match, falling with the distance from the last one before it; 0 where there is none. */
function nearness(matches: readonly boolean[]): readonly number[] {
  let distance = Number.POSITIVE_INFINITY;
  return matches.map((isMatch) => {
    distance = isMatch ? 0 : distance + 1;
    return 1 / (1 + distance);
  });
}

/** How much of the question's content the sentence holds, and how much with what surrounds it, rare words counting more. */
function coverage(
  { weights }: QuestionInput,
  tokens: readonly Token[],
  around: ReadonlySet<string>,
): readonly [said: number, saidAround: number] {
  const stems = new Set(tokens.map((token) => token.stem));
  let [total, said, saidAround] = [0, 0, 0];
  for (const [stemmed, weight] of weights) {
    total += weight;
    if (stems.has(stemmed)) said += weight;
    if (stems.has(stemmed) || around.has(stemmed)) saidAround += weight;
  }
  return total === 0 ? [0, 0] : [said / total, saidAround / total];
}
