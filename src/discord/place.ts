import { type Channel, ChannelType, type Interaction, type Message, PermissionFlagsBits } from 'discord.js';
import type { MemberQuestion } from '../requests/answer-member.ts';
import type { Spot } from '../requests/speaking.ts';

type Place = Pick<MemberQuestion, keyof Spot | 'isThread' | 'isHidden'>;

/** What is written in a channel: a message, or what a command or button sends. */
interface Written {
  readonly guildId: string | null;
  readonly channelId: string;
  readonly channel: Interaction['channel'] | Message['channel'];
}

/** Where something is asked. */
export function placeOf({ guildId, channelId, channel }: Written): Place {
  return {
    guildId,
    channelId,
    parentIds: parentsOf(channel),
    isThread: channel?.isThread() ?? false,
    isHidden: !isSeenByAll(channel),
  };
}

/** The ids of what a channel hangs under, the nearest first: a thread's channel, and the category. */
export function parentsOf(channel: Channel | null): readonly string[] {
  if (channel === null || channel.isDMBased() || channel.parentId === null) return [];
  return [channel.parentId, ...parentsOf(channel.parent)];
}

/** Whether a card would be shown in a channel that the bot writes in by itself; Discord leaves it out otherwise, or refuses it. */
export function showsCards(channel: Channel): boolean {
  if (channel.isDMBased()) return true;
  const { me } = channel.guild.members;
  return me !== null && (channel.permissionsFor(me)?.has(PermissionFlagsBits.EmbedLinks) ?? false);
}

/** False too where that cannot be told: in channels that the bot does not see, and where it is not a member. */
function isSeenByAll(channel: Written['channel']): boolean {
  if (channel === null || channel.isDMBased() || channel.type === ChannelType.PrivateThread) return false;
  const { everyone } = channel.guild.roles;
  return channel.permissionsFor(everyone)?.has(PermissionFlagsBits.ViewChannel) ?? false;
}
