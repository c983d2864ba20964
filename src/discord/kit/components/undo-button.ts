import type { APIButtonComponentWithCustomId } from 'discord.js';
import type { Texts } from '../../../wording/kit/texts.ts';
import { buildButton } from './buttons.ts';

/** The name of the button in its custom id. */
export const UNDO_BUTTON = 'undo-change';
const REDO = ':redo';

/** Builds the button that undoes the changes with these numbers. Where they took earlier ones back, that does those again. */
export function buildUndoButton(
  numbers: readonly number[],
  { buttons }: Pick<Texts, 'buttons'>,
  { isUndo = false }: { readonly isUndo?: boolean } = {},
): APIButtonComponentWithCustomId {
  const id = { component: UNDO_BUTTON, argument: `${numbers.join()}${isUndo ? REDO : ''}` };
  return buildButton(id, describeUndo(isUndo, { buttons }));
}

/** Returns how the button looks that undoes a change, or does again what was undone. */
export function describeUndo(
  isUndo: boolean,
  { buttons }: Pick<Texts, 'buttons'>,
): { readonly label: string; readonly emoji: string } {
  return isUndo ? { label: buttons.redo, emoji: '↪️' } : { label: buttons.undo, emoji: '↩️' };
}

/** Reads the argument of the button, which a client sends back. */
export function parseUndo(argument: string): {
  readonly numbers: readonly number[];
  readonly isRedo: boolean;
} {
  const isRedo = argument.endsWith(REDO);
  const numbers = isRedo ? argument.slice(0, -REDO.length) : argument;
  return { numbers: numbers.split(',').map(Number), isRedo };
}
