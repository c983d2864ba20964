import {
  type BaseInteraction,
  type Channel,
  ChannelType,
  type Client,
  type Guild,
  type Message,
  PermissionFlagsBits,
} from 'discord.js';
import { listAccessKeys, NO_ACCESS, type ReaderAccess } from '../../../knowledge/article/limits.ts';
import type { AskerAccess } from '../../../requests/kit/asker-access.ts';

/** A message or an interaction, with the member and the channel that it comes from. */
export type ReaderSource =
  | Pick<BaseInteraction, 'guild' | 'channelId' | 'channel' | 'member'>
  | Pick<Message, 'guild' | 'channelId' | 'channel' | 'member'>;

/**
 * Returns what a member may read where they are: the names and ids of the channel and of their roles. Nothing limited in direct messages and in
 * servers that the bot is not in, whose names it does not know.
 */
export function readReaderAccess({ guild, channelId, channel, member }: ReaderSource): ReaderAccess {
  if (guild === null || channelId === null) return NO_ACCESS;
  const roles = member?.roles ?? [];
  const roleIds = Array.isArray(roles) ? roles : [...roles.cache.keys()];
  return { channels: listChannelKeys(channelId, channel), roles: listRoleKeys(guild, roleIds) };
}

/** Returns what all who read a channel may read: their roles do not count. */
export function readAccessForAll(source: ReaderSource): ReaderAccess {
  return { ...readReaderAccess(source), roles: [] };
}

/** Returns what any member of a server may read, in whatever channel and with whatever role. */
export function readAccessOfServer(guild: Guild): ReaderAccess {
  const channels = [...guild.channels.cache.values()].filter((channel) => !channel.isThread());
  return {
    channels: channels.flatMap(listAccessKeys),
    roles: listRoleKeys(guild, [...guild.roles.cache.keys()]),
  };
}

/** Creates the look-ups of what askers may read now, as far as Discord tells it. */
export function createAskerAccess(client: Client): AskerAccess {
  return {
    readChannelAccess: ({ guildId, channelId }) =>
      guildId === null || client.guilds.resolve(guildId) === null
        ? NO_ACCESS
        : { channels: listChannelKeys(channelId, client.channels.resolve(channelId)), roles: [] },
    fetchAskerAccess: async ({ guildId, channelId, askerId }) => {
      const guild = guildId === null ? null : client.guilds.resolve(guildId);
      if (guild === null) return NO_ACCESS;
      try {
        return await fetchMemberAccess(guild, { channelId, askerId });
      } catch {
        return NO_ACCESS;
      }
    },
  };
}

async function fetchMemberAccess(
  guild: Guild,
  { channelId, askerId }: { readonly channelId: string; readonly askerId: string },
): Promise<ReaderAccess> {
  const member = await guild.members.fetch({ user: askerId, force: true });
  const channel = guild.client.channels.resolve(channelId);
  const isSeen =
    channel !== null &&
    !channel.isDMBased() &&
    channel.type !== ChannelType.PrivateThread &&
    channel.permissionsFor(member).has(PermissionFlagsBits.ViewChannel);
  return {
    channels: isSeen ? listChannelKeys(channelId, channel) : [],
    roles: listRoleKeys(guild, [...member.roles.cache.keys()]),
  };
}

/** Lists the keys of a channel, of the one above a thread, and of the category. Any member may name a thread, so its name is no key. */
function listChannelKeys(channelId: string, channel: Channel | null): readonly string[] {
  if (channel === null || channel.isDMBased()) return [channelId];
  const own = channel.isThread() ? [channelId] : listAccessKeys(channel);
  return channel.parent === null ? own : [...own, ...listChannelKeys(channel.parent.id, channel.parent)];
}

/** Lists the keys of roles. @everyone, whose id is that of the server, limits nothing. */
function listRoleKeys({ id, roles }: Guild, roleIds: readonly string[]): readonly string[] {
  return roleIds
    .filter((roleId) => roleId !== id)
    .flatMap((roleId) => {
      const role = roles.cache.get(roleId);
      return role === undefined ? [roleId] : listAccessKeys(role);
    });
}
