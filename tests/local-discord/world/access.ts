import { channelType } from '../wire-values.ts';
import type { Channel } from './channels.ts';
import { memberBits, overwritten, permission, visitorBits } from './permissions.ts';
import type { World } from './world.ts';

/** Whether the bot is on the other side, or has been added to the server. */
export function isBotIn(world: World, channel: Channel): boolean {
  return channel.recipient !== undefined || world.guilds.some(({ id }) => id === channel.guildId);
}

/** What the bot may do in a channel, as discord.js computes it too. A thread follows its parent's overwrites. */
export function botPermissions(world: World, channel: Channel): bigint {
  if (channel.type === channelType.dm) return visitorBits | permission.useExternalEmojis;
  if (!isBotIn(world, channel)) return visitorBits;
  return overwritten(memberBits, world.overwrites.get(channel.parentId ?? channel.id) ?? {});
}

/** Whether the bot hears of what happens in the channel. */
export function canBotSee(world: World, channel: Channel): boolean {
  if (channel.recipient) return true;
  return isBotIn(world, channel) && (botPermissions(world, channel) & permission.viewChannel) !== 0n;
}
