import { ChannelType } from 'discord.js';
import type { SettingRow } from '../../server-settings/setting-row.ts';

const CHANNEL_TYPES = {
  /** Where a single message is posted. */
  channel: [ChannelType.GuildText, ChannelType.PublicThread, ChannelType.PrivateThread],
  /** Where each thread is a post. Discord’s description of options and menus does not name media channels, which are alike. */
  forums: [ChannelType.GuildForum],
  /** Where members write, and categories, which stand for all channels in them. */
  channels: [
    ChannelType.GuildText,
    ChannelType.GuildAnnouncement,
    ChannelType.GuildForum,
    ChannelType.GuildVoice,
    ChannelType.GuildStageVoice,
    ChannelType.PublicThread,
    ChannelType.PrivateThread,
    ChannelType.GuildCategory,
  ],
} as const;

/** Returns the types of the channels that a setting for channels takes. */
export function listChannelTypes(row: SettingRow) {
  if (row.kind !== 'channels') return CHANNEL_TYPES.channel;
  return row.isForForums === true ? CHANNEL_TYPES.forums : CHANNEL_TYPES.channels;
}
