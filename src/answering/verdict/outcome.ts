import type { Strictness } from '../../server-settings/settings-table.ts';
import type { Outcome } from '../question/answer.ts';
import type { Evidence } from './evidence.ts';

/** Confidences, 0 to 1, from which on a passage is given as the answer, and as the closest one. */
export interface Thresholds {
  readonly answered: number;
  readonly unsure: number;
}

/** The README's figures are for `balanced`; a table there compares the other two. */
export const THRESHOLDS: Readonly<Record<Strictness, Thresholds>> = {
  strict: { answered: 0.75, unsure: 0.55 },
  balanced: { answered: 0.46, unsure: 0.4 },
  lenient: { answered: 0.35, unsure: 0.28 },
};

/** From this probability on a short answer is shown. */
const SHOWN_FROM = 0.75;

/** With any of these a passage is the closest one at most, however well its words fit. `Evidence` tells what each means. */
const DOUBTS = ['isOnlyIntroduction', 'isNarrowed', 'isOpposite', 'surelyLacks'] as const;
/** What is known of a sentence beside the confidence in it. */
interface Doubts extends Pick<Evidence, 'isOnlyIntroduction' | 'isNarrowed' | 'isOpposite' | 'saysLongForm'> {
  /** Whether it lacks what is asked for, and nobody has read that it answers all the same. */
  readonly surelyLacks: boolean;
}

/**
 * What a confidence, 0 to 1, is good enough for. A passage about which there is a doubt is the closest one at most.
 * One that says the words of a long form is the closest one at least: nothing else may tell what the short form means.
 */
export function decideOutcome(confidence: number, known: Doubts, strictness: Strictness): Outcome {
  const { answered, unsure } = THRESHOLDS[strictness];
  const isWhole = !DOUBTS.some((doubt) => known[doubt]);
  if (confidence >= answered && isWhole) return 'answered';
  return confidence >= unsure || known.saysLongForm ? 'unsure' : 'unknown';
}

/** A confidence, 0 to 1, among those that are good for `unsure` and no more; a higher one stays higher. */
export function limitToUnsure(confidence: number, strictness: Strictness): number {
  const { answered, unsure } = THRESHOLDS[strictness];
  // Never as much as an answer needs.
  return unsure + (answered - unsure) * Math.min(confidence, 0.99);
}

/** Whether a short answer that is right with this probability is worth showing: a wrong one is worse than none. */
export function isWorthShowing(probability: number): boolean {
  return probability >= SHOWN_FROM;
}
