import type { Texts } from './kit/texts.ts';

/**
 * Names the language of a quote (a BCP 47 tag) in the language of these texts. Returns null if both are the same, or if the language is
 * unknown or has no name.
 */
export function describeQuoteLanguage(language: string | null, texts: Texts): string | null {
  if (language === null || readLanguage(language) === readLanguage(texts.tag)) return null;
  const name = new Intl.DisplayNames([texts.tag], { type: 'language', fallback: 'none' }).of(language);
  return name === undefined ? null : texts.answer.quotedIn({ language: name });
}

/** Returns `en` for `en-GB`. */
function readLanguage(tag: string): string {
  return new Intl.Locale(tag).language;
}

/** Returns a language's name in that language, with a capital: `Deutsch`. */
export function getOwnLanguageName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
