import type { Candidate } from '../../search/index/candidate.ts';
import { findAnswerSpans } from './answer-spans.ts';
import type { Question } from './question.ts';

/** What ends a sentence, perhaps with closing quotes or brackets behind it; a colon ends none. */
const ENDS_SENTENCE = /[.!?…。！？]["'”’»)\]]*$/u;

/**
 * Whether a fact only introduces what was asked for, such as a table's header row or “Opening hours:” above a list. One that holds the
 * number or name that is asked for answers by itself: “There are three kinds:”. What settles a yes-no question is looked for in it.
 */
export function isOnlyIntroduction(question: Question, { fact, article }: Candidate): boolean {
  const [own, next] = [article.paragraphs[fact.paragraph - 1], article.paragraphs[fact.paragraph]];
  if (own === undefined || next === undefined || fact.end < own.text.trimEnd().length) return false;
  if (ENDS_SENTENCE.test(fact.text) || question.asksFor === 'yes-no') return false;
  if (next.lead !== own.text && !fact.text.endsWith(':')) return false;
  const held = isRow(fact.text) ? [] : findAnswerSpans(question, fact.text);
  return held === null || held.length === 0;
}

/** Whether `other` stands in the list or table, or is the paragraph, that `introduction` stands above. */
export function isIntroducedBy(other: Candidate, introduction: Candidate): boolean {
  if (other.article !== introduction.article) return false;
  const { paragraphs } = other.article;
  const [below, above] = [other.fact.paragraph, introduction.fact.paragraph];
  return (
    below === above + 1 || (below > above && paragraphs[below - 1]?.lead === paragraphs[above - 1]?.text)
  );
}

/** Whether one paragraph or item alone is introduced: that is all of what was asked for. */
export function introducesOne({ fact, article: { paragraphs } }: Candidate): boolean {
  return paragraphs[fact.paragraph + 1]?.lead !== paragraphs[fact.paragraph - 1]?.text;
}

function isRow(text: string): boolean {
  return text.includes(' | ');
}
