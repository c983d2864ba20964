import { toPassageText } from '../../answering/passage/passage.ts';
import type { AskReply } from '../../serving/asking/ask.ts';

/** A question whose answer changes. An answer is null where no passage is shown. */
export interface ChangedAnswer {
  readonly question: string;
  readonly before: ShownPassage | null;
  readonly after: ShownPassage | null;
}

export interface ShownPassage {
  /** As plain text, with line breaks. */
  readonly text: string;
  /** Whether the passage is only shown as the closest one. */
  readonly isUnsure: boolean;
}

/** Returns the question with both answers where people would see a difference; nothing where they would not. */
export function compareAnswers(
  question: string,
  before: ShownPassage | null,
  after: ShownPassage | null,
): readonly ChangedAnswer[] {
  const isSame = before?.text === after?.text && before?.isUnsure === after?.isUnsure;
  return isSame ? [] : [{ question, before, after }];
}

/** Returns what a reply shows, or null if it shows no passage. */
export function toShownPassage({ outcome, passage }: AskReply): ShownPassage | null {
  if (passage === null) return null;
  return { text: toPassageText(passage.lines).text, isUnsure: outcome === 'unsure' };
}
