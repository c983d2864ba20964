import { channelType } from '../wire-values.ts';
import type { Channel } from './channels.ts';
import type { Guild } from './guilds.ts';
import { applyOverwrite, memberBits, permission, visitorBits } from './permissions.ts';
import type { World } from './world.ts';

/** The guilds that the bot is in now. */
export function listBotGuilds({ allGuilds, withoutBot }: World): readonly Guild[] {
  return allGuilds.filter(({ id }) => !withoutBot.has(id));
}

/** Whether the bot is on the other side, or in the channel's guild. */
export function isBotIn(world: World, { recipient, guildId }: Channel): boolean {
  return recipient !== undefined || listBotGuilds(world).some(({ id }) => id === guildId);
}

/** What the bot may do in a channel, as discord.js computes it too. A thread follows its parent's overwrites. */
export function findBotPermissions(world: World, channel: Channel): bigint {
  if (channel.type === channelType.dm) return visitorBits | permission.useExternalEmojis;
  if (!isBotIn(world, channel)) return visitorBits;
  return applyOverwrite(memberBits, world.overwrites.get(channel.parentId ?? channel.id) ?? {});
}

/** Whether the bot hears of what happens in the channel. */
export function canBotSee(world: World, channel: Channel): boolean {
  if (channel.recipient) return true;
  return isBotIn(world, channel) && (findBotPermissions(world, channel) & permission.viewChannel) !== 0n;
}

/** Whether a request's path names a channel of a guild that this part of the world does not show. */
export function isElsewhere({ channels, guilds, guildWithoutBot }: World, path: string): boolean {
  const { guildId } = channels.get(/^\/channels\/(\d+)/.exec(path)?.[1] ?? '') ?? {};
  return guildId !== undefined && ![...guilds, guildWithoutBot].some(({ id }) => id === guildId);
}
