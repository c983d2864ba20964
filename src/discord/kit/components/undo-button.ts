import type { APIButtonComponentWithCustomId } from 'discord.js';
import type { Texts } from '../../../wording/kit/texts.ts';
import { buildButton } from './buttons.ts';

/** The name of the button in its custom id. */
export const UNDO_BUTTON = 'undo-change';

/** Builds the button that undoes the changes with these numbers. */
export function buildUndoButton(
  numbers: readonly number[],
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  return buildButton(
    { component: UNDO_BUTTON, argument: numbers.join() },
    { label: buttons.undo, emoji: '↩️' },
  );
}
