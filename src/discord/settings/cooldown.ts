import { ApplicationCommandOptionType } from 'discord.js';
import { DEFAULT_SETTINGS } from '../../server-settings/settings-table.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { SettingsPart } from './part.ts';

const IN_A_ROW = 'in-a-row';
const SECONDS = 'seconds';

/** `/settings cooldown`: how often each member may ask in a channel. */
export const cooldownSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ settings }) => settings.subcommands.cooldown),
    options: [
      {
        type: ApplicationCommandOptionType.Integer,
        min_value: 1,
        max_value: 20,
        ...localiseDescription(({ settings }) => settings.subcommands.cooldown.options.inARow),
      },
      {
        type: ApplicationCommandOptionType.Integer,
        min_value: 1,
        max_value: 3600,
        ...localiseDescription(({ settings }) => settings.subcommands.cooldown.options.seconds),
      },
    ],
  },
  changes: ({ options }) => ({
    questionsInARow: options.getInteger(IN_A_ROW) ?? DEFAULT_SETTINGS.questionsInARow,
    secondsBetween: options.getInteger(SECONDS) ?? DEFAULT_SETTINGS.secondsBetween,
  }),
  inWords: ({ questionsInARow, secondsBetween }, { settings }) =>
    settings.cooldown({ inARow: questionsInARow, seconds: secondsBetween }),
  warnings: () => [],
};
