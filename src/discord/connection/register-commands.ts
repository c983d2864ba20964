import { DiscordAPIError, REST, Routes } from 'discord.js';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { createBadTokenError } from '../kit/failures.ts';
import { syncCommands } from '../routing/registration.ts';
import type { ConnectionSettings } from './client.ts';

/**
 * Registers the commands without connecting to the gateway, and says on `output` what came of it.
 *
 * @throws {UserFacingError} `bad-token`; `not-registered` where Discord is out of reach or refuses
 */
export async function registerCommands(
  { token, apiUrl, guildId }: Omit<ConnectionSettings, 'shards'> & { readonly guildId: string | null },
  output: { readonly write: (text: string) => unknown },
): Promise<number> {
  const rest = new REST({ api: apiUrl }).setToken(token);
  try {
    const applicationId = readId(await rest.get(Routes.currentApplication()));
    const result = await syncCommands(rest, { applicationId, guildId });
    const where = guildId === null ? 'everywhere' : `in server ${guildId}`;
    output.write(`${result === 'written' ? 'Registered' : 'Already registered'} ${where}.\n`);
    return 0;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) throw createBadTokenError(error);
    throw new UserFacingError('not-registered', `The commands could not be registered: ${explain(error)}`, {
      cause: error,
    });
  }
}

function explain(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function readId(application: unknown): string {
  if (typeof application === 'object' && application !== null && 'id' in application)
    return String(application.id);
  throw new TypeError('Discord told no application id');
}
