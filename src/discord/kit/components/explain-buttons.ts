import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord.js';
import type { Texts } from '../../../wording/kit/texts.ts';
import { buildButton } from './buttons.ts';

/** The name of the button in its custom id. */
export const FORGET_TAUGHT_BUTTON = 'forget-taught';

/** Builds the button under a taught answer; it carries the id by which `removeTaughtAnswer` finds that answer. */
export function buildForgetTaughtButton(id: string, { buttons }: Texts): APIButtonComponentWithCustomId {
  const look = { label: buttons.forgetTaught, emoji: '🗑️', style: ButtonStyle.Danger } as const;
  return buildButton({ component: FORGET_TAUGHT_BUTTON, argument: id }, look);
}
