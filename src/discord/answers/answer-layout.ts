import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Texts } from '../../wording/kit/texts.ts';
import { type AnswerExtras, buildAnswerCard } from '../cards/answer-card.ts';
import type { ShownAnswer } from '../kit/components/answer-button.ts';
import type { ComponentRow } from '../kit/replies.ts';
import { buildAnswerButtonRows } from './answer-buttons.ts';
import { buildChoiceButton } from './choice.ts';
import { buildNearestRow } from './nearest.ts';

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

/** Builds the rows of buttons below an answer. */
export function buildAnswerRows(shown: ShownAnswer, texts: Texts): readonly ComponentRow[] {
  return [...buildAnswerButtonRows(shown, texts), ...buildNearestRow(shown)];
}
