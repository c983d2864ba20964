import type { WordVectors } from '../../learned/word-vectors.ts';
import type { Term } from '../../search/terms.ts';
import type { RelatedWord } from '../../search/wanted-terms.ts';
import { stem } from '../../text/stems.ts';

/** What a word that is used like one of the question's counts beside it, times their likeness: tuned on `customs-paraphrase-dev`. */
const WEIGHT = 0.3;
/** Words less alike than this are of the same subject, no more. */
const LEAST_LIKENESS = 0.5;

/** Words that mean about the same as those of the question; they widen the search to sentences in other words. */
export function relatedWords(vectors: WordVectors, terms: readonly Term[]): readonly RelatedWord[] {
  return terms.flatMap(({ folded }) => {
    const word = vectors.indexOf(folded);
    return vectors
      .neighbours(word)
      .map((other) => ({
        stem: stem(vectors.wordAt(other)),
        weight: WEIGHT * vectors.similarity(word, other),
      }))
      .filter(({ weight }) => weight >= WEIGHT * LEAST_LIKENESS);
  });
}
