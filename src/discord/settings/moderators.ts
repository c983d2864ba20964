import { ApplicationCommandOptionType } from 'discord.js';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { SettingsPart } from './part.ts';
import { chosenRoles, roleOptions } from './several.ts';

/** `/settings moderators`: the roles that make moderators, beside the permission “Manage Messages”. */
export const moderatorSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ settings }) => settings.subcommands.moderators),
    options: roleOptions(),
  },
  changes: (interaction) => ({ moderatorRoleIds: chosenRoles(interaction) }),
  inWords({ moderatorRoleIds }, { settings }) {
    const roles = moderatorRoleIds.map((id) => `<@&${id}>`).join(' ');
    return roles === '' ? settings.moderators.none : settings.moderators.some({ roles });
  },
  warnings: ({ moderatorRoleIds }, _, { settings }) =>
    moderatorRoleIds.length === 0 ? [] : [settings.commandsHidden],
};
