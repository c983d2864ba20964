import { ApplicationCommandOptionType } from 'discord.js';
import { DEFAULT_SETTINGS } from '../../server-settings/settings-table.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { SettingsPart } from './part.ts';

const DAYS = 'days';

/** `/settings stale`: after how many days somebody should look after an article again. */
export const staleSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ settings }) => settings.subcommands.stale),
    options: [
      {
        type: ApplicationCommandOptionType.Integer,
        min_value: 1,
        max_value: 3650,
        ...localiseDescription(({ settings }) => settings.subcommands.stale.options.days),
      },
    ],
  },
  changes: ({ options }) => ({ staleAfterDays: options.getInteger(DAYS) ?? DEFAULT_SETTINGS.staleAfterDays }),
  inWords: ({ staleAfterDays }, { settings }) => settings.stale({ days: staleAfterDays }),
  warnings: () => [],
};
