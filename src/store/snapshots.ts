import { createHash } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { SnapshotsTable, Tables } from './tables.ts';

/** What led to a snapshot: the start of the bot, a command, the applying of a preview, an undo, or files that changed. */
type SnapshotCause = (typeof CAUSES)[number];

const CAUSES = ['start', 'command', 'preview', 'undo', 'files'] as const;

/** The whole text of an article's file. */
interface FileText {
  /** Unique in its snapshot. */
  readonly path: string;
  readonly text: string;
}

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
  /** Sorted by path; null where there is no such snapshot any more. */
  texts(number: number): Promise<readonly FileText[] | null>;
}

const MAX_SNAPSHOTS = 20;
/** A statement takes so many values that three a row stay far below. */
const ROWS_AT_ONCE = 500;

type FileHash = { readonly path: string; readonly hash: string };

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function snapshotRecords(db: Kysely<Tables>, now: () => Date): SnapshotRecords {
  return {
    keep: (snapshot) => db.transaction().execute((transaction) => keep(transaction, snapshot, now())),
    async list() {
      const rows = await db.selectFrom('snapshots').selectAll().orderBy('number', 'desc').execute();
      return rows.map(snapshotOf);
    },
    async texts(number) {
      const rows = await db
        .selectFrom('snapshot_files')
        .innerJoin('snapshot_texts', 'snapshot_texts.hash', 'snapshot_files.hash')
        .select(['path', 'text'])
        .where('snapshot_number', '=', number)
        .orderBy('path')
        .execute();
      // One without articles is never kept.
      return rows.length === 0 ? null : rows;
    },
  };
}

async function keep(db: Transaction<Tables>, given: NewSnapshot, keptAt: Date): Promise<Snapshot | null> {
  const { texts, ...told } = given;
  const files = texts.map(({ path, text }) => ({ path, hash: hashOf(text) }));
  const last = await lastNumber(db);
  if (sameFiles(files, await filesOf(db, last))) return null;
  const snapshot = { ...told, number: last + 1, articleCount: files.length, keptAt: keptAt.getTime() };
  await db.insertInto('snapshots').values(rowOf(snapshot)).execute();
  await keepTexts(db, texts);
  for (let from = 0; from < files.length; from += ROWS_AT_ONCE) {
    const rows = files.slice(from, from + ROWS_AT_ONCE);
    await db
      .insertInto('snapshot_files')
      .values(rows.map((file) => ({ ...file, snapshot_number: snapshot.number })))
      .execute();
  }
  await forgetOldest(db, snapshot.number);
  return snapshot;
}

async function keepTexts(db: Transaction<Tables>, texts: NewSnapshot['texts']): Promise<void> {
  const rows = await db.selectFrom('snapshot_texts').select('hash').execute();
  const kept = new Set(rows.map(({ hash }) => hash));
  for (const { text } of texts) {
    const hash = hashOf(text);
    if (kept.has(hash)) continue;
    kept.add(hash);
    await db.insertInto('snapshot_texts').values({ hash, text }).execute();
  }
}

async function forgetOldest(db: Transaction<Tables>, last: number): Promise<void> {
  const gone = last - MAX_SNAPSHOTS;
  await db.deleteFrom('snapshot_files').where('snapshot_number', '<=', gone).execute();
  await db.deleteFrom('snapshots').where('number', '<=', gone).execute();
  await db
    .deleteFrom('snapshot_texts')
    .where('hash', 'not in', db.selectFrom('snapshot_files').select('hash'))
    .execute();
}

async function lastNumber(db: Transaction<Tables>): Promise<number> {
  const { last } = await db
    .selectFrom('snapshots')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

function filesOf(db: Transaction<Tables>, number: number): Promise<readonly FileHash[]> {
  return db
    .selectFrom('snapshot_files')
    .select(['path', 'hash'])
    .where('snapshot_number', '=', number)
    .execute();
}

function sameFiles(some: readonly FileHash[], others: readonly FileHash[]): boolean {
  const hashes = new Map(others.map(({ path, hash }) => [path, hash]));
  return some.length === others.length && some.every(({ path, hash }) => hashes.get(path) === hash);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function rowOf(snapshot: Snapshot) {
  return {
    number: snapshot.number,
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
    cause: CAUSES.find((cause) => cause === row.cause) ?? 'command',
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
