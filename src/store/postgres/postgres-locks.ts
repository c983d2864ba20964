import { sql } from 'kysely';
import type pg from 'pg';
import { type HeldLock, PROCESSES_LOCK } from '../kit/coordination.ts';
import type { TransactionLocks } from '../kit/database.ts';
import { StoreError } from '../kit/store-error.ts';
import type { PostgresAddress } from './postgres-address.ts';
import { convertPostgresError } from './postgres-errors.ts';
import { SteadyConnection } from './steady-connection.ts';

/** Keeps Footnote's locks apart from those of other programs in the same database (“Fnot”). */
const LOCK_CLASS = 0x466e6f74;

interface Holding {
  readonly client: pg.Client;
  readonly lose: () => void;
}

/** The number of the lock of a name that belongs to a session, in SQL. */
function nameNumber(name: string): string {
  return `hashtextextended(current_schema() || ' session ' || ${name}, ${LOCK_CLASS})`;
}

const NUMBER = nameNumber('$1');

/** How many sessions hold a lock; a lock of one number shows as two halves of 32 bits. */
const COUNT = `select count(*)::int as count from pg_locks
  where locktype = 'advisory' and granted and objsubid = 1
    and database = (select oid from pg_database where datname = current_database())
    and (classid::bigint << 32) | objid::bigint = ${NUMBER}`;

/** Those of some locks that no session holds. */
const LIST_FREE = `select name from unnest($1::text[]) as wanted (name) where not exists (
  select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 1
    and database = (select oid from pg_database where datname = current_database())
    and (classid::bigint << 32) | objid::bigint = ${nameNumber('wanted.name')})`;

/** Ends the session of a connection that was lost, so that its locks are free at once. The start tells it from a later one with the same number. */
const END_SESSION = `select pg_terminate_backend(pid, 2000) from pg_stat_activity
  where pid = $1 and backend_start = $2::timestamptz and usename = current_user`;

/** A session of the server. */
interface Session {
  readonly pid: number;
  /** As the server writes it. */
  readonly startedAt: string;
}

/**
 * The locks that this process holds, all in one session of their own. PostgreSQL frees them when the session ends: at the latest some eight
 * seconds after the machine has vanished. A process that was paused for longer learns of it only with the server's next answer.
 */
export class SessionLocks {
  readonly #name: string;
  readonly #connection: SteadyConnection;
  /** What this process holds or is about to. PostgreSQL would give a session the same lock twice. */
  readonly #taken = new Map<string, Holding | null>();
  /** The end of the last statement of each connection. Never rejects. */
  readonly #lastStatements = new WeakMap<pg.Client, Promise<unknown>>();
  /** The session of the last connection. */
  #session: Session | null = null;
  #isMember = false;
  /** The connection that counts this process. */
  #memberClient: pg.Client | null = null;

