import type { Match } from '../../search/index/candidate.ts';
import { type Question, weighSaidTerms } from '../question/question.ts';
import { isSmallTalk } from '../question/small-talk.ts';
import { type RankedCandidate, toMatch } from './ranked-candidate.ts';

const MOST = 3;
/** How many of the best are looked at. */
const LOOKED_AT = 12;
/** What says less than this of what is asked, by the weight of the words, is about something else. */
const LEAST_SAID = 0.5;
/** What is judged to answer with a lower logit is about something else. */
const LEAST_JUDGED = -2;

/**
 * Those of the ranked facts that are about what was asked though they may not answer it, one of a section, best first, at most three; none
 * where no article says half of what is asked in one place.
 */
export function findNearest(question: Question, ranked: readonly RankedCandidate[]): readonly Match[] {
  if (question.terms.length === 0 || isSmallTalk(question.words)) return [];
  const sections = new Map<string, RankedCandidate>();
  for (const each of ranked.slice(0, LOOKED_AT)) {
    const { fact } = each.candidate;
    const section = JSON.stringify([fact.path, fact.headings]);
    if (!sections.has(section) && isNear(question, each)) sections.set(section, each);
  }
  return [...sections.values()].slice(0, MOST).map((each) => toMatch(each, ranked[0]));
}

/** By what it means where that was judged, else by its words. */
function isNear(question: Question, { candidate, judgement }: RankedCandidate): boolean {
  return judgement === null
    ? weighSaidTerms(question, candidate.saidAround) >= LEAST_SAID
    : judgement.answers >= LEAST_JUDGED;
}
