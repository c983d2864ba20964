import { english } from './english/texts.ts';
import { french } from './french/texts.ts';
import { german } from './german/texts.ts';
import type { Localised, Texts } from './kit/texts.ts';
import { russian } from './russian/texts.ts';
import { spanish } from './spanish/texts.ts';

/** The texts of every language of the interface. */
export const LANGUAGES: Localised<Texts> = {
  en: english,
  ru: russian,
  de: german,
  es: spanish,
  fr: french,
};

/**
 * The texts in the first of these languages that the interface speaks, English where it speaks none of them.
 *
 * @see https://discord.com/developers/docs/reference#locales
 */
export function textsFor(...locales: readonly (string | null | undefined)[]): Texts {
  for (const locale of locales) {
    const language = locale?.split('-')[0]?.toLowerCase() ?? '';
    if (isLanguage(language)) return LANGUAGES[language];
  }
  return english;
}

/** Whether the interface speaks the language of this code. */
export function isLanguage(code: string): code is keyof typeof LANGUAGES {
  return Object.hasOwn(LANGUAGES, code);
}
