import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { isConflict, MAX_TRIES } from '../kit/database.ts';
import { StoreError } from '../kit/store-error.ts';
import { toStorableParameter } from '../kit/stored-values.ts';
import type { PostgresAddress } from './postgres-address.ts';
import { convertPostgresError, isConnectionLost } from './postgres-errors.ts';
import { ANSWER_MS, createClientOptions, SteadyClient, setSessionLimits } from './session.ts';

/** How long a statement waits for a connection that others use. */
const WAIT_MS = 10_000;
const IDLE_MS = 30_000;
/** A server that does not answer at all would hold up each question anew. */
const PAUSE_MS = 2_000;
/** A refused connection fails faster than this, and needs no pause. */
const SLOW_MS = 500;

/** The pool waits for this, though its types do not say so. */
const waitForLimits = { onConnect: setSessionLimits };

/** Creates the pool of the driver's connections. Nothing that happens to a connection ends the process. */
export function createPool({ url, poolSize }: PostgresAddress): pg.Pool {
  const pool = new pg.Pool({
    ...createClientOptions(url),
    Client: SteadyClient,
    max: poolSize,
    connectionTimeoutMillis: WAIT_MS,
    idleTimeoutMillis: IDLE_MS,
    ...waitForLimits,
  });
  pool.on('error', () => {});
  return pool;
}

export interface GuardedPoolOptions {
  /** How messages name the database. */
  readonly name: string;
  readonly nowMs: () => number;
  /** Null where statements may take as long as they like. */
  readonly answerMs?: number | null;
  /** Settles once statements may run; called before each use of a connection. */
  readonly prepare?: () => Promise<void>;
  /** Called with the error where a connection could not be used, and with null where one could. */
  readonly onUse?: (error: Error | null) => void;
}

/** Gives out connections of a pool whose errors are those of the store. */
export class GuardedPool implements PostgresPool {
  readonly #pool: pg.Pool;
  readonly #options: GuardedPoolOptions;
  #pause: { readonly untilMs: number; readonly error: unknown } | null = null;

  constructor(pool: pg.Pool, options: GuardedPoolOptions) {
    this.#pool = pool;
    this.#options = options;
  }

  /** @throws {StoreError} `cannot-write`, `unusable-file`; those of `prepare` */
  async connect(): Promise<PostgresPoolClient> {
    const { name, nowMs, prepare, onUse } = this.#options;
    const startedMs = nowMs();
    try {
      if (this.#pause !== null && startedMs < this.#pause.untilMs) throw this.#pause.error;
      await prepare?.();
      const client = await this.#pool.connect();
      this.#pause = null;
      return new GuardedClient(client, this.#options, (error) => this.#rest(error));
    } catch (error) {
      const converted = convertPostgresError(name, error);
      if (nowMs() - startedMs > SLOW_MS && isAway(converted)) this.#rest(error);
      onUse?.(converted);
      throw converted;
    }
  }

  /** Does nothing: whoever created the pool ends it, and several of these may share it. */
  async end(): Promise<void> {}

  #rest(error: unknown): void {
    this.#pause = { untilMs: this.#options.nowMs() + PAUSE_MS, error };
  }
}

function isAway(error: Error): boolean {
  return error instanceof StoreError && error.code === 'cannot-write';
}

/** A connection while one caller has it. */
class GuardedClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #options: GuardedPoolOptions;
  /** Called with the error of a statement that got no answer at all. */
  readonly #onSilence: (error: unknown) => void;
  #isInTransaction = false;
  #isLost = false;

  constructor(client: pg.PoolClient, options: GuardedPoolOptions, onSilence: (error: unknown) => void) {
    this.#client = client;
    this.#options = options;
    this.#onSilence = onSilence;
  }

  query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query<Row>(
    sql: string | PostgresCursor<Row>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<Row>> | PostgresCursor<Row> {
    if (typeof sql !== 'string') throw new Error('the database does not stream rows');
    return this.#runUntilWon<Row>(sql, parameters.map(toStorableParameter));
  }

  release(isDiscarded = false): void {
    this.#client.release(this.#isLost || isDiscarded);
  }

  /** Repeats a statement that lost against another one. In a transaction, all statements before it are lost, too. */
  async #runUntilWon<Row>(sql: string, parameters: unknown[]): Promise<PostgresQueryResult<Row>> {
    if (/^(?:begin|start transaction)\b/.test(sql)) this.#isInTransaction = true;
    for (let tries = 1; ; tries++) {
      try {
        return await this.#run<Row>(sql, parameters);
      } catch (error) {
        if (this.#isInTransaction || tries === MAX_TRIES || !isConflict(error)) throw error;
      }
    }
  }

  async #run<Row>(text: string, values: unknown[]): Promise<PostgresQueryResult<Row>> {
    const { name, answerMs = ANSWER_MS, onUse } = this.#options;
    const limit = answerMs === null ? {} : { query_timeout: answerMs };
    try {
      const { command, rowCount, rows } = await this.#client.query({ text, values, ...limit });
      onUse?.(null);
      return { command: toCommand(command), rowCount: rowCount ?? 0, rows };
    } catch (error) {
      this.#isLost ||= isConnectionLost(error);
      if (error instanceof Error && error.message === 'Query read timeout') this.#onSilence(error);
      const converted = convertPostgresError(name, error);
      if (this.#isLost) onUse?.(converted);
      throw converted;
    }
  }
}

type Command = PostgresQueryResult<unknown>['command'];

const COMMANDS: readonly Command[] = ['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COMMIT', 'ROLLBACK'];

/** Kysely tells apart those that change rows or end a transaction. */
function toCommand(command: string): Command {
  return COMMANDS.find((known) => known === command) ?? 'SELECT';
}
