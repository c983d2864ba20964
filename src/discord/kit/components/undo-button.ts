import type { APIButtonComponentWithCustomId } from 'discord.js';
import type { Localised, Texts } from '../../../wording/kit/texts.ts';
import { buildButton } from './buttons.ts';

/** The name of the button in its custom id. */
export const UNDO_BUTTON = 'undo-change';
const LABEL: Localised = { en: 'Undo', ru: 'Отменить', de: 'Rückgängig', es: 'Deshacer', fr: 'Annuler' };

/** Builds the button that undoes the changes with these numbers. */
export function buildUndoButton(
  numbers: readonly number[],
  { language }: Texts,
): APIButtonComponentWithCustomId {
  return buildButton(
    { component: UNDO_BUTTON, argument: numbers.join() },
    { label: LABEL[language], emoji: '↩️' },
  );
}
