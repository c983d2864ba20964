import type { WordVectors } from '../learned/word-vectors.ts';
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
  /** For each token, its likeness to every token of the question, -1 to 1. */
  readonly likeness: Float32Array;
}

export const TOKEN_FEATURES = 19;
/** Longer sentences are read up to here. */
const MAX_TOKENS = 160;

/** Lays a sentence beside a question. */
export function passageInput(question: QuestionInput, passage: Passage, vectors: WordVectors): PassageInput {
  const tokens = readTokens(passage.text).slice(0, MAX_TOKENS);
  const words = tokens.map(({ folded }) => vectors.indexOf(folded));
  const likeness = likenessTable(question, words, vectors);
  const matches = tokens.map((token) => token.stem !== '' && question.stems.has(token.stem));
  const features = new Float32Array(tokens.length * TOKEN_FEATURES);
  const before = nearness(matches);
  const after = nearness(matches.toReversed()).toReversed();
  const [said, saidAround] = coverage(question, tokens, passage.around);
  for (const [index, token] of tokens.entries()) {
    const text = passage.text.slice(token.start, token.end);
    const own = [
      question.folded.has(token.folded),
      matches[index] ?? false,
      Math.max(0, closest(question, likeness, index)),
      token.isContent,
      /^\p{Lu}/u.test(text),
      /^\p{Lu}/u.test(text) && index > 0,
      /^[\p{Lu}.]{2,}$/u.test(text),
      /\d/.test(text),
      /^(?:1\d|20)\d\d$/.test(text),
      token.stem === '',
      (words[index] ?? 0) < 0,
      vectors.rarity(words[index] ?? -1),
      passage.around.has(token.stem) && token.isContent,
      before[index] ?? 0,
      after[index] ?? 0,
      index === 0,
      said,
      saidAround,
      Math.min(1, tokens.length / 60),
    ];
    features.set(own.map(Number), index * TOKEN_FEATURES);
  }
  return { tokens, words, features, likeness };
}

function likenessTable(
  question: QuestionInput,
  words: readonly number[],
  vectors: WordVectors,
): Float32Array {
  const count = question.words.length;
  const table = new Float32Array(words.length * count);
  for (const [row, word] of words.entries()) {
    for (const [column, asked] of question.words.entries())
      table[row * count + column] = vectors.similarity(word, asked);
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
