import { createHash } from 'node:crypto';
import { setImmediate as otherWork } from 'node:timers/promises';
import { type Kysely, sql, type Transaction } from 'kysely';
import { splitIntoBatches } from '../kit/batches.ts';
import { StoreError } from '../kit/store-error.ts';
import type { Tables } from '../kit/tables.ts';

/** The whole text of an article's file. */
export interface FileText {
  /** Unique in its snapshot. */
  readonly path: string;
  readonly text: string;
}

interface FileHash {
  readonly path: string;
  readonly hash: string;
}

/** Hashing this much takes some 5 ms; then others have their turn. */
const BATCH_CHARS = 1_000_000;
/** A statement takes this many rows, and texts of this many bytes, but for a longer one alone. */
const BATCH_ROWS = 250;
const BATCH_BYTES = 1_000_000;

/** Hashes every text, in portions. */
export async function hashFiles(texts: readonly FileText[]): Promise<readonly FileHash[]> {
  const files: FileHash[] = [];
  let chars = 0;
  for (const { path, text } of texts) {
    files.push({ path, hash: hashText(text) });
    chars += text.length;
    if (chars < BATCH_CHARS) continue;
    chars = 0;
    await otherWork();
  }
  return files;
}

/** Whether a snapshot holds the same files with the same texts. */
export async function hasSameFiles(
  db: Kysely<Tables>,
  number: number,
  files: readonly FileHash[],
): Promise<boolean> {
  const hashes = new Map(files.map(({ path, hash }) => [path, hash]));
  let count = 0;
  for await (const kept of iterateFiles(db, number)) {
    if (kept.some(({ path, hash }) => hashes.get(path) !== hash)) return false;
    count += kept.length;
  }
  return count === files.length;
}

/** Keeps the texts that are not kept yet, a portion at a time. `files` are their hashes, in the same order. */
export async function insertMissingTexts(
  db: Kysely<Tables>,
  texts: readonly FileText[],
  files: readonly FileHash[],
): Promise<void> {
  const byHash = new Map(files.map(({ hash }, place) => [hash, texts[place]?.text ?? '']));
  for (const hashes of splitIntoBatches([...byHash.keys()], BATCH_ROWS)) {
    const rows = await db.selectFrom('snapshot_texts').select('hash').where('hash', 'in', hashes).execute();
    const kept = new Set(rows.map(({ hash }) => hash));
    const missing = hashes
      .filter((hash) => !kept.has(hash))
      .map((hash) => ({ hash, text: byHash.get(hash) ?? '' }));
    for (const some of splitBySize(missing, ({ text }) => text.length))
      await db
        .insertInto('snapshot_texts')
        .values(some)
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute();
  }
}

export async function insertFiles(
  db: Transaction<Tables>,
  number: number,
  files: readonly FileHash[],
): Promise<void> {
  for (const some of splitIntoBatches(files, BATCH_ROWS)) {
    const rows = some.map((file) => ({ ...file, snapshot_number: number }));
    await db.insertInto('snapshot_files').values(rows).execute();
  }
}

/**
 * Reads the texts of a snapshot, a portion at a time, sorted by path; null where there is no such snapshot.
 *
 * @throws {StoreError} `damaged-snapshot`
 */
export async function readTexts(db: Kysely<Tables>, number: number): Promise<readonly FileText[] | null> {
  const count = await readArticleCount(db, number);
  if (count === null) return null;
  const read: FileText[] = [];
  let isDamaged = false;
  for await (const files of iterateFiles(db, number))
    for (const some of splitBySize(files, ({ bytes }) => bytes)) {
      const texts = await readTextsOfFiles(db, some);
      isDamaged ||= texts.some(({ text }, place) => hashText(text) !== some[place]?.hash);
      read.push(...texts);
    }
  if (!isDamaged && read.length === count) return read;
  // The last of twenty may have been forgotten while it was read.
  if ((await readArticleCount(db, number)) === null) return null;
  throw new StoreError(
    'damaged-snapshot',
    `Snapshot ${number} is damaged: its texts are not those that were kept. Go back to another one, or read the folder again.`,
  );
}

async function readArticleCount(db: Kysely<Tables>, number: number): Promise<number | null> {
  const row = await db
    .selectFrom('snapshots')
    .select('article_count')
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : Number(row.article_count);
}

/** In the order of `files`; a text that is missing is empty, and so not what its hash says. */
async function readTextsOfFiles(
  db: Kysely<Tables>,
  files: readonly FileHash[],
): Promise<readonly FileText[]> {
  const hashes = [...new Set(files.map(({ hash }) => hash))];
  const rows = await db.selectFrom('snapshot_texts').selectAll().where('hash', 'in', hashes).execute();
  const texts = new Map(rows.map(({ hash, text }) => [hash, text]));
  return files.map(({ path, hash }) => ({ path, text: texts.get(hash) ?? '' }));
}

/** The files of a snapshot, sorted by path, a portion at a time, with how long their texts are. */
async function* iterateFiles(db: Kysely<Tables>, number: number) {
  let after: string | null = null;
  for (;;) {
    const all = db
      .selectFrom('snapshot_files')
      .leftJoin('snapshot_texts', 'snapshot_texts.hash', 'snapshot_files.hash')
      .select(['path', 'snapshot_files.hash', sql<number>`coalesce(octet_length(text), 0)`.as('bytes')])
      .where('snapshot_number', '=', number)
      .orderBy('path')
      .limit(BATCH_ROWS);
    const files: ReadonlyArray<FileHash & { readonly bytes: number }> = await (after === null
      ? all
      : all.where('path', '>', after)
    ).execute();
    yield files;
    after = files.at(-1)?.path ?? null;
    if (files.length < BATCH_ROWS) return;
  }
}

/** Portions of `BYTES_AT_ONCE` together, but for one that is larger alone. */
function splitBySize<T>(all: readonly T[], sizeOf: (each: T) => number): readonly (readonly T[])[] {
  const sized: T[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const each of all) {
    size += sizeOf(each);
    if (size > BATCH_BYTES) {
      sized.push([]);
      size = sizeOf(each);
    }
    sized.at(-1)?.push(each);
  }
  return sized;
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
