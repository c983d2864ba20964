import type { Texts } from '../../wording/kit/texts.ts';
import type { AnswerButton, ShownAnswer } from '../kit/components/answer-button.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import type { ComponentRow } from '../kit/replies.ts';
import { askHelpersButton } from './buttons/ask-helpers.ts';
import { deleteAnswerButton } from './buttons/delete-answer.ts';
import { tellMeButton } from './buttons/tell-me.ts';
import { helpfulButton, notHelpfulButton } from './buttons/vote.ts';
import { optionsButton } from './options.ts';

/** Every button that may stand under an answer, in display order; a new button is one line here. */
export const ANSWER_BUTTONS: readonly AnswerButton[] = [
  helpfulButton,
  notHelpfulButton,
  askHelpersButton,
  tellMeButton,
  optionsButton,
  deleteAnswerButton,
];

/** Builds the buttons that belong under an answer. */
export function buildAnswerButtonRows(shown: ShownAnswer, texts: Texts): readonly ComponentRow[] {
  return buildButtonRows(ANSWER_BUTTONS.flatMap((button) => button.build(shown, texts) ?? []));
}
