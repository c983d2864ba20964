import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { oneOf, readKnown } from '../kit/known-values.ts';
import type { SnapshotsTable, Tables } from '../kit/tables.ts';
import type { Troubles } from '../kit/troubles.ts';
import { type FileText, hashFiles, insertFiles, isSameAs, keepTexts, readTexts } from './snapshot-texts.ts';

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
  readonly keptAt: number;
}

/** The articles as they served from one refresh to the next, of all servers together; the last 20. */
export interface SnapshotRecords {
  /** All or nothing; each text is kept once, however many snapshots hold it. Null, and nothing done, where the last one holds the same. */
  keep(snapshot: NewSnapshot): Promise<Snapshot | null>;
  /** Latest first. */
  list(): Promise<readonly Snapshot[]>;
  /**
   * Sorted by path; null where there is no such snapshot any more.
   *
   * @throws {StoreError} `damaged-snapshot` where a text is missing, or is not as it was kept
   */
  texts(number: number): Promise<readonly FileText[] | null>;
}

const MAX_SNAPSHOTS = 20;

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function snapshotRecords(db: Kysely<Tables>, now: () => Date, troubles: Troubles): SnapshotRecords {
  return {
    keep: (snapshot) => keep(db, snapshot, now()),
    async list() {
      const rows = await db.selectFrom('snapshots').selectAll().orderBy('number', 'desc').execute();
      return readKnown(rows, snapshotOf, troubles);
    },
    texts: (number) => readTexts(db, number),
  };
}

async function keep(db: Kysely<Tables>, given: NewSnapshot, keptAt: Date): Promise<Snapshot | null> {
  const { texts, ...told } = given;
  const files = await hashFiles(texts);
  if (await isSameAs(db, await lastNumber(db), files)) {
    await forgetUnnamedTexts(db);
    return null;
  }
  // Without a snapshot that names them they count as nothing: whatever happens in between, the next snapshot takes them out again.
  await keepTexts(db, texts, files);
  return db.transaction().execute(async (transaction) => {
    // Another process may have kept one meanwhile, and taken these texts out.
    if (await isSameAs(transaction, await lastNumber(transaction), files)) return null;
    await keepTexts(transaction, texts, files);
    const counted = { ...told, articleCount: files.length, keptAt: keptAt.getTime() };
    const number = await insertNumbered(transaction, counted);
    await insertFiles(transaction, number, files);
    await forgetOldest(transaction, number);
    return { ...counted, number };
  });
}

/** One statement, so that two at once never take the same number. */
async function insertNumbered(db: Transaction<Tables>, snapshot: Omit<Snapshot, 'number'>): Promise<number> {
  const next = sql<number>`(select coalesce(max(number), 0) + 1 from snapshots)`;
  const { number } = await db
    .insertInto('snapshots')
    .values({ ...rowOf(snapshot), number: next })
    .returning('number')
    .executeTakeFirstOrThrow();
  return Number(number);
}

async function forgetOldest(db: Transaction<Tables>, last: number): Promise<void> {
  const gone = last - MAX_SNAPSHOTS;
  await db.deleteFrom('snapshot_files').where('snapshot_number', '<=', gone).execute();
  await db.deleteFrom('snapshots').where('number', '<=', gone).execute();
  await forgetUnnamedTexts(db);
}

/** Those of snapshots that are gone, or that nobody could finish. */
async function forgetUnnamedTexts(db: Kysely<Tables>): Promise<void> {
  await db
    .deleteFrom('snapshot_texts')
    .where('hash', 'not in', db.selectFrom('snapshot_files').select('hash'))
    .execute();
}

async function lastNumber(db: Kysely<Tables>): Promise<number> {
  const { last } = await db
    .selectFrom('snapshots')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

function rowOf(snapshot: Omit<Snapshot, 'number'>) {
  return {
    cause: snapshot.cause,
    by_id: snapshot.byId,
    guild_id: snapshot.guildId,
    article_count: snapshot.articleCount,
    fact_count: snapshot.factCount,
    added: snapshot.added,
    removed: snapshot.removed,
    changed: snapshot.changed,
    kept_at: snapshot.keptAt,
  };
}

function snapshotOf(row: Selectable<SnapshotsTable>): Snapshot {
  return {
    number: Number(row.number),
    cause: oneOf(CAUSES, row.cause, 'snapshots.cause'),
    byId: row.by_id,
    guildId: row.guild_id,
    articleCount: Number(row.article_count),
    factCount: Number(row.fact_count),
    added: Number(row.added),
    removed: Number(row.removed),
    changed: Number(row.changed),
    keptAt: Number(row.kept_at),
  };
}
