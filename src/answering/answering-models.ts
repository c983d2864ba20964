import type { ModelFile } from '../learned/model-file.ts';
import { Scorer, scorerWeights } from '../learned/scorer.ts';
import { WordVectors } from '../learned/word-vectors.ts';
import { Reader } from '../reading/reader.ts';
import { CONFIDENCE_FEATURES } from './confidence.ts';
import { HIGHLIGHT_FEATURES } from './highlight.ts';
import { FEATURES } from './ranking/features.ts';
import { READING_FEATURES } from './ranking/reading-features.ts';

/** Everything learned that answering needs. Immutable; one serves all fact bases. */
export interface AnsweringModels {
  readonly vectors: WordVectors;
  readonly reader: Reader;
  /** Orders what the index finds. */
  readonly firstRanker: Scorer;
  /** Orders the best of that, once they have been read. */
  readonly finalRanker: Scorer;
  /** Whether the best of these answers the question. */
  readonly confidence: Scorer;
  /** Whether the stretch that the reader points at is the answer. */
  readonly highlight: Scorer;
}

/** The files in `models/`, decoded. */
export interface ModelFiles {
  readonly wordVectors: ModelFile;
  readonly reader: ModelFile;
  readonly ranking: ModelFile;
}

/**
 * Makes the models of what their files hold.
 *
 * @throws {ModelFileError} when one of them holds something else, or was made for another version
 */
export function readModels({ wordVectors, reader, ranking }: ModelFiles): AnsweringModels {
  const vectors = new WordVectors(wordVectors);
  const scorer = (name: string, features: readonly string[]): Scorer =>
    new Scorer(scorerWeights(ranking, name), features);
  return {
    vectors,
    reader: new Reader(reader, vectors),
    firstRanker: scorer('first', FEATURES),
    finalRanker: scorer('final', READING_FEATURES),
    confidence: scorer('confidence', CONFIDENCE_FEATURES),
    highlight: scorer('highlight', HIGHLIGHT_FEATURES),
  };
}
