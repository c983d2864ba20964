import * as catalogues from './catalogues.ts';
import { buildTexts } from './kit/build-texts.ts';
import { english } from './kit/english.ts';
import type { Texts, Translation } from './kit/texts.ts';

/** The code of a language of the interface: a BCP 47 tag such as `de`, with a region where that matters. */
export type Language = keyof typeof catalogues;

/** A language that lacks a text does not compile. */
const TRANSLATIONS: Readonly<Record<Language, Translation>> = catalogues;

/** The texts of every language of the interface, in the order of their codes. */
export const LANGUAGES = buildAll(TRANSLATIONS);

function buildAll<Code extends string>(
  translations: Readonly<Record<Code, Translation>>,
): Readonly<Record<Code, Texts>> {
  const built: Readonly<Record<string, Texts>> = Object.fromEntries(
    Object.entries<Translation>(translations).map(([code, translation]) => [code, build(code, translation)]),
  );
  if (!hasAll(translations, built)) throw new TypeError('a language is missing');
  return built;
}

function hasAll<Code extends string>(
  wanted: Readonly<Record<Code, unknown>>,
  given: Readonly<Record<string, Texts>>,
): given is Readonly<Record<Code, Texts>> {
  return Object.keys(wanted).every((code) => Object.hasOwn(given, code));
}

function build(code: string, translation: Translation): Texts {
  if (code === english.language) return english;
  return { ...buildTexts(catalogues.en, translation, code), language: code, tag: code };
}

/**
 * Returns the texts of the first locale that the interface has. Another region's variant counts: `pt-PT` gets `pt-BR`. Returns the English
 * texts if there is none.
 *
 * @see https://discord.com/developers/docs/reference#locales
 */
export function textsFor(...locales: readonly (string | null | undefined)[]): Texts {
  for (const locale of locales) {
    const texts = typeof locale === 'string' ? findTexts(locale) : undefined;
    if (texts !== undefined) return texts;
  }
  return english;
}

function findTexts(locale: string): Texts | undefined {
  if (isLanguage(locale)) return LANGUAGES[locale];
  const language = toBaseCode(locale);
  return Object.values(LANGUAGES).find((texts) => toBaseCode(texts.language) === language);
}

/** Returns `pt` for `pt-BR`. */
function toBaseCode(locale: string): string {
  return locale.split('-')[0]?.toLowerCase() ?? '';
}

/** Returns whether the interface has a language of exactly this code. */
export function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code);
}
