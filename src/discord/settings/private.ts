import { ApplicationCommandOptionType } from 'discord.js';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { SettingsPart } from './part.ts';

const BY_DEFAULT = 'by-default';

/** `/settings private`: whom an answer to `/ask` is for where the asker does not say. */
export const privateSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ settings }) => settings.subcommands.private),
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        required: true,
        ...localiseDescription(({ settings }) => settings.subcommands.private.options.byDefault),
      },
    ],
  },
  changes: ({ options }) => ({ isPrivateByDefault: options.getBoolean(BY_DEFAULT, true) }),
  inWords: ({ isPrivateByDefault }, { settings }) =>
    isPrivateByDefault ? settings.forAsker : settings.forAll,
  warnings: () => [],
};
