import { ENGLISH } from '../english/catalogue.ts';
import { TERMINAL } from '../english/terminal.ts';
import { buildTexts } from './build-texts.ts';
import type { Texts } from './texts.ts';

const TAG = 'en-GB';

/** British spelling; also what the terminal and the log speak. */
export const english: Texts = { ...buildTexts(ENGLISH, ENGLISH, TAG), language: 'en', tag: TAG };

/** What only the terminal says, in English alone. */
export const terminalTexts = buildTexts(TERMINAL, TERMINAL, TAG);
