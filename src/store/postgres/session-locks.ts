import type pg from 'pg';
import type { HeldLock } from '../kit/coordination.ts';
import type { PostgresAddress } from './postgres-address.ts';
import { convertPostgresError } from './postgres-errors.ts';
import { LOCK_CLASS } from './postgres-locks.ts';
import { SteadyConnection } from './steady-connection.ts';

interface Holding {
  readonly client: pg.Client;
  readonly lose: () => void;
}

/** The number of a lock that belongs to a session, in SQL. */
const NUMBER = `hashtextextended(current_schema() || ' session ' || $1, ${LOCK_CLASS})`;

/**
 * The locks that this process holds, all in one session of their own. PostgreSQL frees them when the session ends: at the latest some eight
 * seconds after the machine has vanished. Whoever is stopped for longer and goes on learns of it only with the next answer of the server.
 */
export class SessionLocks {
  readonly #name: string;
  readonly #connection: SteadyConnection;
  /** What this process holds or is about to. PostgreSQL would give a session the same lock twice. */
  readonly #taken = new Map<string, Holding | null>();

  constructor({ url, name }: PostgresAddress) {
    this.#name = name;
    this.#connection = new SteadyConnection({ url, name, onLost: () => this.#loseAll() });
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

  async #ask(client: pg.Client, sql: string, name: string): Promise<boolean> {
    try {
      const { rows } = await client.query<{ done: boolean }>(sql, [name]);
      return rows[0]?.done === true;
    } catch (error) {
      // Nobody knows whether the server has done it.
      this.#connection.abandon(client);
      throw convertPostgresError(this.#name, error);
    }
  }

  #loseAll(): void {
    for (const [name, holding] of this.#taken) {
      if (holding === null) continue;
      this.#taken.delete(name);
      holding.lose();
    }
  }
}
