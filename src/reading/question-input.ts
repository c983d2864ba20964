import type { WordVectors } from '../learned/word-vectors.ts';
import { readTokens } from './tokens.ts';

/** What the reader sees of a question. */
export interface QuestionInput {
  /** The number of each token's vector; -1 for those that have none. */
  readonly words: readonly number[];
  readonly isContent: readonly boolean[];
  /** {@link QUESTION_FEATURES} numbers from 0 to 1 for each token. */
  readonly features: Float32Array;
  readonly folded: ReadonlySet<string>;
  /** The stems of its content words. */
  readonly stems: ReadonlySet<string>;
  /** The number of the first token with each stem, of words that only shape the question too; marks have none. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** How much each of these stems matters, above 0. */
  readonly weights: ReadonlyMap<string, number>;
}

export const QUESTION_FEATURES = 5;
/** What follows is not read. */
const MAX_TOKENS = 40;

/** Prepares a question, whose misspelt words have been replaced, for any number of sentences. */
export function questionInput(text: string, vectors: WordVectors): QuestionInput {
  const tokens = readTokens(text, MAX_TOKENS);
  const words = tokens.map(({ folded }) => vectors.indexOf(folded));
  const features = new Float32Array(tokens.length * QUESTION_FEATURES);
  const weights = new Map<string, number>();
  const placeOf = new Map<string, number>();
  for (const [index, { spelling, stem, isContent }] of tokens.entries()) {
    const word = words[index] ?? -1;
    const row = [
      isContent,
      /^\p{Lu}/u.test(spelling) && index > 0,
      /\d/.test(spelling),
      word < 0,
      vectors.rarity(word),
    ];
    features.set(row.map(Number), index * QUESTION_FEATURES);
    if (stem !== '' && !placeOf.has(stem)) placeOf.set(stem, index);
    if (isContent) weights.set(stem, 0.1 + vectors.rarity(word));
  }
  return {
    words,
    isContent: tokens.map((token) => token.isContent),
    features,
    folded: new Set(tokens.map(({ folded }) => folded)),
    stems: new Set(weights.keys()),
    placeOf,
    weights,
  };
}
