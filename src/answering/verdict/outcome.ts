import type { Strictness } from '../../server-settings/settings-table.ts';
import type { Outcome } from '../question/answer.ts';
import type { Evidence } from './evidence.ts';

/** The confidences, 0 to 1, from which on a passage is shown as the answer, and as the closest one. */
export interface Thresholds {
  readonly answered: number;
  readonly unsure: number;
}

/** The documented figures are for `balanced`; a table compares the other two. */
export const THRESHOLDS: Readonly<Record<Strictness, Thresholds>> = {
  strict: { answered: 0.75, unsure: 0.55 },
  balanced: { answered: 0.46, unsure: 0.4 },
  lenient: { answered: 0.35, unsure: 0.28 },
};

/** The least probability of a short answer that is shown. */
const SHOWN_FROM = 0.75;

/** With any of these doubts, a passage is the closest one at most, however well its words fit. `Evidence` explains them. */
const DOUBTS = ['isOnlyIntroduction', 'isNarrowed', 'isOpposite', 'surelyLacks'] as const;
/** The doubts about a passage, besides the confidence in it. */
interface Doubts extends Pick<Evidence, 'isOnlyIntroduction' | 'isNarrowed' | 'isOpposite' | 'saysLongForm'> {
  /** Whether the passage lacks what is asked for, and the reader has not judged that it answers all the same. */
  readonly surelyLacks: boolean;
}

/**
 * Decides the outcome for a confidence, 0 to 1. With a doubt, a passage is the closest one at most. A passage that says the words of a
 * long form is the closest one at least: nothing else may explain the short form.
 */
export function decideOutcome(confidence: number, known: Doubts, strictness: Strictness): Outcome {
  const { answered, unsure } = THRESHOLDS[strictness];
  const isWhole = !DOUBTS.some((doubt) => known[doubt]);
  if (confidence >= answered && isWhole) return 'answered';
  return confidence >= unsure || known.saysLongForm ? 'unsure' : 'unknown';
}

/** Maps a confidence, 0 to 1, into the range of `unsure`, in the same order. */
export function limitToUnsure(confidence: number, strictness: Strictness): number {
  const { answered, unsure } = THRESHOLDS[strictness];
  // Never as much as an answer needs.
  return unsure + (answered - unsure) * Math.min(confidence, 0.99);
}

/** Returns whether a short answer that is right with this probability is worth showing. A wrong one is worse than none. */
export function isWorthShowing(probability: number): boolean {
  return probability >= SHOWN_FROM;
}
