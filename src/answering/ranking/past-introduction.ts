import { findAnswerSpans } from '../question/answer-spans.ts';
import { introducesOne, isIntroducedBy, isOnlyIntroduction } from '../question/introduction.ts';
import type { Question } from '../question/question.ts';
import type { RankedCandidate } from './ranked-candidate.ts';

/**
 * The ranked facts, where the first only introduces others with the best of these in its place that tells more of what was asked: a word
 * of the question, the date or number that the first one lacks, or all that follows. Where none does, the list as a whole is asked for, and
 * any of its items by itself would be half an answer. What speaks for the introduction speaks for what takes its place.
 */
export function replaceIntroduction(
  question: Question,
  ranked: readonly RankedCandidate[],
): readonly RankedCandidate[] {
  const [first] = ranked;
  if (first === undefined || !isOnlyIntroduction(question, first.candidate)) return ranked;
  const better = ranked.find(
    (each) =>
      // What was not read beside what was has no judgement to go by.
      (each.judgement === null) === (first.judgement === null) &&
      isIntroducedBy(each.candidate, first.candidate) &&
      tellsMore(question, each, first),
  );
  if (better === undefined) return ranked;
  const others = ranked.filter((each) => each !== first && each !== better);
  return [
    { ...better, score: first.score },
    ...[{ ...first, score: better.score }, ...others].toSorted((a, b) => b.score - a.score),
  ];
}

function tellsMore(
  question: Question,
  { candidate }: RankedCandidate,
  { candidate: first }: RankedCandidate,
): boolean {
  if (introducesOne(first)) return true;
  if ([...candidate.said].some((place) => !first.said.has(place))) return true;
  return (findAnswerSpans(question, candidate.fact.text) ?? []).length > 0;
}
