import { type Interaction, PermissionFlagsBits } from 'discord.js';
import { NO_ACCESS, type Readers } from '../../knowledge/article/limits.ts';
import type { Requester, ServerRequest } from '../../requests/kit/requester.ts';
import { maintainsFolder, type Refresher } from '../../requests/refreshing/refresh.ts';
import type { ServerSettings } from '../../server-settings/settings-table.ts';
import { requireGuildId } from './channels/channel-context.ts';
import { readAccessOfServer } from './channels/reader-access.ts';
import type { RequestContext } from './context.ts';

/** The permissions of moderators and of those who manage a server. The command list shows commands by them; requests check them again. */
export const MODERATOR = PermissionFlagsBits.ManageMessages;
export const MANAGER = PermissionFlagsBits.ManageGuild;

/**
 * Returns who sent an interaction. A member is a moderator by permission, by a role that the server's settings name, or by managing the
 * server. Outside servers nobody moderates or manages. While the store fails, the settings name no role.
 */
export function readRequester(interaction: Interaction, context: RequestContext): Requester {
  const { settings } = context;
  const { user, guildId, memberPermissions } = interaction;
  const managesServer = memberPermissions?.has(MANAGER) ?? false;
  const isModerator =
    managesServer ||
    (memberPermissions?.has(MODERATOR) ?? false) ||
    (guildId !== null && hasModeratorRole(interaction, guildId, settings));
  return {
    memberId: user.id,
    isModerator,
    managesServer,
    ...(isModerator ? { toolReaders: readToolReaders(interaction, context) } : {}),
  };
}

/**
 * Returns who sent an interaction, and in which server.
 *
 * @throws {UserFacingError} `not-a-moderator` outside servers
 */
export function readServerRequest(interaction: Interaction, context: RequestContext): ServerRequest {
  return { requester: readRequester(interaction, context), guildId: requireGuildId(interaction) };
}

/**
 * Returns what the tools of moderators show: all articles where these moderators look after the shared ones, and elsewhere whatever any member of
 * the server may read. Anybody may invite a public bot, and is a moderator in their own server.
 */
function readToolReaders({ guild }: Interaction, { maintainerGuildIds, shards }: RequestContext): Readers {
  if (guild === null) return NO_ACCESS;
  const folder = { maintainerGuildIds, serverCount: shards.countServers(guild.id) };
  return maintainsFolder({ guildId: guild.id, folder }) ? 'everything' : readAccessOfServer(guild);
}

/** Returns who sent an interaction, with the facts that decide whether they may refresh the shared articles. */
export function readRefresher(interaction: Interaction, context: RequestContext): Refresher {
  const { guildId } = interaction;
  const { maintainerGuildIds, shards } = context;
  const folder = { maintainerGuildIds, serverCount: shards.countServers(guildId) };
  return { requester: readRequester(interaction, context), guildId, folder };
}

function hasModeratorRole(
  { member }: Interaction,
  guildId: string,
  { moderatorRoleIds }: ServerSettings,
): boolean {
  // @everyone has the id of the server; choosing it makes nobody a moderator.
  const moderatorRoles = new Set(moderatorRoleIds.filter((id) => id !== guildId));
  if (member === null || moderatorRoles.size === 0) return false;
  const roles = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return roles.some((id) => moderatorRoles.has(id));
}
