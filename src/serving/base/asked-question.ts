import { readFollowUpForm } from '../../answering/follow-up/follow-up-form.ts';
import { splitWords } from '../../text/words/words.ts';

/** A question that somebody has asked. Plain data. */
export interface AskedQuestion {
  readonly id: string;
  readonly question: string;
  /** In full, where it leant on the question before it. */
  readonly understoodAs: string | null;
}

/** Longer questions nobody would choose from a list. */
const MAX_CHARS = 300;

/** Whether a question is worth offering to others: “When?” was answered there, but says nothing to whoever chooses it. */
export function standsAlone(question: string): boolean {
  return question.length <= MAX_CHARS && !leans(question);
}

/** Whether a question says little without the one before it. */
function leans(question: string): boolean {
  return readFollowUpForm(splitWords(question), () => false) !== null;
}

/**
 * A question for somebody who has not heard what was said before it: “when?” says nothing by itself. What else was made of a question is
 * for the articles' words alone.
 */
export function choosePhrasing({ question, understoodAs }: Omit<AskedQuestion, 'id'>): string {
  return understoodAs !== null && leans(question) ? understoodAs : question;
}
