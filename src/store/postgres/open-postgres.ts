import { type DataTypeNode, Kysely, PostgresDialect, type PostgresPool, PostgresQueryCompiler } from 'kysely';
import type pg from 'pg';
import { createRandomId } from '../../kit/ids.ts';
import { NO_CLEANER } from '../kit/cleaner.ts';
import type { Coordination } from '../kit/coordination.ts';
import type { Database } from '../kit/database.ts';
import { MIGRATIONS, type Migration } from '../kit/migrations.ts';
import { StoreError } from '../kit/store-error.ts';
import { StoreReports } from '../kit/store-reports.ts';
import type { PostgresLocation } from '../kit/store-url.ts';
import type { Tables } from '../kit/tables.ts';
import { Announcements } from './announcements.ts';
import { createPool, GuardedPool, type GuardedPoolOptions } from './guarded-pool.ts';
import { type PostgresAddress, readAddress } from './postgres-address.ts';
import { createPostgresLocks, SessionLocks } from './postgres-locks.ts';
import { readVersion, requireFinishedCopy, requireRights, updateSchema } from './schema.ts';

export interface PostgresOptions {
  /** Receives reports for the operator. */
  readonly reports?: StoreReports;
  /** Those of the current version by default. */
  readonly migrations?: readonly Migration[];
  /** Whether the database may be away: it is then prepared as soon as it is there. False unless given. */
  readonly mayBeAway?: boolean;
  /** Whether the caller copies another store into this one, which nobody else may open until the end. False unless given. */
  readonly isBeingCopied?: boolean;
}

/**
 * Opens a PostgreSQL database. Makes the tables in an empty one, and applies missing migrations. Statements fail while the database is away,
 * and work again as soon as it is back.
 *
 * @throws {StoreError} `unsupported-url`; `newer-version`, `unusable-file` (both leave the database unchanged); `cannot-write` where it is
 *   away and may not be
 */
export async function openPostgres(location: PostgresLocation, options: PostgresOptions): Promise<Database> {
  const { reports = new StoreReports(), migrations = MIGRATIONS, mayBeAway = false } = options;
  const { isBeingCopied = false } = options;
  const address = readAddress(location);
  const pool = createPool(address);
  const preparation = new Preparation(() => prepareTables(pool, address, { migrations, isBeingCopied }));
  const guarded = new GuardedPool(pool, {
    name: address.name,
    nowMs,
    prepare: () => preparation.ensure(),
    onUse: (error) => reportUse(reports, error),
  });
  const db = new Kysely<Tables>({ dialect: new BytewiseDialect(guarded) });
  const { coordination, announceIn, endCoordination } = createCoordination(address, db);
  const close = async (): Promise<void> => {
    await endCoordination();
    await db.destroy();
    await pool.end();
  };
  try {
    (await guarded.connect()).release();
  } catch (error) {
    if (!(mayBeAway && error instanceof StoreError && error.code === 'cannot-write')) {
      await close();
      throw error;
    }
  }
  return { db, locks: createPostgresLocks(), cleaner: NO_CLEANER, coordination, announceIn, close };
}

/**
 * Opens an existing database of this version, to read it beside the processes that write it. Changes nothing in it.
 *
 * @returns the version of the tables where an older Footnote made them, 0 where there are none
 * @throws {StoreError} `unsupported-url`, `newer-version`, `unusable-file`, `cannot-write`
 */
export async function openPostgresReadOnly(
  location: PostgresLocation,
): Promise<
  | (Pick<Database, 'db' | 'close'> & Pick<Coordination, 'tryLock'> & { readonly name: string })
  | { readonly version: number; readonly name: string }
