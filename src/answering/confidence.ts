import type { Outcome } from './answer.ts';
import type { Evidence } from './evidence.ts';

/**
 * From here on a passage is given as the answer, and as the closest one. Questions about something else entirely
 * then get an answer in 1–6 % of the cases and at least a closest passage in 4–15 % (`nqopen-dev-questions`, `clinc150-oos`
 * against `xquad-en` and `squad11-dev`), and four in five right sentences are given as the answer.
 */
const ANSWERED_FROM = 0.35;
const UNSURE_FROM = 0.25;

/**
 * The probability that a match answers the question, 0 to 1. Logistic regression, fitted to whether the first match
 * was right on `squad11-dev`, `xquad-en`, `nq-qed-dev` and `customs-dev`, with foreign and near-miss questions as
 * wrong ones. A sentence without the date, number or name that is asked for weighs twice its fitted 0.5: shown as
 * the answer it reads worse than a closest passage does.
 */
export function confidenceOf({ said, saidAround, missing, holdsAnswer }: Evidence): number {
  const lacksDetail = holdsAnswer === false ? 1 : 0;
  return 1 / (1 + Math.exp(3.2 - 3.4 * said - 1.8 * saidAround + 2.6 * missing + lacksDetail));
}

/** What a confidence is good enough for. */
export function outcomeOf(confidence: number): Outcome {
  if (confidence >= ANSWERED_FROM) return 'answered';
  return confidence >= UNSURE_FROM ? 'unsure' : 'unknown';
}
