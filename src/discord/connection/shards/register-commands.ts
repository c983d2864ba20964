import { type Client, DiscordAPIError, REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { UserFacingError } from '../../../requests/kit/user-facing-error.ts';
import { checkRegistrationSettings, refuseMistakes } from '../../../settings/settings.ts';
import type { Environment } from '../../../settings/values.ts';
import type { BotContext } from '../../kit/context.ts';
import { createBadTokenError } from '../../kit/failures.ts';
import { syncCommands } from '../../routing/registration.ts';
import type { ConnectionSettings } from './client.ts';

/**
 * Runs `register` and returns its exit status.
 *
 * @throws {UserFacingError} `unusable-settings`; those of {@link registerCommands}
 */
export async function runRegisterCommand({
  env,
  output,
}: {
  readonly env: Environment;
  readonly output: OutputStream;
}): Promise<number> {
  const { settings, mistakes } = checkRegistrationSettings(env);
  refuseMistakes(mistakes, env);
  return registerCommands(settings, output);
}

interface OutputStream {
  readonly write: (text: string) => unknown;
}

interface RegistrationScope {
  /** The server to register the commands in; null to register them everywhere. */
  readonly guildId: string | null;
}

/**
 * Registers the commands without connecting to the gateway, and writes the result to `output`.
 *
 * @throws {UserFacingError} `bad-token`; `not-registered` when Discord cannot be reached or refuses
 */
export async function registerCommands(
  { token, apiUrl, guildId }: Pick<ConnectionSettings, 'token' | 'apiUrl'> & RegistrationScope,
  output: OutputStream,
): Promise<number> {
  const rest = new REST({ api: apiUrl }).setToken(token);
  try {
    const applicationId = readId(await rest.get(Routes.currentApplication()));
    const { result } = await syncCommands(rest, { applicationId, guildId });
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
  throw new TypeError('Discord sent no application id');
}

/**
 * Registers the commands and the profile text over the connected client, and remembers the ids of the commands for links. A failure is only
 * logged: registered commands still work.
 */
export async function registerConnected(
  client: Client,
  { guildId }: RegistrationScope,
  { commandLinks, log }: Pick<BotContext, 'commandLinks' | 'log'>,
): Promise<void> {
  try {
    const applicationId = client.application?.id ?? '';
    const { result, registered } = await syncCommands(client.rest, { applicationId, guildId });
    commandLinks.remember(registered);
    log.info({ result, profile: await writeProfile(client, log) }, 'commands registered');
  } catch (err) {
    log.error({ err, guildId }, 'commands not registered: try “npm run register”');
  }
}

/** Writes the profile text. A failure is only logged: the bot works without the text. */
async function writeProfile(client: Client, log: Logger): Promise<'unchanged' | 'written' | 'refused'> {
  try {
    return await describeProfile(client.rest);
  } catch (err) {
    log.warn({ err }, 'profile text not written: write one on Discord’s page for developers');
    return 'refused';
  }
}

/** The profile text of the bot, at most 400 characters. Discord stores one text for all languages, so it is in English. */
export const PROFILE =
  'I answer questions from this community’s articles: every answer is a quote with its exact source, and where they do not hold it, I say so. Ask with /ask, mention me, or write to me; /help tells what I can do and what I keep.';

/**
 * Sets the profile text when the bot has none; keeps a text that the operator wrote.
 *
 * @throws {DiscordAPIError} when Discord refuses the text
 * @see https://discord.com/developers/docs/resources/application#edit-current-application
 */
async function describeProfile(rest: REST): Promise<'unchanged' | 'written'> {
  const application = await rest.get(Routes.currentApplication());
  if (hasDescription(application)) return 'unchanged';
  await rest.patch(Routes.currentApplication(), { body: { description: PROFILE } });
  return 'written';
}

function hasDescription(application: unknown): boolean {
  if (typeof application !== 'object' || application === null || !('description' in application))
    return false;
  return typeof application.description === 'string' && application.description.trim() !== '';
}
