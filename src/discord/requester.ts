import { type Interaction, PermissionFlagsBits } from 'discord.js';
import type { Requester } from '../requests/requester.ts';

/** What makes a moderator, and who manages a server: for the menu of commands, and again when one runs. */
export const MODERATOR = PermissionFlagsBits.ManageMessages;
export const MANAGER = PermissionFlagsBits.ManageGuild;

/** Who is behind an interaction; outside servers nobody moderates or manages. */
export function requesterOf({ user, memberPermissions }: Interaction): Requester {
  return {
    memberId: user.id,
    isModerator: memberPermissions?.has(MODERATOR) ?? false,
    managesServer: memberPermissions?.has(MANAGER) ?? false,
  };
}
