import { type Interaction, PermissionFlagsBits } from 'discord.js';
import { orTold } from '../requests/kept.ts';
import type { Requester } from '../requests/requester.ts';
import type { BotContext } from './context.ts';

/** What makes a moderator, and who manages a server: for the menu of commands, and again when one runs. */
export const MODERATOR = PermissionFlagsBits.ManageMessages;
export const MANAGER = PermissionFlagsBits.ManageGuild;

/**
 * Who is behind an interaction: a moderator by permission, or by a role that the server has made one for it. Outside servers nobody
 * moderates or manages; where the store is out of order the permission alone counts.
 */
export async function requesterOf(interaction: Interaction, context: BotContext): Promise<Requester> {
  const { user, guildId, memberPermissions } = interaction;
  const isModerator = memberPermissions?.has(MODERATOR) ?? false;
  return {
    memberId: user.id,
    isModerator: isModerator || (guildId !== null && (await hasModeratorRole(interaction, guildId, context))),
    managesServer: memberPermissions?.has(MANAGER) ?? false,
  };
}

async function hasModeratorRole(
  { member }: Interaction,
  guildId: string,
  { store, onNotKept }: BotContext,
): Promise<boolean> {
  const settings = await orTold(onNotKept, () => store.guildSettings.of(guildId));
  const moderating = new Set(settings?.moderatorRoleIds);
  if (member === null || moderating.size === 0) return false;
  const roles = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return roles.some((id) => moderating.has(id));
}
