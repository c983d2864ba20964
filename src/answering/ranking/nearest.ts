import type { Match } from '../../search/index/candidate.ts';
import { type Question, weighSaidTerms } from '../question/question.ts';
import { isSmallTalk } from '../question/small-talk.ts';
import { type RankedCandidate, toMatch } from './ranked-candidate.ts';

const MOST = 3;
/** How many of the best facts are looked at. */
const LOOKED_AT = 12;
/** The least share of the question, by the weight of its words, that a fact must say to be about it. */
const LEAST_SAID = 0.5;
/** The least logit of the reader for a fact to be about the question. */
const LEAST_JUDGED = -2;

/**
 * Finds the ranked facts that are about the question though they may not answer it: one per section, best first, at most three. Returns
 * none if no article says half of the question in one place.
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

/** Judges by the reader if it read the fact, else by the words. */
function isNear(question: Question, { candidate, judgement }: RankedCandidate): boolean {
  return judgement === null
    ? weighSaidTerms(question, candidate.saidAround) >= LEAST_SAID
    : judgement.answers >= LEAST_JUDGED;
}
