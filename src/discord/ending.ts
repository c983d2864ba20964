import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import { badToken, type Ending, explainClose } from './failures.ts';

/** Resolves with the first ending once the client is used; every later one is ignored. */
export function firstEnding(client: Client): Promise<Ending> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => resolve({ kind: 'signal', signal }));
    }
    const outage = (error: unknown): void => resolve({ kind: 'outage', error });
    process.on('unhandledRejection', outage);
    process.on('uncaughtException', outage);
    client.on(Events.ShardDisconnect, ({ code }) => resolve(explainClose(code)));
    client.on(Events.Invalidated, () => outage(new Error('Discord has invalidated the session')));
    client.rest.on('response', ({ path }, { status }) => {
      if (client.isReady() && status === 401 && isAuthenticated(path)) {
        outage(new Error('Discord no longer accepts the token'));
      }
    });
  });
}

/** Logs in; resolves only if that fails, with the reason. */
export async function loginEnding(client: Client, token: string): Promise<Ending> {
  try {
    await client.login(token);
  } catch (error) {
    return isRefusal(error) ? { kind: 'refused', error: badToken(error) } : { kind: 'outage', error };
  }
  return new Promise(() => {});
}

function isRefusal(error: unknown): boolean {
  return (
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
    (error instanceof DiscordAPIError && error.status === 401)
  );
}

/**
 * Whether a request carries the bot's token: discord.js forgets the token for good when one of these is refused.
 * Interactions and webhooks have tokens of their own in their addresses.
 */
function isAuthenticated(path: string): boolean {
  return !path.startsWith('/interactions/') && !path.startsWith('/webhooks/');
}
