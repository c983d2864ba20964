import { type REST, Routes } from 'discord.js';
import { ALL_COMMANDS } from './commands.ts';

export interface RegistrationTarget {
  readonly applicationId: string;
  /** Null for everywhere. */
  readonly guildId: string | null;
}

/**
 * Makes Discord's list of our commands the one we have; writes only where they differ, since commands may be
 * created 200 times a day.
 *
 * @throws {DiscordAPIError} what Discord refuses, such as a server that the bot is not in
 * @see https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands
 */
export async function syncCommands(rest: REST, target: RegistrationTarget): Promise<'unchanged' | 'written'> {
  const { applicationId, guildId } = target;
  const route =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = ALL_COMMANDS.map(({ definition }) => definition);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = await rest.get(route, { query });
  if (Array.isArray(registered) && areSameCommands(wanted, registered)) return 'unchanged';
  await rest.put(route, { body: wanted });
  return 'written';
}

/** Whether both lists say the same, whatever their order and whatever defaults Discord has added to its own. */
export function areSameCommands(wanted: readonly unknown[], registered: readonly unknown[]): boolean {
  return JSON.stringify(inOrder(wanted)) === JSON.stringify(inOrder(registered));
}

function inOrder(commands: readonly unknown[]): readonly string[] {
  return commands.map((command) => JSON.stringify(essence(command))).toSorted();
}

/** What Discord adds to a command that it has stored. */
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

/** A definition without what says nothing: added fields, defaults, and the order of keys. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  const told = Object.entries(value).filter(
    ([key, content]) => !ADDED_BY_DISCORD.has(key) && !isDefault(key, content),
  );
  return Object.fromEntries(told.map(([key, content]) => [key, essence(content)]).toSorted(byKey));
}

function isDefault(key: string, content: unknown): boolean {
  if (content === null || content === undefined || content === false || content === '') return true;
  if (key === 'type' && content === 1) return true;
  return typeof content === 'object' && Object.keys(content).length === 0;
}

function byKey([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}
