import { ApplicationCommandOptionType } from 'discord.js';
import { ownLanguageName } from '../../wording/language-names.ts';
import { isLanguage, LANGUAGES } from '../../wording/languages.ts';
import { menu } from '../kit/components/menu.ts';
import type { SettingsPart } from './part.ts';

const LANGUAGE = 'language';

/** `/settings language`: whether the bot speaks one language to all of the server. */
export const languageSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...menu({
      en: [LANGUAGE, 'The language I speak here; nothing chosen: that of whoever asks'],
      ru: ['язык', 'Язык, на котором я здесь говорю; ничего не выбрано — язык спрашивающего'],
      de: ['sprache', 'Die Sprache, die ich hier spreche; nichts gewählt: die dessen, der fragt'],
      es: ['idioma', 'El idioma que hablo aquí; sin elegir: el de quien pregunta'],
      fr: ['langue', 'La langue que je parle ici ; rien de choisi : celle de qui demande'],
    }),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...menu({
          en: [LANGUAGE, 'For everybody and everything I say; quotes stay as they are'],
          ru: ['язык', 'Для всех и всего, что я говорю; цитаты остаются как есть'],
          de: ['sprache', 'Für alle und alles, was ich sage; Zitate bleiben, wie sie sind'],
          es: ['idioma', 'Para todos y todo lo que digo; las citas quedan como son'],
          fr: ['langue', 'Pour tous et tout ce que je dis ; les citations restent telles quelles'],
        }),
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
      : settings.language(ownLanguageName(language)),
  warnings: () => [],
};
