import { type Kysely, sql } from 'kysely';
import { type Coordination, PROCESSES_LOCK } from '../kit/coordination.ts';
import { StoreError } from '../kit/store-error.ts';
import type { Tables } from '../kit/tables.ts';
import { BEAT_MS, MAX_MISSED_BEATS } from '../records/processes.ts';
import { openSqliteReadOnly } from '../sqlite/sqlite-file.ts';

/** The machine that a copy runs on. */
export interface ThisMachine {
  readonly host: string;
  /** Returns whether a process with this number runs on it. */
  readonly isRunning: (pid: number) => boolean;
}

/** What tells whether a bot uses a file. */
export interface BotLookup {
  readonly machine: ThisMachine;
  readonly now: () => Date;
}

/** Until then, the last beat of a process that was killed counts. */
const LIFETIME_MS = MAX_MISSED_BEATS * BEAT_MS;

const THEN = 'Then run the same command again.';

/**
 * Refuses a file that a bot uses: one that reported lately, and whose process runs, as far as this machine knows of it.
 *
 * @throws {StoreError} `in-use`
 */
async function requireNoBot(db: Kysely<Tables>, path: string, { machine, now }: BotLookup): Promise<void> {
  const nowMs = now().getTime();
  const rows = await db.selectFrom('processes').selectAll().orderBy('beat_at', 'desc').execute();
  const running = rows
    .map(({ host, pid, beat_at: beatAt }) => ({ host, pid: Number(pid), beatAt: Number(beatAt) }))
    .find(
      ({ host, pid, beatAt }) =>
        nowMs - beatAt < LIFETIME_MS && (host !== machine.host || machine.isRunning(pid)),
    );
  if (running === undefined) return;
  const { host, pid, beatAt } = running;
  // Clocks differ.
  const waitMs = Math.min(LIFETIME_MS, beatAt + LIFETIME_MS - nowMs);
  // Of a process on this machine, it is known whether it still runs.
  const ifKilled =
    host === machine.host
      ? ''
      : ` If it was killed, it counts as running for another ${Math.ceil(waitMs / 1000)} s: wait until then.`;
  throw new StoreError(
    'in-use',
    `A bot is running on “${path}”: process ${pid} on ${host}. Stop it first.${ifKilled} ${THEN}`,
  );
}

/**
 * Refuses a file in the place of a copy that a bot uses: whoever moves it away, as is told otherwise, takes it from under the bot. A file
 * that is no database of this version is for others to refuse.
 *
 * @throws {StoreError} `in-use`
 */
export async function requireNoBotAt(path: string, lookup: BotLookup): Promise<void> {
  const opened = await openSqliteReadOnly(path, lookup.now).catch((error: unknown) => {
    if (error instanceof StoreError) return null;
    throw error;
  });
  if (opened === null || 'version' in opened) return;
  try {
    await requireNoBot(opened.db, path, lookup);
  } finally {
    await opened.close();
  }
}

/** A file that is copied, and that nobody is to change meanwhile. */
export interface WatchedFile {
  /** Refuses the file if anybody has changed it since, such as a bot that has started. @throws {StoreError} `in-use` */
  requireUnchanged(): Promise<void>;
}

/**
 * Watches a file over a connection that is in no transaction.
 *
 * @throws {StoreError} `in-use` where a bot uses it already
 */
export async function watchFile(
  connection: Kysely<Tables>,
  path: string,
  lookup: BotLookup,
): Promise<WatchedFile> {
  await requireNoBot(connection, path, lookup);
  const before = await readDataVersion(connection);
  return {
    async requireUnchanged() {
      await requireNoBot(connection, path, lookup);
      if ((await readDataVersion(connection)) === before) return;
      throw new StoreError(
        'in-use',
        `“${path}” was changed while it was copied. Let no bot run on it. ${THEN}`,
      );
    },
  };
}

/** Returns a number that another connection's commit changes. @see https://www.sqlite.org/pragma.html#pragma_data_version */
async function readDataVersion(connection: Kysely<Tables>): Promise<unknown> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(connection);
  return rows[0]?.data_version;
}

/** A PostgreSQL database that no bot may use until its connections are closed. */
export interface GuardedDatabase {
  /** @throws {StoreError} `in-use` where the connection was lost that kept bots out */
  requireGuarded(): void;
}

/**
 * Keeps bots from a PostgreSQL database: one that starts meanwhile waits.
 *
 * @param name how messages name the database
 * @throws {StoreError} `in-use` where a bot uses it already; `cannot-write` where it does not answer
 */
export async function keepBotsOut(
  coordination: Pick<Coordination, 'tryLock'>,
  name: string,
): Promise<GuardedDatabase> {
  const lock = await coordination.tryLock(PROCESSES_LOCK);
  if (lock === null)
    throw new StoreError(
      'in-use',
      `A bot is running on the database ${name}, or another command copies it. Stop all its processes first. ${THEN}`,
    );
  let isLost = false;
  const noteLost = async (): Promise<void> => {
    await lock.lost;
    isLost = true;
  };
  void noteLost();
  return {
    requireGuarded() {
      if (isLost)
        throw new StoreError(
          'in-use',
          `The connection to the database ${name} was lost for a moment, so a bot may have changed it. Run the same command again.`,
        );
    },
  };
}
