import { overlapF1 } from '../../kit/word-overlap.ts';

/**
 * How well a short answer fits the accepted ones, by SQuAD's definitions: words after lower-casing and taking off
 * punctuation and articles.
 *
 * @see https://rajpurkar.github.io/SQuAD-explorer/ the official evaluation script
 */
export interface ShortAnswerScore {
  /** 0 to 1, best 1: harmonic mean of the precision and recall of words, against the accepted answer that fits best. */
  readonly f1: number;
  readonly isExact: boolean;
}

/** Scores `given` (`''` where no short answer was given) against `accepted`, of which there must be at least one. */
export function scoreShortAnswer(given: string, accepted: readonly string[]): ShortAnswerScore {
  const words = normalise(given);
  const wanted = accepted.map(normalise);
  return {
    f1: Math.max(...wanted.map((other) => overlapF1(words, other))),
    isExact: wanted.some((other) => other.join(' ') === words.join(' ')),
  };
}

function normalise(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}
