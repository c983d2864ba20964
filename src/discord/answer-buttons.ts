import type { Texts } from '../wording/texts.ts';
import type { AnswerButton, ShownAnswer } from './answer-button.ts';
import { buttonRows } from './buttons.ts';
import { askHumanButton } from './components/ask-human.ts';
import { contextButton } from './components/context.ts';
import { dismissButton } from './components/dismiss.ts';
import { moreMatchesButton } from './components/more-matches.ts';
import { shareButton } from './components/share.ts';
import { tellMeButton } from './components/tell-me.ts';
import { helpfulButton, notHelpfulButton } from './components/vote.ts';
import type { Row } from './replies.ts';

/** Every button that may stand under an answer, in the order in which they do; a new one is a line here. */
export const ANSWER_BUTTONS: readonly AnswerButton[] = [
  contextButton,
  moreMatchesButton,
  helpfulButton,
  notHelpfulButton,
  dismissButton,
  shareButton,
  tellMeButton,
  askHumanButton,
];

/** The buttons that have a place under this answer. */
export function answerButtonRows(shown: ShownAnswer, texts: Texts): readonly Row[] {
  return buttonRows(ANSWER_BUTTONS.flatMap((button) => button.under(shown, texts) ?? []));
}
