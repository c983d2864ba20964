import type { Candidate } from '../../search/index/candidate.ts';
import { findAnswerSpans } from '../question/answer-spans.ts';
import type { Question } from '../question/question.ts';
import type { RankedCandidate } from './ranked-candidate.ts';

/** The end of a sentence, which closing quotes or brackets may follow. A colon ends no sentence. */
const ENDS_SENTENCE = /[.!?…。！？]["'”’»)\]]*$/u;

/**
 * Returns whether a fact only introduces the answer, such as a table's header row or “Opening hours:” above a list. A fact that holds the
 * number or name asked for answers by itself: “There are three kinds:”. For a yes-no question no fact counts as an introduction: it may
 * settle the question.
 */
export function isOnlyIntroduction(question: Question, { fact, article }: Candidate): boolean {
  const [own, next] = [article.paragraphs[fact.paragraph - 1], article.paragraphs[fact.paragraph]];
  if (own === undefined || next === undefined || fact.end < own.text.trimEnd().length) return false;
  if (ENDS_SENTENCE.test(fact.text) || question.asksFor === 'yes-no') return false;
  if (next.lead !== own.text && !fact.text.endsWith(':')) return false;
  const held = isRow(fact.text) ? [] : findAnswerSpans(question, fact.text);
  return held === null || held.length === 0;
}

/** Returns whether `other` belongs to the list or table below `introduction`, or is the paragraph below it. */
export function isIntroducedBy(other: Candidate, introduction: Candidate): boolean {
  if (other.article !== introduction.article) return false;
  const { paragraphs } = other.article;
  const [below, above] = [other.fact.paragraph, introduction.fact.paragraph];
  return (
    below === above + 1 || (below > above && paragraphs[below - 1]?.lead === paragraphs[above - 1]?.text)
  );
}

/** Returns whether a fact introduces a single paragraph or item. That one is then the whole answer. */
export function introducesOne({ fact, article: { paragraphs } }: Candidate): boolean {
  return paragraphs[fact.paragraph + 1]?.lead !== paragraphs[fact.paragraph - 1]?.text;
}

function isRow(text: string): boolean {
  return text.includes(' | ');
}

/**
 * Replaces a first fact that only introduces others by the best of these that tells more: a word of the question, the date or number that the
 * first one lacks, or all that follows. If none does, the question asks for the list as a whole, and one item would be half an answer.
 * The two facts swap scores: what speaks for the introduction speaks for its replacement.
 */
export function replaceIntroduction(
  question: Question,
  ranked: readonly RankedCandidate[],
): readonly RankedCandidate[] {
  const [first] = ranked;
  if (first === undefined || !isOnlyIntroduction(question, first.candidate)) return ranked;
  const better = ranked.find(
    (each) =>
      // A fact that was not read cannot replace one that was: there is no judgement to go by.
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
  if ([...candidate.said].some((index) => !first.said.has(index))) return true;
  return (findAnswerSpans(question, candidate.fact.text) ?? []).length > 0;
}
