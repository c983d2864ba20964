import { ApplicationCommandOptionType } from 'discord.js';
import { ownLanguageName } from '../../wording/language-names.ts';
import { isLanguage, LANGUAGES } from '../../wording/languages.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { SettingsPart } from './part.ts';

const LANGUAGE = 'language';

/** `/settings language`: whether the bot speaks one language to all of the server. */
export const languageSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ settings }) => settings.subcommands.language),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...localiseDescription(({ settings }) => settings.subcommands.language.options.language),
        choices: Object.values(LANGUAGES).map(({ language }) => ({
          name: ownLanguageName(language),
          value: language,
        })),
      },
    ],
  },
  changes({ options }) {
    const chosen = Object.values(LANGUAGES).find(({ language }) => language === options.getString(LANGUAGE));
    return { language: chosen?.language ?? null };
  },
  inWords: ({ language }, { settings }) =>
    language === null || !isLanguage(language)
      ? settings.ownLanguage
      : settings.language({ name: ownLanguageName(language) }),
  warnings: () => [],
};
