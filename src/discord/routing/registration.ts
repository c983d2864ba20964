import { isDeepStrictEqual } from 'node:util';
import { type REST, Routes } from 'discord.js';
import { ALL_COMMANDS } from './commands.ts';

export interface RegistrationTarget {
  readonly applicationId: string;
  /** The server to register in; null to register everywhere. */
  readonly guildId: string | null;
}

export interface Registration {
  readonly result: 'unchanged' | 'written';
  /** Discord's list of our commands, with their ids. */
  readonly registered: unknown;
}

/**
 * Makes Discord's list of our commands equal to ours. Writes only when they differ, because Discord lets an application create commands
 * only 200 times a day.
 *
 * @throws {DiscordAPIError} when Discord refuses, for example for a server that the bot is not in
 * @see https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands
 */
export async function syncCommands(rest: REST, target: RegistrationTarget): Promise<Registration> {
  const { applicationId, guildId } = target;
  const route =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = ALL_COMMANDS.map(({ definition }) => definition);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = await rest.get(route, { query });
  if (Array.isArray(registered) && areSameCommands(wanted, registered))
    return { result: 'unchanged', registered };
  return { result: 'written', registered: await rest.put(route, { body: wanted }) };
}

/** Returns whether both lists define the same commands, ignoring their order and the defaults that Discord adds. */
export function areSameCommands(wanted: readonly unknown[], registered: readonly unknown[]): boolean {
  return isDeepStrictEqual(new Set(wanted.map(dropDefaults)), new Set(registered.map(dropDefaults)));
}

/** The fields that Discord adds to a registered command. */
const ADDED_BY_DISCORD: ReadonlySet<string> = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'default_permission',
  'name_localized',
  'description_localized',
]);

/** Returns a definition without added fields and defaults. */
function dropDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropDefaults);
  if (typeof value !== 'object' || value === null) return value;
  const meaningful = Object.entries(value).filter(
    ([key, content]) => !ADDED_BY_DISCORD.has(key) && !isDefault(key, content),
  );
  return Object.fromEntries(meaningful.map(([key, content]) => [key, dropDefaults(content)]));
}

function isDefault(key: string, content: unknown): boolean {
  if (content === null || content === undefined || content === false || content === '') return true;
  if (key === 'type' && content === 1) return true;
  return typeof content === 'object' && Object.keys(content).length === 0;
}
