import { readFollowUpForm } from '../../answering/follow-up/follow-up-form.ts';
import { splitWords } from '../../text/words/words.ts';

/** A question that a member asked. Plain data. */
export interface AskedQuestion {
  readonly id: string;
  readonly question: string;
  /** The full question, where it was a follow-up. */
  readonly understoodAs: string | null;
}

/** Nobody would choose a longer question from a list. */
const MAX_CHARS = 300;

/**
 * Returns whether a question is worth suggesting to others. “When?” was answered in its conversation, but
 * says nothing to anybody else.
 */
export function standsAlone(question: string): boolean {
  return question.length <= MAX_CHARS && !isFollowUp(question);
}

/** Returns whether a question says little without the one before it. */
function isFollowUp(question: string): boolean {
  return readFollowUpForm(splitWords(question), () => false) !== null;
}

/**
 * Chooses the text that others understand without the conversation: “when?” says nothing by itself. Other
 * interpretations only serve to match the articles' words.
 */
export function choosePhrasing({ question, understoodAs }: Omit<AskedQuestion, 'id'>): string {
  return understoodAs !== null && isFollowUp(question) ? understoodAs : question;
}
