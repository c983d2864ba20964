import { ApplicationCommandOptionType } from 'discord.js';
import { menu } from '../kit/components/menu.ts';
import type { SettingsPart } from './part.ts';

const BY_DEFAULT = 'by-default';

/** `/settings private`: whom an answer to `/ask` is for where the asker does not say. */
export const privateSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...menu({
      en: ['private', 'Whether answers to /ask are for the asker alone unless they say otherwise'],
      ru: ['лично', 'Видит ли ответ на /ask только спросивший, если он не выбрал иное'],
      de: ['privat', 'Ob die Antwort auf /ask nur sieht, wer fragt, wenn nichts anderes gewählt ist'],
      es: ['privado', 'Si la respuesta a /ask es solo para quien pregunta, si no elige otra cosa'],
      fr: ['privé', 'Si la réponse à /ask est pour qui demande seulement, sauf choix contraire'],
    }),
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        required: true,
        ...menu({
          en: [BY_DEFAULT, 'Yes: for the asker alone; no: for all to see'],
          ru: ['по-умолчанию', 'Да: только для спросившего; нет: для всех'],
          de: ['voreingestellt', 'Ja: nur für den, der fragt; nein: für alle sichtbar'],
          es: ['por-defecto', 'Sí: solo para quien pregunta; no: a la vista de todos'],
          fr: ['par-défaut', 'Oui : pour qui demande seulement ; non : à la vue de tous'],
        }),
      },
    ],
  },
  changes: ({ options }) => ({ isPrivateByDefault: options.getBoolean(BY_DEFAULT, true) }),
  inWords: ({ isPrivateByDefault }, { settings }) =>
    isPrivateByDefault ? settings.forAsker : settings.forAll,
  warnings: () => [],
};
