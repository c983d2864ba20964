import { statSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import { isSqliteError } from './file-errors.ts';
import { StoreError } from './store-error.ts';
import type { StoreReports } from './store-reports.ts';
import type { Tables } from './tables.ts';

/** Rewriting this much takes about a second, during which every statement waits. Larger files wait for the daily sweep. */
const MAX_BYTES_AT_ONCE = 64 * 1024 * 1024;
/** The store has half a second when the bot stops. */
const MAX_BYTES_AT_STOP = 8 * 1024 * 1024;
/** Members may delete as often as they like, and every statement waits while the file is rewritten. */
const PAUSE_MS = 5 * 60_000;

/** Removes deleted words from the files: SQLite leaves copies behind. */
export interface Cleaner {
  /** Records, in the transaction that deletes something, that the file needs cleaning. */
  noteDeletion(db: Kysely<Tables>): Promise<void>;
  /**
   * Empties the “-wal” file. Where cleaning is due it also starts to clean a small file, at once or five minutes after the last time, and
   * does not wait for the end. A later sweep repeats a cleaning that failed because another program read the file or the disk was full.
   */
  cleanSoon(): Promise<void>;
  /** Empties the “-wal” file, which still holds the words that were deleted since the last time. */
  emptyWal(): Promise<void>;
  /** Cleans the files where cleaning is due, whatever their size. */
  clean(): Promise<void>;
  /** Cleans a small file where cleaning is due, and starts nothing afterwards. Call it before closing. The next start cleans the rest. */
  finish(): Promise<void>;
}

/** For a database that overwrites deleted rows by itself, as PostgreSQL’s autovacuum does. */
export const NO_CLEANER: Cleaner = {
  noteDeletion: async () => {},
  cleanSoon: async () => {},
  emptyWal: async () => {},
  clean: async () => {},
  finish: async () => {},
};

interface CleanerDeps {
  readonly db: Kysely<Tables>;
  readonly reports: Pick<StoreReports, 'reportOnce' | 'allowAgain'>;
  readonly now: () => Date;
  /** Null for a database in memory. */
  readonly path: string | null;
}

export function createCleaner(deps: CleanerDeps): Cleaner {
  return new FileCleaner(deps);
}

class FileCleaner implements Cleaner {
  readonly #deps: CleanerDeps;
  #timer: NodeJS.Timeout | null = null;
  #isFinished = false;
  #rewrittenAtMs = Number.NEGATIVE_INFINITY;
  /** The latest cleaning. It never rejects; cleanings run one at a time. */
  #last: Promise<void> = Promise.resolve();

  constructor(deps: CleanerDeps) {
    this.#deps = deps;
  }

  async noteDeletion(transaction: Kysely<Tables>): Promise<void> {
    // Later than all others: a deletion during a rewrite stays due after it.
    const dueSince = sql<number>`max(${this.#nowMs()}, (select coalesce(max(due_since) + 1, 0) from cleaning))`;
    await transaction.insertInto('cleaning').values({ due_since: dueSince }).execute();
  }

  async cleanSoon(): Promise<void> {
    await this.emptyWal();
    if (this.#isFinished || this.#timer !== null || this.#bytes > MAX_BYTES_AT_ONCE) return;
    const waitMs = PAUSE_MS - Math.abs(this.#nowMs() - this.#rewrittenAtMs);
    if (waitMs <= 0) return void this.#cleanAside();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#cleanAside();
    }, waitMs).unref();
  }

  async emptyWal(): Promise<void> {
    await deferOnStoreError(this.#deps, () => checkpointWal(this.#deps.db));
  }

  clean(): Promise<void> {
    const cleaning = this.#last.then(() => deferOnStoreError(this.#deps, () => this.#rewrite()));
    this.#last = cleaning.catch(() => undefined);
    return cleaning;
  }

  async finish(): Promise<void> {
    this.#isFinished = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#bytes <= MAX_BYTES_AT_STOP) await this.clean();
    else await this.#last;
  }

  /** Cleans without a caller that waits. */
  async #cleanAside(): Promise<void> {
    this.#rewrittenAtMs = this.#nowMs();
    try {
      await this.clean();
    } catch (error) {
      reportFailure(this.#deps, error);
    }
  }

  async #rewrite(): Promise<void> {
    const { db, reports } = this.#deps;
    const { due } = await db
      .selectFrom('cleaning')
      .select(({ fn }) => fn.max('due_since').as('due'))
      .executeTakeFirstOrThrow();
    if (due === null) return;
    // SQLite overwrites deleted rows, but not the copies that it left when it moved rows between pages.
    await sql`vacuum`.execute(db);
    if (!(await checkpointWal(db))) return;
    await db.deleteFrom('cleaning').where('due_since', '<=', Number(due)).execute();
    reports.allowAgain('cleaning');
  }

  get #bytes(): number {
    return readFileBytes(this.#deps.path);
  }

  #nowMs(): number {
    return this.#deps.now().getTime();
  }
}

/** Reports a failed cleaning instead of throwing: the rows are deleted, so the member's or moderator's request has succeeded. */
async function deferOnStoreError(deps: CleanerDeps, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StoreError || isSqliteError(error))) throw error;
    reportFailure(deps, error);
  }
}

function reportFailure({ reports }: CleanerDeps, error: unknown): void {
  reports.reportOnce(
    'cleaning',
    'Deleted words may still be in the database file, which could not be rewritten. Footnote tries again each day and at each start.',
    error instanceof Error ? error : new Error(String(error)),
  );
}

/** Moves all changes from the “-wal” file into the database and empties it. Returns false where another program still reads it. */
export async function checkpointWal(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}

function readFileBytes(path: string | null): number {
  return path === null ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
}
