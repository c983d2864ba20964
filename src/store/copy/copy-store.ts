import type { Kysely } from 'kysely';
import { describeLocation } from '../kit/describe-location.ts';
import { StoreError } from '../kit/store-error.ts';
import { type PostgresLocation, parseStoreUrl } from '../kit/store-url.ts';
import type { Tables } from '../kit/tables.ts';
import { COPIED_TABLES } from './copied-tables.ts';
import { copyTables } from './copy-tables.ts';
import { readSnapshot } from './read-snapshot.ts';
import { digestTable, type TableDigest } from './table-rows.ts';
import { writeFileAside } from './write-file-aside.ts';

export interface StoreCopy {
  /** The address of the store to copy: a path, or another address that `openStore` takes. */
  readonly from: string;
  /** The address of an empty place. */
  readonly to: string;
  readonly now: () => Date;
  /** Whether a copy that was broken off goes on; otherwise it begins anew. */
  readonly isResumable: boolean;
  /** Called for each batch of rows. */
  readonly onCopied?: (rows: number) => void;
}

/**
 * Copies a whole store, as it is at one moment, while other processes go on writing it. A file appears under its name only once it is
 * complete and on the disk; until then it has the ending `.partial`. Returns what each table holds.
 *
 * @throws {StoreError} `unsupported-url`; `no-store` where there is nothing to copy; `older-version`, `newer-version`, `unusable-file`
 *   concerning what is copied; `not-copied` where the place is not empty; `cannot-write` where the disk is full and the like
 */
export async function copyStore(copy: StoreCopy): Promise<readonly TableDigest[]> {
  const source = parseStoreUrl(copy.from);
  const target = parseStoreUrl(copy.to);
  if (source.kind === 'memory' || target.kind === 'memory')
    throw new StoreError('unsupported-url', 'A database in memory cannot be copied.');
  const { now, isResumable, onCopied = () => {} } = copy;
  const fill = (from: Kysely<Tables>) => (to: Kysely<Tables>) =>
    copyTables({ from, to, source: nameSource(copy.from), onCopied });
  return readSnapshot(source, now, (from) =>
    target.kind === 'file'
      ? writeFileAside({ path: target.path, now, isResumable }, fill(from))
      : fillPostgres(target, fill(from)),
  );
}

/** Counts and hashes the tables of a store, as they are at one moment. @throws {StoreError} as `copyStore` does for what it copies */
export async function digestStore(url: string, now: () => Date): Promise<readonly TableDigest[]> {
  return readSnapshot(parseStoreUrl(url), now, async (from) => {
    const digests: TableDigest[] = [];
    for (const table of COPIED_TABLES) digests.push(await digestTable(from, table));
    return digests;
  });
}

/** Has `fill` write a database. Until it is finished, its tables are marked, and no bot starts with them. */
async function fillPostgres<Result>(
  location: PostgresLocation,
  fill: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  const { openPostgres } = await import('../postgres/open-postgres.ts');
  const database = await openPostgres(location, { isBeingCopied: true });
  try {
    const lock = await database.coordination.tryLock('copy');
    if (lock === null)
      throw new StoreError('not-copied', 'Another process is copying into this database. Wait for its end.');
    try {
      return await fill(database.db);
    } finally {
      await lock.release();
    }
  } finally {
    await database.close();
  }
}

/** Names a source in the mark of an unfinished copy, without a password. */
function nameSource(url: string): string {
  const { kind, location } = describeLocation(url);
  return `${kind}: ${location}`;
}
