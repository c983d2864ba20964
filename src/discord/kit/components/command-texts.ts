import { ApplicationIntegrationType, InteractionContextType, Locale } from 'discord.js';
import { english } from '../../../wording/kit/english.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import { textsFor } from '../../../wording/languages.ts';

type Commands = Texts['commands'];

/** How a command or an option shows in Discord's menus. */
interface CommandText {
  /** Without capitals and spaces, at most 32 characters. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
}

interface LocalisedName {
  readonly name: string;
  readonly name_localizations: Readonly<Record<string, string>>;
}

interface LocalisedDescription extends LocalisedName {
  readonly description: string;
  readonly description_localizations: Readonly<Record<string, string>>;
}

/** Settings of commands that anyone may use anywhere: in servers, in direct messages, and in other channels of members who installed the app. */
export const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** Returns a command's or option's name and description, in English and in every other language of the interface. */
export function localiseDescription(pick: (commands: Commands) => CommandText): LocalisedDescription {
  return {
    ...localiseName((commands) => pick(commands).name),
    description: pick(english.commands).description,
    description_localizations: localise((commands) => pick(commands).description),
  };
}

/** Returns the name of a choice, or of an entry in the menu of a message; these have no description. */
export function localiseName(pick: (commands: Commands) => string): LocalisedName {
  return { name: pick(english.commands), name_localizations: localise(pick) };
}

/**
 * Returns a text in each of Discord's locales whose language the interface speaks, beside English, which is the command's own.
 *
 * @see https://discord.com/developers/docs/reference#locales
 */
function localise(pick: (commands: Commands) => string): Readonly<Record<string, string>> {
  const texts = Object.values(Locale).flatMap((locale) => {
    const { language, commands } = textsFor(locale);
    return language === english.language ? [] : [[locale, pick(commands)]];
  });
  return Object.fromEntries(texts);
}
