import { statSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import { isSqliteError } from './file-errors.ts';
import { StoreError } from './store-error.ts';
import type { StoreReports } from './store-reports.ts';
import type { Tables } from './tables.ts';

/** Rewriting this much takes a second or so, during which everybody waits; larger files wait for the daily sweep. */
const MAX_BYTES_AT_ONCE = 64 * 1024 * 1024;
/** A stop has half a second for the store. */
const MAX_BYTES_AT_STOP = 8 * 1024 * 1024;
/** Anybody may delete as often as they like, and everybody waits while the file is rewritten. */
const PAUSE_MS = 5 * 60_000;

/** Makes sure that deleted words are in no file any more. */
export interface Cleaner {
  /** Notes within the transaction that deletes that the file is to be cleaned. */
  noteDeletion(db: Kysely<Tables>): Promise<void>;
  /**
   * Empties the “-wal” file, and has small files cleaned where it is due, without waiting for it: at once, or five minutes after the last
   * time. What cannot be cleaned then, while another program reads the file or the disk is full, is cleaned by a later sweep.
   */
  cleanSoon(): Promise<void>;
  /** Empties the “-wal” file, which still holds what was deleted since the last time. */
  emptyWal(): Promise<void>;
  /** Cleans the files where it is due, however large they are. */
  clean(): Promise<void>;
  /** To be called before the end: cleans where it is due and takes no time, and does nothing afterwards. The next start cleans the rest. */
  finish(): Promise<void>;
}

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
  /** Never rejects; one at a time. */
  #last: Promise<void> = Promise.resolve();

  constructor(deps: CleanerDeps) {
    this.#deps = deps;
  }

  async noteDeletion(transaction: Kysely<Tables>): Promise<void> {
    // Later than all before it: one that comes while the file is being rewritten is due afterwards.
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

  /** Nobody waits for it. */
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
    // SQLite overwrites what is deleted, but not the copies that stay behind where it moves rows from one page to another.
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

/** What is deleted is deleted: that the files could not be cleaned must not fail what the member or moderator asked for. */
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
    'Deleted words may still be in the database file: it could not be rewritten. It is tried again each day and at each start.',
    error instanceof Error ? error : new Error(String(error)),
  );
}

/** Moves everything into the file and empties the “-wal” file; false where another program still reads it. */
export async function checkpointWal(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}

function readFileBytes(path: string | null): number {
  return path === null ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
}
