import type { Texts } from './kit/texts.ts';

/**
 * That a quote is in another language than these texts, with its name as their readers know it; null where it is in the same one, and
 * where its language (a BCP 47 tag) is not known or has no name.
 */
export function describeQuoteLanguage(language: string | null, texts: Texts): string | null {
  if (language === null || readLanguage(language) === readLanguage(texts.tag)) return null;
  const name = new Intl.DisplayNames([texts.tag], { type: 'language', fallback: 'none' }).of(language);
  return name === undefined ? null : texts.answer.quotedIn({ language: name });
}

/** `en` of `en-GB`. */
function readLanguage(tag: string): string {
  return new Intl.Locale(tag).language;
}

/** A language's name in itself, such as `Deutsch`, with a capital. */
export function getOwnLanguageName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
