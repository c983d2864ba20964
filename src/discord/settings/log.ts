import { ApplicationCommandOptionType, ChannelType } from 'discord.js';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { SettingsPart } from './part.ts';

/** `/settings log`: where refreshes and changed settings are told. */
export const logSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ settings }) => settings.subcommands.log),
    options: [
      {
        type: ApplicationCommandOptionType.Channel,
        channel_types: [ChannelType.GuildText, ChannelType.PublicThread, ChannelType.PrivateThread],
        ...localiseDescription(({ settings }) => settings.subcommands.log.options.channel),
      },
    ],
  },
  changes: ({ options }) => ({ logChannelId: options.getChannel('channel')?.id ?? null }),
  inWords: ({ logChannelId }, { settings }) =>
    logChannelId === null ? settings.log.none : settings.log.some({ place: `<#${logChannelId}>` }),
  warnings({ logChannelId }, { canWrite, canShowCards }, { settings }) {
    if (logChannelId === null || (canWrite(logChannelId) && canShowCards(logChannelId))) return [];
    return [settings.closedToCards({ place: `<#${logChannelId}>` })];
  },
};
