import { ApplicationCommandOptionType } from 'discord.js';
import type { ServerSettings } from '../../server-settings/settings-table.ts';
import { localiseDescription, localiseName } from '../kit/components/command-texts.ts';
import type { SettingsPart } from './part.ts';

const STEP = 'step';
const STEPS = ['strict', 'balanced', 'lenient'] as const;

/** `/settings strictness`: how sure of an answer the bot has to be. */
export const strictnessSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ settings }) => settings.subcommands.strictness),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        required: true,
        ...localiseDescription(({ settings }) => settings.subcommands.strictness.options.step),
        choices: STEPS.map((step) => ({
          ...localiseName(({ settings }) => settings.subcommands.strictness.choices[step]),
          value: step,
        })),
      },
    ],
  },
  changes: ({ options }) => ({ strictness: stepOf(options.getString(STEP, true)) }),
  inWords: ({ strictness }, { settings }) => settings.strictness[strictness],
  warnings: () => [],
};

/** Discord lets nothing else through than the choices. */
function stepOf(value: string): ServerSettings['strictness'] {
  return value === 'strict' || value === 'lenient' ? value : 'balanced';
}
