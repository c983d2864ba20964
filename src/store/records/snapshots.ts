import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { parseKnownValue, readKnownRows } from '../kit/known-values.ts';
import type { StoreReports } from '../kit/store-reports.ts';
import type { SnapshotsTable, Tables } from '../kit/tables.ts';
import {
  type FileText,
  hashFiles,
  hasSameFiles,
  insertFiles,
  insertMissingTexts,
  readTexts,
} from './snapshot-texts.ts';

/** What led to a snapshot: the start of the bot, a command, the applying of a preview, an undo, or files that changed. */
type SnapshotCause = (typeof CAUSES)[number];

const CAUSES = ['start', 'command', 'preview', 'undo', 'files'] as const;

/** What is told of the articles that serve from some moment on; the store adds a number and the time. */
export interface NewSnapshot {
  readonly cause: SnapshotCause;
  /** Who caused it, and in which server; null for what the bot does by itself. */
  readonly byId: string | null;
  readonly guildId: string | null;
  readonly factCount: number;
  /** What changed from what served before. */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly texts: readonly FileText[];
}

export interface Snapshot extends Omit<NewSnapshot, 'texts'> {
  /** From 1, the latest highest. */
  readonly number: number;
  readonly articleCount: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** The articles as they served from one refresh to the next, of all servers together; the last 20. */
export interface SnapshotRecords {
  /** All or nothing; each text is kept once, however many snapshots hold it. Null, and nothing done, where the last one holds the same. */
  save(snapshot: NewSnapshot): Promise<Snapshot | null>;
  /** Latest first. */
  list(): Promise<readonly Snapshot[]>;
  /**
   * Sorted by path; null where there is no such snapshot any more.
   *
   * @throws {StoreError} `damaged-snapshot` where a text is missing, or is not as it was kept
   */
  readTexts(number: number): Promise<readonly FileText[] | null>;
}

const MAX_SNAPSHOTS = 20;

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createSnapshotRecords(
  db: Kysely<Tables>,
  now: () => Date,
  reports: StoreReports,
): SnapshotRecords {
  return {
    save: (snapshot) => saveSnapshot(db, snapshot, now()),
    async list() {
      const rows = await db.selectFrom('snapshots').selectAll().orderBy('number', 'desc').execute();
      return readKnownRows(rows, toSnapshot, reports);
    },
    readTexts: (number) => readTexts(db, number),
  };
}

async function saveSnapshot(db: Kysely<Tables>, given: NewSnapshot, savedAt: Date): Promise<Snapshot | null> {
  const { texts, ...told } = given;
  const files = await hashFiles(texts);
  if (await hasSameFiles(db, await readLastNumber(db), files)) {
    await deleteUnusedTexts(db);
    return null;
  }
  // Without a snapshot that names them they count as nothing: whatever happens in between, the next snapshot takes them out again.
  await insertMissingTexts(db, texts, files);
  return db.transaction().execute(async (transaction) => {
    // Another process may have kept one meanwhile, and taken these texts out.
    if (await hasSameFiles(transaction, await readLastNumber(transaction), files)) return null;
    await insertMissingTexts(transaction, texts, files);
    const counted = { ...told, articleCount: files.length, savedAt: savedAt.getTime() };
    const number = await insertNumbered(transaction, counted);
    await insertFiles(transaction, number, files);
    await deleteOldest(transaction, number);
    return { ...counted, number };
  });
}

/** One statement, so that two at once never take the same number. */
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

/** Those of snapshots that are gone, or that nobody could finish. */
async function deleteUnusedTexts(db: Kysely<Tables>): Promise<void> {
  await db
    .deleteFrom('snapshot_texts')
    .where('hash', 'not in', db.selectFrom('snapshot_files').select('hash'))
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
