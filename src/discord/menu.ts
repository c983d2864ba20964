import { LANGUAGES, type Language } from '../wording/languages.ts';
import type { MenuText, MenuTexts } from '../wording/texts.ts';

type Localised = Readonly<Record<string, string>>;

interface Menu {
  readonly name: string;
  readonly name_localizations: Localised;
  readonly description: string;
  readonly description_localizations: Localised;
}

/**
 * Discord's locales for the languages that we speak beside English, which is a command's own text.
 *
 * @see https://discord.com/developers/docs/reference#locales
 */
const LOCALES: Readonly<Record<string, Language>> = {};

/** A command's or option's name and description, in English and in every other language of the interface. */
export function menu(pick: (texts: MenuTexts) => MenuText): Menu {
  return {
    name: pick(LANGUAGES.en.menu).name,
    name_localizations: localised((texts) => pick(texts).name),
    description: pick(LANGUAGES.en.menu).description,
    description_localizations: localised((texts) => pick(texts).description),
  };
}

/** One text of the menus in every language of the interface but English. */
function localised(pick: (texts: MenuTexts) => string): Localised {
  return Object.fromEntries(
    Object.entries(LOCALES).map(([locale, language]) => [locale, pick(LANGUAGES[language].menu)]),
  );
}
