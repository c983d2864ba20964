import { ApplicationCommandOptionType } from 'discord.js';
import { DEFAULT_SETTINGS } from '../../server-settings/settings-table.ts';
import { menu } from '../kit/components/menu.ts';
import type { SettingsPart } from './part.ts';

const DAYS = 'days';

/** `/settings stale`: after how many days somebody should look after an article again. */
export const staleSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...menu({
      en: ['stale', 'After how many days an article is called stale; nothing chosen: 180'],
      ru: ['устаревание', 'Через сколько дней статья считается устаревшей; ничего не выбрано — 180'],
      de: ['veraltet', 'Nach wie vielen Tagen ein Artikel als veraltet gilt; nichts gewählt: 180'],
      es: ['caducidad', 'A los cuántos días un artículo se da por caducado; sin elegir: 180'],
      fr: ['péremption', 'Après combien de jours un article est dit périmé ; rien de choisi : 180'],
    }),
    options: [
      {
        type: ApplicationCommandOptionType.Integer,
        min_value: 1,
        max_value: 3650,
        ...menu({
          en: [DAYS, 'So many; an article may say another number'],
          ru: ['дней', 'Столько; в статье может быть указано другое число'],
          de: ['tage', 'So viele; ein Artikel kann eine andere Zahl nennen'],
          es: ['días', 'Tantos; un artículo puede decir otro número'],
          fr: ['jours', 'Tant ; un article peut dire un autre nombre'],
        }),
      },
    ],
  },
  changes: ({ options }) => ({ staleAfterDays: options.getInteger(DAYS) ?? DEFAULT_SETTINGS.staleAfterDays }),
  inWords: ({ staleAfterDays }, { settings }) => settings.stale(staleAfterDays),
  warnings: () => [],
};
