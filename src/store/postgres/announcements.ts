import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { z } from 'zod';
import type { Change } from '../kit/coordination.ts';
import type { Tables } from '../kit/tables.ts';
import type { PostgresAddress } from './postgres-address.ts';
import { SteadyConnection } from './steady-connection.ts';

/** Two Footnotes in two schemas of a database do not hear each other. */
const CHANNEL = `'footnote_' || md5(current_schema())`;
/** Ids of Discord have at most 20 digits. A longer one would make the announcement longer than PostgreSQL takes. */
const id = z.string().min(1).max(100);

const announcement = z.object({
  /** The process that made it. */
  from: id,
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('snapshot') }),
    z.object({ kind: z.literal('server'), guildId: id }),
    z.object({ kind: z.literal('member'), memberId: id }),
    z.object({ kind: z.literal('shards') }),
  ]),
});

interface AnnouncementOptions {
  readonly address: PostgresAddress;
  readonly db: Kysely<Tables>;
  /** Names this process. */
  readonly from: string;
}

type Listener = (change: Change | null) => void;

/** What processes tell each other through `NOTIFY`. One connection of its own listens, once somebody subscribes. */
export class Announcements {
  readonly #options: AnnouncementOptions;
  readonly #connection: SteadyConnection;
  readonly #listeners = new Set<Listener>();

  constructor(options: AnnouncementOptions) {
    this.#options = options;
    this.#connection = new SteadyConnection({
      ...options.address,
      onConnected: (client) => this.#listen(client),
    });
  }

  /**
   * Announces a change at once, or within a transaction: then PostgreSQL tells of it when that is committed, and never where it is not.
   *
   * @throws {StoreError} `cannot-write`, `unusable-file`
   */
  async announce(change: Change, db: Kysely<Tables> = this.#options.db): Promise<void> {
    const payload = JSON.stringify(announcement.parse({ from: this.#options.from, change }));
    await sql`select pg_notify(${sql.raw(CHANNEL)}, ${payload})`.execute(db);
  }

  subscribe(listener: Listener): () => void {
    // The same function may subscribe twice.
    const own: Listener = (change) => listener(change);
    this.#listeners.add(own);
    this.#connection.start();
    return () => void this.#listeners.delete(own);
  }

  end(): Promise<void> {
    this.#listeners.clear();
    return this.#connection.end();
  }

  async #listen(client: pg.Client): Promise<void> {
    client.on('notification', ({ payload = '' }) => this.#hear(payload));
    const { rows } = await client.query<{ channel: string }>(`select ${CHANNEL} as channel`);
    await client.query(`listen ${rows[0]?.channel ?? ''}`);
    this.#tell(null);
  }

  /** Passes over what no process of this version has sent: anybody who may use the database may send anything. */
  #hear(payload: string): void {
    const { data } = announcement.safeParse(parseJson(payload));
    if (data !== undefined && data.from !== this.#options.from) this.#tell(data.change);
  }

  #tell(change: Change | null): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
