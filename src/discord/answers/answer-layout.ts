import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Texts } from '../../wording/kit/texts.ts';
import { type AnswerExtras, buildAnswerCard } from '../cards/answer-card.ts';
import type { AnswerButton, ShownAnswer } from '../kit/components/answer-button.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import type { ComponentRow } from '../kit/replies.ts';
import { askHelpersButton } from './buttons/ask-helpers.ts';
import { deleteAnswerButton } from './buttons/delete-answer.ts';
import { tellMeButton } from './buttons/tell-me.ts';
import { helpfulButton, notHelpfulButton } from './buttons/vote.ts';
import { buildChoiceButton } from './choice.ts';
import { buildNearestRow } from './nearest.ts';
import { optionsButton } from './options.ts';

/** Builds the components of the message that answers a question: the card, and the buttons below it. */
export function buildAnswerLayout(
  shown: ShownAnswer,
  texts: Texts,
  extras: Omit<AnswerExtras, 'buildChoice'>,
): readonly APIMessageTopLevelComponent[] {
  const { reply, asked } = shown;
  const card = buildAnswerCard(reply, texts, {
    moreButton: texts.buttons.more,
    ...extras,
    // Without a record of the question nobody could choose.
    buildChoice:
      asked && reply.rivals.length > 0 ? (factId) => buildChoiceButton(asked.id, factId, texts) : null,
  });
  return [card, ...buildAnswerRows(shown, texts)];
}

/** Every button that may stand under an answer, in display order; a new button is one line here. */
export const ANSWER_BUTTONS: readonly AnswerButton[] = [
  helpfulButton,
  notHelpfulButton,
  askHelpersButton,
  tellMeButton,
  optionsButton,
  deleteAnswerButton,
];

/** Builds the rows of buttons below an answer. */
export function buildAnswerRows(shown: ShownAnswer, texts: Texts): readonly ComponentRow[] {
  const buttons = ANSWER_BUTTONS.flatMap((button) => button.build(shown, texts) ?? []);
  return [...buildButtonRows(buttons), ...buildNearestRow(shown)];
}
