import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord.js';
import type { Localised, Texts } from '../../../wording/kit/texts.ts';
import { buildButton } from './buttons.ts';

/** The name of the button in its custom id. */
export const FORGET_TAUGHT_BUTTON = 'forget-taught';
const LABEL: Localised = {
  en: 'Forget what was taught',
  ru: 'Забыть указанный ответ',
  de: 'Gelehrtes vergessen',
  es: 'Olvidar lo enseñado',
  fr: 'Oublier ce qui a été appris',
};

/** Builds the button under a taught answer; it carries the id by which `unteach` finds that answer. */
export function buildForgetTaughtButton(id: string, { language }: Texts): APIButtonComponentWithCustomId {
  const look = { label: LABEL[language], emoji: '🗑️', style: ButtonStyle.Danger } as const;
  return buildButton({ component: FORGET_TAUGHT_BUTTON, argument: id }, look);
}
