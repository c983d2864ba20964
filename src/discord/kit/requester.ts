import { type Interaction, PermissionFlagsBits } from 'discord.js';
import { readServerSettings } from '../../requests/kit/read-server-settings.ts';
import type { Requester } from '../../requests/kit/requester.ts';
import type { Refresher } from '../../requests/refreshing/refresh.ts';
import type { BotContext } from './context.ts';
import { countServers } from './shards.ts';

/** The permissions of moderators and of those who manage a server. The command list shows commands by them; requests check them again. */
export const MODERATOR = PermissionFlagsBits.ManageMessages;
export const MANAGER = PermissionFlagsBits.ManageGuild;

/**
 * Returns who sent an interaction. A member is a moderator by permission, by a role that the server's settings name, or by managing the
 * server. Outside servers nobody moderates or manages. While the store fails, only the permission counts.
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

/** Returns who sent an interaction, with the facts that decide whether they may refresh the shared articles. */
export async function readRefresher(interaction: Interaction, context: BotContext): Promise<Refresher> {
  const { client, guildId } = interaction;
  const { maintainerGuildIds } = context;
  const folder = { maintainerGuildIds, serverCount: countServers(client, guildId) };
  return { requester: await readRequester(interaction, context), guildId, folder };
}

async function hasModeratorRole(
  { member }: Interaction,
  guildId: string,
  context: BotContext,
): Promise<boolean> {
  const { moderatorRoleIds } = await readServerSettings(context, guildId);
  // @everyone has the id of the server; choosing it makes nobody a moderator.
  const moderatorRoles = new Set(moderatorRoleIds.filter((id) => id !== guildId));
  if (member === null || moderatorRoles.size === 0) return false;
  const roles = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return roles.some((id) => moderatorRoles.has(id));
}
