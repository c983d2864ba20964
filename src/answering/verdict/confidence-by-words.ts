import { toProbability } from '../question/probability.ts';
import { type Question, weighSaidTerms } from '../question/question.ts';
import type { RankedCandidate } from '../ranking/ranked-candidate.ts';

/**
 * A straight line over how much of the question the best fact says, how much is said around it, how long the question is and how far the best
 * leads: fitted to `natural-train` and `squad11-train44`, then rounded so that one word alone is not enough for an answer. The area under the ROC
 * curve is .84 on `natural`.
 */
const LINE = { start: -5.6, said: 2.2, around: 1.8, words: 1.5, lead: 0.45 } as const;
/** A longer lead tells no more, and one over nothing tells little. */
const MOST_LEAD = 5;
const LEAD_ALONE = 1;

/**
 * The probability, 0 to 1, that the first of `ranked` answers, judged by words alone.
 *
 * @throws {RangeError} where `ranked` is empty
 */
export function computeConfidenceByWords(question: Question, ranked: readonly RankedCandidate[]): number {
  const [best, second] = ranked;
  if (best === undefined) throw new RangeError('nothing was found');
  const lead = second === undefined ? LEAD_ALONE : best.score - second.score;
  return toProbability(
    LINE.start +
      LINE.said * weighSaidTerms(question, best.candidate.said) +
      LINE.around * weighSaidTerms(question, best.candidate.saidAround) +
      LINE.words * Math.log(1 + question.terms.length) +
      LINE.lead * Math.min(MOST_LEAD, lead),
  );
}
