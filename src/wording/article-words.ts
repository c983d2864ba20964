import type { ArticleLimits } from '../knowledge/article/limits.ts';
import type { Texts } from './kit/texts.ts';

/** Returns how a channel or a role is written where the words stand. */
type FormatName = (name: string, kind: 'channels' | 'roles') => string;

/** Describes to whom an article is limited, in a few words, such as “only in #help, only for @Helper”; empty if it is for everybody. */
export function describeLimits(
  { channels, roles }: ArticleLimits,
  texts: Pick<Texts, 'limits' | 'tag'>,
  formatName: FormatName,
): string {
  if (channels?.length === 0 || roles?.length === 0) return texts.limits.nobody;
  const list = (names: readonly string[], kind: 'channels' | 'roles'): string =>
    new Intl.ListFormat(texts.tag, { type: 'disjunction' }).format(
      names.map((name) => formatName(name, kind)),
    );
  return [
    ...(channels === null ? [] : [texts.limits.channels({ names: list(channels, 'channels') })]),
    ...(roles === null ? [] : [texts.limits.roles({ names: list(roles, 'roles') })]),
  ].join(', ');
}

const SIGNS = { channels: '#', roles: '@' } as const;

/** Writes a name with its sign: `#help`, `@Helper`. An id stays as it is. */
export function addSign(name: string, kind: keyof typeof SIGNS): string {
  const sign = SIGNS[kind];
  return /^\d{17,20}$/.test(name) || name.startsWith(sign) ? name : `${sign}${name}`;
}

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
