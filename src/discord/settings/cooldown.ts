import { ApplicationCommandOptionType } from 'discord.js';
import { DEFAULT_SETTINGS } from '../../server-settings/settings-table.ts';
import { menu } from '../kit/components/menu.ts';
import type { SettingsPart } from './part.ts';

const IN_A_ROW = 'in-a-row';
const SECONDS = 'seconds';

/** `/settings cooldown`: how often each member may ask in a channel. */
export const cooldownSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...menu({
      en: ['cooldown', 'How often a member may ask in a channel; what is not chosen is as at first'],
      ru: ['пауза', 'Как часто участник может спрашивать в канале; не выбранное — как вначале'],
      de: ['pause', 'Wie oft ein Mitglied in einem Kanal fragen darf; nicht Gewähltes wie am Anfang'],
      es: ['pausa', 'Con qué frecuencia pregunta un miembro en un canal; sin elegir: como al principio'],
      fr: ['pause', 'Combien un membre peut demander dans un salon ; sans choix : comme au début'],
    }),
    options: [
      {
        type: ApplicationCommandOptionType.Integer,
        min_value: 1,
        max_value: 20,
        ...menu({
          en: [IN_A_ROW, 'So many questions in a row'],
          ru: ['подряд', 'Столько вопросов подряд'],
          de: ['hintereinander', 'So viele Fragen hintereinander'],
          es: ['seguidas', 'Tantas preguntas seguidas'],
          fr: ['de-suite', 'Tant de questions de suite'],
        }),
      },
      {
        type: ApplicationCommandOptionType.Integer,
        min_value: 1,
        max_value: 3600,
        ...menu({
          en: [SECONDS, 'Then one every so many seconds'],
          ru: ['секунд', 'Затем по одному раз в столько секунд'],
          de: ['sekunden', 'Dann eine alle so viele Sekunden'],
          es: ['segundos', 'Después, una cada tantos segundos'],
          fr: ['secondes', 'Puis une toutes les tant de secondes'],
        }),
      },
    ],
  },
  changes: ({ options }) => ({
    questionsInARow: options.getInteger(IN_A_ROW) ?? DEFAULT_SETTINGS.questionsInARow,
    secondsBetween: options.getInteger(SECONDS) ?? DEFAULT_SETTINGS.secondsBetween,
  }),
  inWords: ({ questionsInARow, secondsBetween }, { settings }) =>
    settings.cooldown(questionsInARow, secondsBetween),
  warnings: () => [],
};