> {
  const address = readAddress(location);
  const { name } = address;
  const pool = createPool(address);
  const guarded = new GuardedPool(pool, { name, nowMs });
  const db = new Kysely<Tables>({ dialect: new BytewiseDialect(guarded) });
  const locks = new SessionLocks(address);
  const close = async (): Promise<void> => {
    await locks.end();
    await db.destroy();
    await pool.end();
  };
  try {
    const version = (await readVersion(db, name, MIGRATIONS.length)) ?? 0;
    if (version > 0) await requireFinishedCopy(db, name);
    if (version === MIGRATIONS.length) return { db, name, close, tryLock: (lock) => locks.tryLock(lock) };
    await close();
    return { version, name };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Checks that a database is there and takes changes from this user. Changes nothing.
 *
 * @throws {StoreError} `unsupported-url`, `newer-version`; `unusable-file`, also where the user lacks a right; `cannot-write`, also where the
 *   database is read-only
 */
export async function requireWritablePostgres(location: PostgresLocation): Promise<void> {
  const address = readAddress(location);
  const { name } = address;
  const pool = createPool(address);
  const db = new Kysely<Tables>({ dialect: new BytewiseDialect(new GuardedPool(pool, { name, nowMs })) });
  try {
    const version = (await readVersion(db, name, MIGRATIONS.length)) ?? 0;
    if (version > 0) await requireFinishedCopy(db, name);
    await requireRights(db, name, { isCurrent: version === MIGRATIONS.length });
  } finally {
    await db.destroy();
    await pool.end();
  }
}

/** A clock that nobody sets back. */
const nowMs = (): number => performance.now();

/** Prepares the tables once. A failed attempt is repeated by whoever needs them next. */
class Preparation {
  readonly #prepare: () => Promise<void>;
  #attempt: Promise<void> | null = null;

  constructor(prepare: () => Promise<void>) {
    this.#prepare = prepare;
  }

  ensure(): Promise<void> {
    this.#attempt ??= this.#try();
    return this.#attempt;
  }

  async #try(): Promise<void> {
    try {
      await this.#prepare();
    } catch (error) {
      this.#attempt = null;
      throw error;
    }
  }
}

async function prepareTables(
  pool: pg.Pool,
  { name }: PostgresAddress,
  { migrations, isBeingCopied }: Required<Pick<PostgresOptions, 'migrations' | 'isBeingCopied'>>,
): Promise<void> {
  const open = (limits: Pick<GuardedPoolOptions, 'answerMs'>): Kysely<Tables> =>
    new Kysely({ dialect: new BytewiseDialect(new GuardedPool(pool, { name, nowMs, ...limits })) });
  const db = open({});
  // Migrations may take long, and those of another process, too.
  const unlimited = open({ answerMs: null });
  try {
    const version = await readVersion(db, name, migrations.length);
    if (version !== migrations.length) await updateSchema(unlimited, name, migrations);
    if (!isBeingCopied) await requireFinishedCopy(db, name);
  } finally {
    await Promise.all([db.destroy(), unlimited.destroy()]);
  }
}

const AWAY = 'database away';

/** Reports once that the database is away, and once that it is back. */
function reportUse(reports: StoreReports, error: Error | null): void {
  if (error === null) {
    if (reports.allowAgain(AWAY))
      reports.reportRecovery('The database is there again. Footnote saves everything again.');
    return;
  }
  if (!(error instanceof StoreError)) return;
  const { message } = error;
  // Others last until somebody puts them right.
  const isAway = error.code === 'cannot-write';
  const told = isAway
    ? `Nothing is saved while the database is away. ${message} Footnote tries again by itself.`
    : `Nothing is saved. ${message} Footnote tries again by itself.`;
  reports.reportOnce(AWAY, told, error);
}

function createCoordination(
  address: PostgresAddress,
  db: Kysely<Tables>,
): Pick<Database, 'coordination' | 'announceIn'> & { readonly endCoordination: () => Promise<void> } {
  const locks = new SessionLocks(address);
  const announcements = new Announcements({ address, db, from: createRandomId() });
  return {
    coordination: {
      isShared: true,
      tryLock: (name) => locks.tryLock(name),
      listFree: (names) => locks.listFree(names),
      join: () => locks.join(),
      leave: () => locks.leave(),
      countProcesses: () => locks.countProcesses(),
      announce: (change) => announcements.announce(change),
      subscribe: (listener) => announcements.subscribe(listener),
    },
    announceIn: (transaction, change) => announcements.announce(change, transaction),
    endCoordination: async () => {
      await Promise.all([locks.end(), announcements.end()]);
    },
  };
}

/**
 * Kysely's dialect, whose texts are compared and sorted by their bytes, as in SQLite, whatever the collation of the database. So both give
 * the same answers, indexes serve the sorting, and no update of the system's collations breaks an index.
 */
class BytewiseDialect extends PostgresDialect {
  constructor(pool: PostgresPool) {
    super({ pool });
  }

  override createQueryCompiler(): PostgresQueryCompiler {
    return new BytewiseCompiler();
  }
}

class BytewiseCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    if (node.dataType === 'text') this.append(' collate "C"');
  }
}
