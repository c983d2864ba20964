import * as catalogues from './catalogues.ts';
import { buildTexts } from './kit/build-texts.ts';
import { english } from './kit/english.ts';
import type { Texts, Translation } from './kit/texts.ts';

/** The code of a language of the interface: a BCP 47 tag such as `de`, with a region where that matters. */
export type Language = keyof typeof catalogues;

/** It does not compile where a language lacks a text. */
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
 * Returns the texts in the first of these locales that the interface speaks, English where it speaks none of them. Another region's variant
 * will do: who reads `pt-PT` gets `pt-BR`.
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

/** `pt` of `pt-BR`. */
function toBaseCode(locale: string): string {
  return locale.split('-')[0]?.toLowerCase() ?? '';
}

/** Whether the interface has a language of exactly this code. */
export function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code);
}
