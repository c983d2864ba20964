import type { Match } from '../../search/index/candidate.ts';
import { isSmallTalk } from '../../text/words/small-talk.ts';
import { type Question, weighSaidTerms } from '../question/question.ts';
import { type RankedCandidate, toMatch } from './ranked-candidate.ts';

const MAX_NEAREST = 3;
/** How many of the best facts are looked at. */
const MAX_LOOKED_AT = 12;
/** The least share of the question, by the weight of its words, that a fact must say to be about it. */
const MIN_SAID_SHARE = 0.5;
/** The least logit of the reader for a fact to be about the question. */
const MIN_LOGIT = -2;

/**
 * Finds the ranked facts that are about the question though they may not answer it: one per section, best first, at most three. Returns
 * none if no article says half of the question in one place.
 */
export function findNearest(question: Question, ranked: readonly RankedCandidate[]): readonly Match[] {
  if (question.terms.length === 0 || isSmallTalk(question.words)) return [];
  const sections = new Map<string, RankedCandidate>();
  for (const each of ranked.slice(0, MAX_LOOKED_AT)) {
    const { fact } = each.candidate;
    const section = JSON.stringify([fact.path, fact.headings]);
    if (!sections.has(section) && isNear(question, each)) sections.set(section, each);
  }
  return [...sections.values()].slice(0, MAX_NEAREST).map((each) => toMatch(each, ranked[0]));
}

/** Judges by the reader if it read the fact, else by the words. */
function isNear(question: Question, { candidate, judgement }: RankedCandidate): boolean {
  return judgement === null
    ? weighSaidTerms(question, candidate.saidAround) >= MIN_SAID_SHARE
    : judgement.answers >= MIN_LOGIT;
}
