import type { FactBase } from '../search/fact-base.ts';
import { probabilityOf } from './probability.ts';
import { type Question, saidShare } from './question.ts';
import type { Ranked } from './ranking/ranked.ts';

/**
 * A straight line over how much of the question the best fact says, how much is said around it, how long the question is and how far the best
 * leads: fitted to `natural-train` and `squad11-train44`. The area under the ROC curve is .80 on `natural` and on `xquad-en`.
 */
const LINE = { start: -5.2, said: 2.5, around: 2.2, words: 1, lead: 0.5 } as const;
/** A longer lead tells no more. */
const MOST_LEAD = 5;

/** How sure it is, 0 to 1, by words alone, that the best of the ranked facts, of which there is one at least, answers. */
export function confidenceByWords(base: FactBase, question: Question, ranked: readonly Ranked[]): number {
  const [best, second] = ranked;
  if (best === undefined) throw new RangeError('nothing was found');
  const lead = best.score - (second?.score ?? Number.NEGATIVE_INFINITY);
  return probabilityOf(
    LINE.start +
      LINE.said * saidShare(base, question, best.candidate.said) +
      LINE.around * saidShare(base, question, best.candidate.saidAround) +
      LINE.words * Math.log(1 + question.terms.length) +
      LINE.lead * Math.min(MOST_LEAD, lead),
  );
}
