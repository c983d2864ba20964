import type pg from 'pg';
import { convertPostgresError } from './postgres-errors.ts';
import { createClientOptions, SteadyClient, setSessionLimits } from './session.ts';

/** The server keeps the locks of a vanished machine for some eight seconds; its holder must know earlier that it has lost them. */
const BEAT_MS = 2_000;
const BEAT_ANSWER_MS = 3_000;
const FIRST_PAUSE_MS = 100;
/** Short: after the database was away, nobody takes the locks of others before these had the time to connect again. */
const MAX_PAUSE_MS = 1_000;

export interface SteadyConnectionOptions {
  readonly url: string;
  /** How messages name the database. */
  readonly name: string;
  /** Prepares a new connection before it is used. */
  readonly onConnected?: (client: pg.Client) => Promise<void>;
  /** Called when a connection was lost. */
  readonly onLost?: () => void;
}

/** One connection that is made again, with growing pauses, whenever it is lost. A query every two seconds finds out whether it is there. */
export class SteadyConnection {
  readonly #options: SteadyConnectionOptions;
  #client: pg.Client | null = null;
  /** The attempt that is under way or was the last one. */
  #attempt: Promise<pg.Client> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #failures = 0;
  #isEnded = false;

  constructor(options: SteadyConnectionOptions) {
    this.#options = options;
  }

  /**
   * Connects if nobody has called it before, and returns the connection. While the database is away, it fails at once.
   *
   * @throws {StoreError} `cannot-write`, `unusable-file`
   */
  async get(): Promise<pg.Client> {
    this.start();
    try {
      return await (this.#attempt ?? this.#connect());
    } catch (error) {
      throw convertPostgresError(this.#options.name, error);
    }
  }

  /** Connects if nobody has called it before, and returns at once. */
  start(): void {
    if (this.#attempt === null) this.#setAttempt(this.#connect());
  }

  /** Gives a connection up that did not answer in time. The next one follows by itself. */
  abandon(client: pg.Client): void {
    if (this.#client !== client) return;
    destroy(client);
    this.#lose(client);
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#attempt?.catch(() => {});
    const client = this.#client;
    this.#client = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await client?.end().catch(() => {});
  }

  async #connect(): Promise<pg.Client> {
    const client = new SteadyClient({
      ...createClientOptions(this.#options.url),
      query_timeout: BEAT_ANSWER_MS,
    });
    try {
      await client.connect();
      await setSessionLimits(client);
      await this.#options.onConnected?.(client);
    } catch (error) {
      destroy(client);
      this.#failures++;
      this.#connectLater();
      throw error;
    }
    this.#failures = 0;
    this.#client = client;
    client.once('end', () => this.#lose(client));
    this.#beatLater(client);
    return client;
  }

  #lose(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.#setAttempt(Promise.reject(new Error('Connection terminated')));
    this.#options.onLost?.();
    this.#connectLater();
  }

  #connectLater(): void {
    const pauseMs = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures);
    this.#later(pauseMs, () => this.#setAttempt(this.#connect()));
  }

  /** Nobody may be waiting for it. */
  #setAttempt(attempt: Promise<pg.Client>): void {
    this.#attempt = attempt;
    attempt.catch(() => {});
  }

  #beatLater(client: pg.Client): void {
    this.#later(BEAT_MS, () => void this.#beat(client));
  }

  async #beat(client: pg.Client): Promise<void> {
    try {
      await client.query('select 1');
      if (this.#client === client) this.#beatLater(client);
    } catch {
      this.abandon(client);
    }
  }

  #later(delayMs: number, work: () => void): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (!this.#isEnded) this.#timer = setTimeout(work, delayMs).unref();
  }
}

/** Closes the socket without waiting for the server, which may be gone. */
function destroy(client: pg.Client): void {
  client.end().catch(() => {});
  client.connection.stream.destroy();
}
