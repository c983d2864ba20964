import { ENGLISH } from '../english/catalogue.ts';
import { PLAYGROUND } from '../english/playground.ts';
import { TERMINAL } from '../english/terminal.ts';
import { buildTexts } from './build-texts.ts';
import type { Texts } from './texts.ts';

const TAG = 'en-GB';

/** The English texts, in British spelling. The terminal and the log use them too. */
export const english: Texts = { ...buildTexts(ENGLISH, ENGLISH, TAG), language: 'en', tag: TAG };

/** The texts of the terminal, which exist in English only. */
export const terminalTexts = buildTexts(TERMINAL, TERMINAL, TAG);

/** The texts of the playground, likewise. */
export const playgroundTexts = buildTexts(PLAYGROUND, PLAYGROUND, TAG);
