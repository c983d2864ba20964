import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Language, Localised } from '../../../wording/kit/texts.ts';

/** How a command or an option shows in Discord's menus: its name without capitals, and a description of at most 100 characters. */
type MenuText = readonly [name: string, description: string];

interface Menu extends Named {
  readonly description: string;
  readonly description_localizations: Readonly<Record<string, string>>;
}

interface Named {
  readonly name: string;
  readonly name_localizations: Readonly<Record<string, string>>;
}

/**
 * Discord's locales in the languages that we speak beside English, which is a command's own text.
 *
 * @see https://discord.com/developers/docs/reference#locales
 */
const LOCALES: Readonly<Record<string, Language>> = {
  ru: 'ru',
  de: 'de',
  'es-ES': 'es',
  'es-419': 'es',
  fr: 'fr',
};

/** For commands that anyone may use anywhere: in servers, in direct messages, and where a member has brought the app along. */
export const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** A command's or option's name and description, in English and in every other language of the interface. */
export function menu(texts: Localised<MenuText>): Menu {
  return {
    ...named(mapped(texts, ([name]) => name)),
    description: texts.en[1],
    description_localizations: perLocale(mapped(texts, ([, description]) => description)),
  };
}

/** The name of an entry in the menu of a message, which has no description; at most 32 characters. */
export function named(names: Localised): Named {
  return { name: names.en, name_localizations: perLocale(names) };
}

function mapped({ en, ru, de, es, fr }: Localised<MenuText>, pick: (text: MenuText) => string): Localised {
  return { en: pick(en), ru: pick(ru), de: pick(de), es: pick(es), fr: pick(fr) };
}

function perLocale(texts: Localised): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(LOCALES).map(([locale, language]) => [locale, texts[language]]));
}
