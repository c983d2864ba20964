import type { Outcome } from './answer.ts';
import type { Evidence } from './evidence.ts';

/**
 * From here on a passage is given as the answer, and as the closest one. Questions about something else entirely
 * then get an answer in 1–6 % of the cases and at least a closest passage in 4–15 % (`nqopen-dev-questions`, `clinc150-oos`
 * against `xquad-en` and `squad11-dev`), and four in five right sentences are given as the answer.
 */
const ANSWERED_FROM = 0.35;
const UNSURE_FROM = 0.25;

/** Weights of our own, stricter than the fitted 0.5 and 0.3: shown as the answer, such a sentence reads worse than none. */
const LACKS_DETAIL = 1;
const LEAVES_OUT_NAME = 1;

/**
 * The probability that a match answers the question, 0 to 1. Logistic regression, fitted to whether the first match
 * was right on `squad11-dev`, `xquad-en`, `nq-qed-dev` and `customs-dev`, with foreign and near-miss questions as
 * wrong ones.
 */
export function confidenceOf({ said, saidAround, missing, holdsAnswer, leavesOutName }: Evidence): number {
  const forIt = 3.4 * said + 1.8 * saidAround;
  const flaws = (holdsAnswer === false ? LACKS_DETAIL : 0) + (leavesOutName ? LEAVES_OUT_NAME : 0);
  return 1 / (1 + Math.exp(3.2 + 2.6 * missing + flaws - forIt));
}

/**
 * What a confidence is good enough for. A sentence without the date, number or name that is asked for is the
 * closest passage at most, however many words fit.
 */
export function outcomeOf(confidence: number, { holdsAnswer }: Pick<Evidence, 'holdsAnswer'>): Outcome {
  if (confidence >= ANSWERED_FROM && holdsAnswer !== false) return 'answered';
  return confidence >= UNSURE_FROM ? 'unsure' : 'unknown';
}
