import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import type { Logger } from 'pino';
import { createBadTokenError, type Ending, explainClose } from '../kit/failures.ts';

interface EndingOptions {
  readonly log: Logger;
  /** The first signal to stop; the one after that ends the process at once, without us. */
  readonly signal: Promise<NodeJS.Signals>;
}

/**
 * Resolves with the first ending once the client is used. Errors that nobody caught end the bot, so that it is started again rather than
 * left half alive; those after the first ending are logged and no more.
 */
export function awaitEnding(client: Client, { log, signal }: EndingOptions): Promise<Ending> {
  let hasEnded = false;
  return new Promise((resolve) => {
    const end = (ending: Ending): void => {
      if (hasEnded && ending.kind === 'outage') log.error({ err: ending.error }, 'failed while stopping');
      hasEnded = true;
      resolve(ending);
    };
    const outage = (error: unknown): void => end({ kind: 'outage', error });
    void signal.then((name) => end({ kind: 'signal', signal: name }));
    process.on('unhandledRejection', outage);
    process.on('uncaughtException', outage);
    client.on(Events.ShardDisconnect, ({ code }) => end(explainClose(code)));
    client.on(Events.Invalidated, () => outage(new Error('Discord has invalidated the session')));
    client.rest.on('response', ({ path }, { status }) => {
      if (client.isReady() && status === 401 && isAuthenticated(path)) {
        outage(new Error('Discord no longer accepts the token'));
      }
    });
  });
}

/** Logs in; resolves only if that fails, with the reason. */
export async function awaitLoginFailure(client: Client, token: string): Promise<Ending> {
  try {
    await client.login(token);
  } catch (error) {
    return isRefusal(error)
      ? { kind: 'refused', error: createBadTokenError(error) }
      : { kind: 'outage', error };
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
