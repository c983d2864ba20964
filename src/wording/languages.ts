import { english } from './english.ts';
import type { Texts } from './texts.ts';

/** The languages that the interface speaks, by the first part of their tags. */
export const LANGUAGES = { en: english } as const satisfies Readonly<Record<string, Texts>>;

export type Language = keyof typeof LANGUAGES;

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

function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code);
}
