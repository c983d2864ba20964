import { ApplicationCommandOptionType, ChannelType } from 'discord.js';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { SettingsPart } from './part.ts';

/** `/settings people`: where the button “Ask a human” leads. Without a channel and a role there is no such button. */
export const peopleSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ settings }) => settings.subcommands.people),
    options: [
      {
        type: ApplicationCommandOptionType.Channel,
        channel_types: [ChannelType.GuildText, ChannelType.PublicThread, ChannelType.PrivateThread],
        ...localiseDescription(({ settings }) => settings.subcommands.people.options.channel),
      },
      {
        type: ApplicationCommandOptionType.Role,
        ...localiseDescription(({ settings }) => settings.subcommands.people.options.role),
      },
    ],
  },
  changes: ({ options }) => ({
    humanChannelId: options.getChannel('channel')?.id ?? null,
    humanRoleId: options.getRole('role')?.id ?? null,
  }),
  inWords({ humanChannelId, humanRoleId }, { settings }) {
    const channel = humanChannelId === null ? null : `<#${humanChannelId}>`;
    const role = humanRoleId === null ? null : `<@&${humanRoleId}>`;
    const places = [channel, role].filter((place) => place !== null).join(' ');
    return places === '' ? settings.people.none : settings.people.some({ places });
  },
  warnings({ humanChannelId, humanRoleId }, { canWrite, canPing }, { settings }) {
    const isOpen = humanChannelId === null || canWrite(humanChannelId);
    const isCalled = humanRoleId === null || canPing(humanRoleId, humanChannelId);
    return [
      ...(isOpen ? [] : [settings.closed({ place: `<#${humanChannelId}>` })]),
      ...(isCalled ? [] : [settings.roleNotCalled({ role: `<@&${humanRoleId}>` })]),
    ];
  },
};
