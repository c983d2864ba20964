import type { Match } from '../../search/index/candidate.ts';
import { isSmallTalk } from '../../text/words/filler-phrases.ts';
import { foldText } from '../../text/words/words.ts';
import { type Question, weighSaidTerms } from '../question/question.ts';
import { type RankedCandidate, toMatch } from './ranked-candidate.ts';

/**
 * From this share of the best score on, a sentence is about as good. Among the questions answered or shown the closest passage in
 * `squad11-dev` (a third of it), `nq-qed-dev` and `xquad-en`, 10, 14 and 8 % then have rivals (5, 11 and 5 % of those whose best sentence
 * is right). Where the best sentence is wrong and has rivals, the right one is among them in 45, 63 and 94 %. From .7 on, there are half
 * as many rivals, and they hold the right sentence as often.
 */
const MIN_SHARE = 0.5;
const MAX_RIVALS = 3;

/**
 * Finds the ranked facts that answer about as well as the first one but say something else, best first, at most three; mostly none. If
 * the reader read the best fact, only facts that it also read can be compared so closely.
 */
export function findRivals([best, ...others]: readonly RankedCandidate[]): readonly RankedCandidate[] {
  if (best === undefined) return [];
  const rivals: RankedCandidate[] = [];
  for (const each of others) {
    if (rivals.length === MAX_RIVALS) break;
    if (
      (each.judgement === null) !== (best.judgement === null) ||
      Math.exp(each.score - best.score) < MIN_SHARE
    )
      continue;
    if (![best, ...rivals].some((other) => saysTheSame(each, other))) rivals.push(each);
  }
  return rivals;
}

/** Returns whether two facts say the same: in the same words, or with the same short answer. */
function saysTheSame(one: RankedCandidate, other: RankedCandidate): boolean {
  const text = foldText(one.candidate.fact.text);
  if (text === foldText(other.candidate.fact.text)) return true;
  const [short, otherShort] = [readShortAnswer(one), readShortAnswer(other)];
  return short !== '' && short === otherShort;
}

function readShortAnswer({ candidate: { fact }, judgement }: RankedCandidate): string {
  const span = judgement?.span ?? null;
  return span === null ? '' : foldText(fact.text.slice(span.start, span.end));
}

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
