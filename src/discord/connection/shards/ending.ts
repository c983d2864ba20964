import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import type { Logger } from 'pino';
import { createBadTokenError, type Ending, explainClose } from '../../kit/failures.ts';

interface EndingOptions {
  readonly log: Logger;
  /** The first signal to stop. A second signal ends the process at once, without this code. */
  readonly signal: Promise<NodeJS.Signals>;
}

/**
 * Resolves with the signal to stop, or with the first uncaught error: that ends the bot, so that a supervisor starts it again instead of
 * leaving it half alive. Errors after the first reason are only logged.
 */
export function awaitProcessEnding({ log, signal }: EndingOptions): Promise<Ending> {
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
  });
}

/** Resolves with the reason when the connection ends for good. */
export function awaitConnectionEnding(client: Client): Promise<Ending> {
  return new Promise((resolve) => {
    const outage = (words: string): void => resolve({ kind: 'outage', error: new Error(words) });
    client.on(Events.ShardDisconnect, ({ code }) => resolve(explainClose(code)));
    client.on(Events.Invalidated, () => outage('Discord has invalidated the session'));
    client.rest.on('response', ({ path }, { status }) => {
      if (client.isReady() && status === 401 && isAuthenticated(path))
        outage('Discord no longer accepts the token');
    });
  });
}

/**
 * Closes the connection to the gateway and leaves the rest of the client at work, for replies under way. The method is not in discord.js’s
 * types. When a later version lacks it, the connection closes with the client.
 */
export async function closeGateway(client: Client): Promise<void> {
  const manager: object = client.ws;
  const destroy: unknown = Reflect.get(manager, 'destroy');
  if (typeof destroy === 'function') await Reflect.apply(destroy, manager, []);
}

/** Closes the connection of a client that was destroyed before it was connected: discord.js would leave it open. */
export async function closeConnection(client: Client): Promise<void> {
  const connection: unknown = Reflect.get(client.ws, '_ws');
  if (typeof connection !== 'object' || connection === null) return;
  const destroy: unknown = Reflect.get(connection, 'destroy');
  if (typeof destroy === 'function') await Reflect.apply(destroy, connection, []);
}

/** Resolves only if a login fails, with the reason. */
export async function awaitLoginFailure(login: Promise<unknown>): Promise<Ending> {
  try {
    await login;
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
 * Returns whether a request carries the bot's token: discord.js discards the token permanently when Discord refuses such a request.
 * Requests for interactions and webhooks carry their own tokens in their addresses.
 */
function isAuthenticated(path: string): boolean {
  return !path.startsWith('/interactions/') && !path.startsWith('/webhooks/');
}

/** A gateway event that discord.js failed to process. */
export interface PacketFailure {
  readonly err: unknown;
  /** The name of the event, such as `MESSAGE_CREATE`, or null if it has none. */
  readonly event: string | null;
}

/**
 * Keeps an exception that discord.js throws for one event from ending the process: the event is lost, and `onFailed` receives it. The
 * patched method is not in discord.js’s types. When a later version lacks it, such an exception ends the process like any other.
 */
export function survivePacketFailures(client: Client, onFailed: (failure: PacketFailure) => void): void {
  const manager: object = client.ws;
  const handle: unknown = Reflect.get(manager, 'handlePacket');
  if (typeof handle !== 'function') return;
  Reflect.set(manager, 'handlePacket', (...args: readonly unknown[]): unknown => {
    try {
      return Reflect.apply(handle, manager, args);
    } catch (err) {
      onFailed({ err, event: readEventName(args[0]) });
      return false;
    }
  });
}

function readEventName(packet: unknown): string | null {
  const isNamed =
    typeof packet === 'object' && packet !== null && 't' in packet && typeof packet.t === 'string';
  return isNamed ? String(packet.t) : null;
}
