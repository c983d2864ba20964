import { ChannelType } from 'discord.js';

/** The channels that settings take, by the kind of the setting. */
export const CHANNEL_TYPES = {
  /** Where a single message is posted. */
  channel: [ChannelType.GuildText, ChannelType.PublicThread, ChannelType.PrivateThread],
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