  constructor({ url, name }: PostgresAddress) {
    this.#name = name;
    this.#connection = new SteadyConnection({
      url,
      name,
      onConnected: (client) => this.#begin(client),
      onLost: () => this.#loseAll(),
    });
  }

  /** @throws {StoreError} `cannot-write`, `unusable-file`, `in-use` */
  async join(): Promise<void> {
    if (this.#isMember) return;
    this.#isMember = true;
    const client = await this.#connection.get();
    // The connection may have been made after the line above, which has taken the lock then.
    if (this.#memberClient !== client) await this.#countIn(client);
  }

  async leave(): Promise<void> {
    this.#isMember = false;
    const client = this.#memberClient;
    this.#memberClient = null;
    if (client !== null)
      await this.#query(client, `select pg_advisory_unlock_shared(${NUMBER})`, PROCESSES_LOCK).catch(
        () => {},
      );
  }

  /** Frees what the session before still holds, and counts the process again. */
  async #begin(client: pg.Client): Promise<void> {
    if (this.#session !== null) await client.query(END_SESSION, [this.#session.pid, this.#session.startedAt]);
    const { rows } = await client.query<Session>(
      `select pid, backend_start::text as "startedAt" from pg_stat_activity where pid = pg_backend_pid()`,
    );
    this.#session = rows[0] ?? null;
    if (this.#isMember) await this.#countIn(client);
  }

  /** Whoever may not be counted has no connection: it takes no lock either, and tries again. */
  async #countIn(client: pg.Client): Promise<void> {
    this.#memberClient = client;
    if (await this.#ask(client, `select pg_try_advisory_lock_shared(${NUMBER}) as done`, PROCESSES_LOCK))
      return;
    this.#connection.abandon(client);
    throw new StoreError(
      'in-use',
      `The database ${this.#name} is being copied. The bot waits until that is done, and then connects to Discord.`,
    );
  }

  /**
   * Counts the processes that share the work.
   *
   * @throws {StoreError} `cannot-write`, `unusable-file`
   */
  async countProcesses(): Promise<number> {
    const client = await this.#connection.get();
    const [row] = await this.#run<{ count: number }>(client, COUNT, PROCESSES_LOCK);
    return row?.count ?? 0;
  }

  /** @throws {StoreError} `cannot-write`, `unusable-file` */
  async tryLock(name: string): Promise<HeldLock | null> {
    if (this.#taken.has(name)) return null;
    this.#taken.set(name, null);
    try {
      const client = await this.#connection.get();
      const isTaken = await this.#ask(client, `select pg_try_advisory_lock(${NUMBER}) as done`, name);
      if (isTaken) return this.#hold(name, client);
    } finally {
      if (this.#taken.get(name) === null) this.#taken.delete(name);
    }
    return null;
  }

  /** @throws {StoreError} `cannot-write`, `unusable-file` */
  async listFree(names: readonly string[]): Promise<readonly string[]> {
    const client = await this.#connection.get();
    const rows = await this.#run<{ name: string }>(client, LIST_FREE, names);
    return rows.map(({ name }) => name);
  }

  end(): Promise<void> {
    return this.#connection.end();
  }

  #hold(name: string, client: pg.Client): HeldLock {
    const lost = new Promise<void>((lose) => {
      this.#taken.set(name, { client, lose });
    });
    const holding = this.#taken.get(name) ?? null;
    return { name, lost, release: () => this.#release(name, holding) };
  }

  async #release(name: string, holding: Holding | null): Promise<void> {
    if (holding === null || this.#taken.get(name) !== holding) return;
    try {
      await this.#ask(holding.client, `select pg_advisory_unlock(${NUMBER}) as done`, name);
    } catch {
      // The session that held it is over, and the lock with it.
    } finally {
      if (this.#taken.get(name) === holding) this.#taken.delete(name);
    }
  }

  async #ask(client: pg.Client, statement: string, name: string): Promise<boolean> {
    const [row] = await this.#run<{ done: boolean }>(client, statement, name);
    return row?.done === true;
  }

  /** Runs a statement about the lock of this name, or of these names. */
  async #run<Row extends pg.QueryResultRow>(
    client: pg.Client,
    statement: string,
    name: string | readonly string[],
  ): Promise<readonly Row[]> {
    try {
      const { rows } = await this.#query<Row>(client, statement, name);
      return rows;
    } catch (error) {
      // Nobody knows whether the server has done it.
      this.#connection.abandon(client);
      throw convertPostgresError(this.#name, error);
    }
  }

  /** Sends a statement once those before it on the same connection have ended: `pg` 9 no longer keeps a queue. */
  #query<Row extends pg.QueryResultRow>(
    client: pg.Client,
    statement: string,
    name: string | readonly string[],
  ): Promise<pg.QueryResult<Row>> {
    const before = this.#lastStatements.get(client) ?? Promise.resolve();
    const result = before.then(() => client.query<Row>(statement, [name]));
    this.#lastStatements.set(
      client,
      result.catch(() => {}),
    );
    return result;
  }

  #loseAll(): void {
    for (const [name, holding] of this.#taken) {
      if (holding === null) continue;
      this.#taken.delete(name);
      holding.lose();
    }
  }
}

/**
 * Creates locks that end with the transaction that took them. PostgreSQL knows them by numbers in one database. The name of the schema keeps
 * two Footnotes in one database apart.
 *
 * @see https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
export function createPostgresLocks(): TransactionLocks {
  return {
    async take(transaction, name) {
      const number = sql`hashtextextended(current_schema() || ' transaction ' || ${name}, ${sql.lit(LOCK_CLASS)})`;
      await sql`select pg_advisory_xact_lock(${number})`.execute(transaction);
    },
    lockRows: (query) => query.forUpdate(),
    preventDeletion: (query) => query.forKeyShare(),
  };
}
