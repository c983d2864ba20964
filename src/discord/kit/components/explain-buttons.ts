import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord.js';
import type { Texts } from '../../../wording/kit/texts.ts';
import { buildButton } from './buttons.ts';

/** The names of the buttons in their custom ids. */
export const FORGET_TAUGHT_BUTTON = 'forget-taught';
export const WHY_ANSWER_BUTTON = 'why-answer';

/** Builds the button under a taught answer; it carries the id by which `removeTaughtAnswer` finds that answer. */
export function buildForgetTaughtButton(id: string, { buttons }: Texts): APIButtonComponentWithCustomId {
  const look = { label: buttons.forgetTaught, emoji: '🗑️', style: ButtonStyle.Danger } as const;
  return buildButton({ component: FORGET_TAUGHT_BUTTON, argument: id }, look);
}

/** Builds the button that explains to moderators how a recorded question was answered, and lets them choose another passage. */
export function buildWhyAnswerButton(
  askedId: string,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  return buildButton({ component: WHY_ANSWER_BUTTON, argument: askedId }, { label: buttons.whyAnswer });
}
