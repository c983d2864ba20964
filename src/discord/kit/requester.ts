import { type Interaction, PermissionFlagsBits } from 'discord.js';
import type { Requester } from '../../requests/kit/requester.ts';
import { settingsIn } from '../../requests/kit/settings-in.ts';
import type { Refresher } from '../../requests/refreshing/refresh.ts';
import type { BotContext } from './context.ts';
import { countServers } from './shards.ts';

/** What makes a moderator, and who manages a server: for the menu of commands, and again when one runs. */
export const MODERATOR = PermissionFlagsBits.ManageMessages;
export const MANAGER = PermissionFlagsBits.ManageGuild;

/**
 * Who is behind an interaction: a moderator by permission, or by a role that the server has made one for it; whoever manages the server is one, too. Outside servers nobody
 * moderates or manages; where the store is out of order the permission alone counts.
 */
export async function readRequester(interaction: Interaction, context: BotContext): Promise<Requester> {
  const { user, guildId, memberPermissions } = interaction;
  const managesServer = memberPermissions?.has(MANAGER) ?? false;
  const isModerator = managesServer || (memberPermissions?.has(MODERATOR) ?? false);
  return {
    memberId: user.id,
    isModerator: isModerator || (guildId !== null && (await hasModeratorRole(interaction, guildId, context))),
    managesServer,
  };
}

/** The same with what decides whose moderators look after the articles of all servers. */
export async function readRefresher(interaction: Interaction, context: BotContext): Promise<Refresher> {
  const { client, guildId } = interaction;
  const { keeperGuildIds } = context;
  const folder = { keeperGuildIds, serverCount: countServers(client, guildId) };
  return { requester: await readRequester(interaction, context), guildId, folder };
}

async function hasModeratorRole(
  { member }: Interaction,
  guildId: string,
  context: BotContext,
): Promise<boolean> {
  const { moderatorRoleIds } = await settingsIn(context, guildId);
  // @everyone, whose id is the server's, makes no moderators.
  const moderating = new Set(moderatorRoleIds.filter((id) => id !== guildId));
  if (member === null || moderating.size === 0) return false;
  const roles = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return roles.some((id) => moderating.has(id));
}
