import { StoreError } from '../kit/store-error.ts';
import { describeLocation, type PostgresLocation, parseStoreUrl } from '../kit/store-url.ts';
import { type CopyProgress, copyTables, type TablesToCopy } from './copy-tables.ts';
import { explainUnreadable, readSnapshot } from './read-snapshot.ts';
import { keepBotsOut, requireNoBotAt, type ThisMachine } from './refuse-bots.ts';
import { COPIED_TABLES, digestTable, type TableDigest } from './table-rows.ts';
import { writeFileAside } from './write-file-aside.ts';

export interface StoreCopy {
  /** The address of the store to copy: a path, or another address that `openStore` takes. */
  readonly from: string;
  /** The address of an empty place. */
  readonly to: string;
  readonly now: () => Date;
  /** Whether a copy that was broken off goes on; otherwise it begins anew. */
  readonly isResumable: boolean;
  /** The machine that copies, where no bot may use either store. Bots may use both unless it is given. */
  readonly machine?: ThisMachine;
  /** Called again and again. What it throws ends the copy, as a failure does. */
  readonly onProgress?: (progress: CopyProgress) => void;
}

/**
 * Copies a whole store, as it is at one moment, while other processes go on writing it. A file appears under its name only once it is
 * complete and on the disk; until then it has the ending `.partial`. Returns what each table holds.
 *
 * @throws {StoreError} `unsupported-url`; `no-store` where there is nothing to copy; `older-version`, `newer-version`, `unusable-file`
 *   concerning what is copied; `cannot-read` where that is out of reach; `not-copied` where the place is not empty; `cannot-write` where the
 *   disk is full and the like; `in-use` where a bot uses one of them
 */
export async function copyStore(copy: StoreCopy): Promise<readonly TableDigest[]> {
  const source = parseStoreUrl(copy.from);
  const target = parseStoreUrl(copy.to);
  if (source.kind === 'memory' || target.kind === 'memory')
    throw new StoreError('unsupported-url', 'A database in memory cannot be copied.');
  const { now, isResumable, machine, onProgress = () => {} } = copy;
  if (machine !== undefined && target.kind === 'file') await requireNoBotAt(target.path, { machine, now });
  return readSnapshot(source, { now, machine }, ({ db: from, requireUnused }) => {
    const tables = {
      from,
      source: nameSource(copy.from),
      explainSource: (error: unknown) => explainUnreadable(source, error),
      onProgress,
      beforeEnd: requireUnused,
    };
    return target.kind === 'file'
      ? writeFileAside({ path: target.path, now, isResumable }, (to) => copyTables({ ...tables, to }))
      : fillPostgres(target, { keepsBotsOut: machine !== undefined }, tables);
  });
}

/** Counts and hashes the tables of a store, as they are at one moment. @throws {StoreError} as `copyStore` does for what it copies */
export async function digestStore(url: string, now: () => Date): Promise<readonly TableDigest[]> {
  return readSnapshot(parseStoreUrl(url), { now }, async ({ db: from }) => {
    const digests: TableDigest[] = [];
    for (const table of COPIED_TABLES) digests.push(await digestTable(from, table));
    return digests;
  });
}

/** Copies into a database. Until it is finished, its tables are marked, and no bot starts with them. */
async function fillPostgres(
  location: PostgresLocation,
  { keepsBotsOut }: { readonly keepsBotsOut: boolean },
  tables: Omit<TablesToCopy, 'to'>,
): Promise<readonly TableDigest[]> {
  const { openPostgres } = await import('../postgres/open-postgres.ts');
  const { readAddress } = await import('../postgres/postgres-address.ts');
  const database = await openPostgres(location, { isBeingCopied: true });
  try {
    const lock = await database.coordination.tryLock('copy');
    if (lock === null)
      throw new StoreError('not-copied', 'Another process is copying into this database. Wait for its end.');
    const { db: to, coordination } = database;
    const guarded = keepsBotsOut ? await keepBotsOut(coordination, readAddress(location).name) : null;
    return await copyTables({
      ...tables,
      to,
      async beforeEnd() {
        await tables.beforeEnd();
        guarded?.requireGuarded();
      },
    });
  } finally {
    await database.close();
  }
}

/** Names a source in the mark of an unfinished copy, without a password. */
function nameSource(url: string): string {
  const { kind, location } = describeLocation(url);
  return `${kind}: ${location}`;
}
