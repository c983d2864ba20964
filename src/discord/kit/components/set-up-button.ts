import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord.js';
import type { Texts } from '../../../wording/kit/texts.ts';
import { buildButton } from './buttons.ts';

/** The name of the button in its custom id. */
export const SET_UP_BUTTON = 'set-up';

/** Builds the button that opens the settings for whoever presses it and may change them. */
export function buildSetUpButton({ buttons }: Pick<Texts, 'buttons'>): APIButtonComponentWithCustomId {
  const look = { label: buttons.setUp, emoji: '⚙️', style: ButtonStyle.Primary } as const;
  return buildButton({ component: SET_UP_BUTTON, argument: '' }, look);
}
