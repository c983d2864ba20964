import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ChannelType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { english } from '../../wording/kit/english.ts';
import type { BotAccess } from '../kit/channels/bot-access.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';

/*
 * Discord's options take one value each: several channels or roles are as many options.
 */

/** Where people write, and categories, which stand for all channels in them. */
const PLACES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildCategory,
] as const;

const ROLES = ['first', 'second', 'third'] as const;
const CHANNELS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

/** The options for up to three roles. */
export function roleOptions(): APIApplicationCommandBasicOption[] {
  return ROLES.map((place) => ({
    type: ApplicationCommandOptionType.Role,
    ...localiseDescription(({ settings: { roles } }) => ({
      name: roles[place],
      description: roles.description,
    })),
  }));
}

/** The ids of the roles that were chosen, none twice. */
export function chosenRoles({ options }: ChatInputCommandInteraction): readonly string[] {
  const { roles } = english.commands.settings;
  return [...new Set(ROLES.flatMap((place) => options.getRole(roles[place])?.id ?? []))];
}

/** The options for up to five channels or categories. */
export function channelOptions(): APIApplicationCommandBasicOption[] {
  return CHANNELS.map((place) => ({
    type: ApplicationCommandOptionType.Channel,
    channel_types: [...PLACES],
    ...localiseDescription(({ settings: { channels } }) => ({
      name: channels[place],
      description: channels.description,
    })),
  }));
}

/** The ids of the channels that were chosen, none twice. */
export function chosenChannels({ options }: ChatInputCommandInteraction): readonly string[] {
  const { channels } = english.commands.settings;
  return [...new Set(CHANNELS.flatMap((place) => options.getChannel(channels[place])?.id ?? []))];
}

/** Which of the channels the bot may not write in; of a category that cannot be told. */
export function closedAmong(ids: readonly string[], { isCategory, canWrite }: BotAccess): readonly string[] {
  return ids.filter((id) => !isCategory(id) && !canWrite(id));
}
