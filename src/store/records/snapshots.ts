import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { type AnnounceIn, runTransaction, type TransactionLocks } from '../kit/database.ts';
import type { StoreReports } from '../kit/store-reports.ts';
import { parseKnownValue, readKnownRows } from '../kit/stored-values.ts';
import type { SnapshotsTable, Tables } from '../kit/tables.ts';
import {
  type FileText,
  hashFiles,
  hasSameFiles,
  insertFiles,
  insertMissingTexts,
  type ListedFile,
  listFiles,
  readTexts,
} from './snapshot-texts.ts';

/** The cause of a snapshot: a start of the bot, a command, an applied preview, an undo, or changed files. */
type SnapshotCause = (typeof CAUSES)[number];

const CAUSES = ['start', 'command', 'preview', 'undo', 'files'] as const;

/** The articles that answer from now on, before the store adds a number and the time. */
export interface NewSnapshot {
  readonly cause: SnapshotCause;
  /** The member who caused it, and the server, or null for a refresh that the bot started by itself. */
  readonly byId: string | null;
  readonly guildId: string | null;
  readonly factCount: number;
  /** How many articles differ from the snapshot before. */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly texts: readonly FileText[];
}

export interface Snapshot extends Omit<NewSnapshot, 'texts'> {
  /** Counts from 1. */
  readonly number: number;
  readonly articleCount: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** The last 20 snapshots of the shared articles, one for each refresh that changed them. */
export interface SnapshotRecords {
  /** Saves a snapshot, all or nothing. Returns null and saves nothing where the last one holds the same. Stores equal texts once. */
  save(snapshot: NewSnapshot): Promise<Snapshot | null>;
  /** Finds the number of the latest snapshot that holds exactly these texts; null if none does. */
  find(texts: readonly FileText[]): Promise<number | null>;
  /** Returns the latest first. */
  list(): Promise<readonly Snapshot[]>;
  /** Lists the files without their texts, sorted by path. Returns null if the store no longer has the snapshot. */
  listFiles(number: number): Promise<readonly ListedFile[] | null>;
  /**
   * Returns the texts sorted by path, or null if the store no longer has the snapshot.
   *
   * @throws {StoreError} `damaged-snapshot` where a text is missing or changed
   */
  readTexts(number: number): Promise<readonly FileText[] | null>;
}

const MAX_SNAPSHOTS = 20;

interface SnapshotDeps {
  readonly db: Kysely<Tables>;
  readonly locks: TransactionLocks;
  readonly announceIn: AnnounceIn;
  readonly now: () => Date;
  readonly reports: Pick<StoreReports, 'reportOnce'>;
}

/** The lock of whoever saves a snapshot or deletes texts. */
const LOCK = 'snapshots';

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createSnapshotRecords(deps: SnapshotDeps): SnapshotRecords {
  const { db, now, reports } = deps;
  return {
    save: (snapshot) => saveSnapshot(deps, snapshot, now()),
    async find(texts) {
      const files = await hashFiles(texts);
      const rows = await db.selectFrom('snapshots').select('number').orderBy('number', 'desc').execute();
      for (const { number } of rows) if (await hasSameFiles(db, Number(number), files)) return Number(number);
      return null;
    },
    async list() {
      const rows = await db.selectFrom('snapshots').selectAll().orderBy('number', 'desc').execute();
      return readKnownRows(rows, toSnapshot, reports);
    },
    listFiles: (number) => listFiles(db, number),
    readTexts: (number) => readTexts(db, number),
  };
}

async function saveSnapshot(
  { db, locks, announceIn }: SnapshotDeps,
  given: NewSnapshot,
  savedAt: Date,
): Promise<Snapshot | null> {
  const { texts, ...details } = given;
  const files = await hashFiles(texts);
  if (await hasSameFiles(db, await readLastNumber(db), files)) {
    await runTransaction(db, async (transaction) => {
      await locks.take(transaction, LOCK);
      await deleteUnusedTexts(transaction);
    });
    return null;
  }
  // No snapshot names these texts yet. If this stops midway, the next snapshot deletes them.
  await insertMissingTexts(db, texts, files);
  return runTransaction(db, async (transaction) => {
    await locks.take(transaction, LOCK);
    // Another process may have saved a snapshot meanwhile, and deleted these texts.
    if (await hasSameFiles(transaction, await readLastNumber(transaction), files)) return null;
    await insertMissingTexts(transaction, texts, files);
    const counted = { ...details, articleCount: files.length, savedAt: savedAt.getTime() };
    const number = await insertNumbered(transaction, counted);
    await insertFiles(transaction, number, files);
    await deleteOldest(transaction, number);
    await announceIn(transaction, { kind: 'snapshot' });
    return { ...counted, number };
  });
}

/** The caller holds the lock, so that two simultaneous snapshots never get the same number. */
async function insertNumbered(db: Transaction<Tables>, snapshot: Omit<Snapshot, 'number'>): Promise<number> {
  const next = sql<number>`(select coalesce(max(number), 0) + 1 from snapshots)`;
  const { number } = await db
    .insertInto('snapshots')
    .values({ ...toSnapshotRow(snapshot), number: next })
    .returning('number')
    .executeTakeFirstOrThrow();
  return Number(number);
}

async function deleteOldest(db: Transaction<Tables>, last: number): Promise<void> {
  const gone = last - MAX_SNAPSHOTS;
  await db.deleteFrom('snapshot_files').where('snapshot_number', '<=', gone).execute();
  await db.deleteFrom('snapshots').where('number', '<=', gone).execute();
  await deleteUnusedTexts(db);
}

/** Deletes the texts of deleted and of unfinished snapshots. */
async function deleteUnusedTexts(db: Transaction<Tables>): Promise<void> {
  await db
    .deleteFrom('snapshot_texts')
    .where((text) =>
      text.not(
        text.exists(
          text
            .selectFrom('snapshot_files')
            .select('path')
            .whereRef('snapshot_files.hash', '=', 'snapshot_texts.hash'),
        ),
      ),
    )
    .execute();
}

async function readLastNumber(db: Kysely<Tables>): Promise<number> {
  const { last } = await db
    .selectFrom('snapshots')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

function toSnapshotRow(snapshot: Omit<Snapshot, 'number'>) {
  return {
    cause: snapshot.cause,
    by_id: snapshot.byId,
    guild_id: snapshot.guildId,
    article_count: snapshot.articleCount,
    fact_count: snapshot.factCount,
    added: snapshot.added,
    removed: snapshot.removed,
    changed: snapshot.changed,
    kept_at: snapshot.savedAt,
  };
}

function toSnapshot(row: Selectable<SnapshotsTable>): Snapshot {
  return {
    number: Number(row.number),
    cause: parseKnownValue(CAUSES, row.cause, 'snapshots.cause'),
    byId: row.by_id,
    guildId: row.guild_id,
    articleCount: Number(row.article_count),
    factCount: Number(row.fact_count),
    added: Number(row.added),
    removed: Number(row.removed),
    changed: Number(row.changed),
    savedAt: Number(row.kept_at),
  };
}
