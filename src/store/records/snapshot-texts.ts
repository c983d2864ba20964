import { setImmediate as otherWork } from 'node:timers/promises';
import { type Kysely, sql, type Transaction } from 'kysely';
import { hashText } from '../../kit/ids.ts';
import { splitBySize, splitIntoBatches } from '../kit/batches.ts';
import { StoreError } from '../kit/store-error.ts';
import { replaceUnstorable } from '../kit/stored-values.ts';
import type { Tables } from '../kit/tables.ts';

/** A file of an article with its whole text. */
export interface FileText {
  /** Unique in its snapshot. */
  readonly path: string;
  readonly text: string;
}

interface FileHash {
  readonly path: string;
  readonly hash: string;
}

/** A file of an article without its text. */
export interface ListedFile extends FileHash {
  /** The size of its text; 0 where the text is missing. */
  readonly bytes: number;
}

/** Hashing this many characters takes some 5 ms; other work runs between two batches. */
const BATCH_CHARS = 1_000_000;
/** The most rows in one statement, and the most bytes of texts unless one text is larger. */
const BATCH_ROWS = 250;
const BATCH_BYTES = 1_000_000;

/** Returns the hash of every text, as it is stored, in the same order. Yields to other work between batches. */
export async function hashFiles(texts: readonly FileText[]): Promise<readonly FileHash[]> {
  const files: FileHash[] = [];
  let chars = 0;
  for (const { path, text } of texts) {
    files.push({ path, hash: hashText(replaceUnstorable(text)) });
    chars += text.length;
    if (chars < BATCH_CHARS) continue;
    chars = 0;
    await otherWork();
  }
  return files;
}

/** Returns whether a snapshot holds the same files with the same texts. */
export async function hasSameFiles(
  db: Kysely<Tables>,
  number: number,
  files: readonly FileHash[],
): Promise<boolean> {
  const hashes = new Map(files.map(({ path, hash }) => [path, hash]));
  let count = 0;
  for await (const batch of iterateFiles(db, number)) {
    if (batch.some(({ path, hash }) => hashes.get(path) !== hash)) return false;
    count += batch.length;
  }
  return count === files.length;
}

/** Saves the texts that the store does not have yet, in batches. `files` holds their hashes, in the same order. */
export async function insertMissingTexts(
  db: Kysely<Tables>,
  texts: readonly FileText[],
  files: readonly FileHash[],
): Promise<void> {
  const byHash = new Map(files.map(({ hash }, index) => [hash, texts[index]?.text ?? '']));
  for (const hashes of splitIntoBatches([...byHash.keys()], BATCH_ROWS)) {
    const rows = await db.selectFrom('snapshot_texts').select('hash').where('hash', 'in', hashes).execute();
    const known = new Set(rows.map(({ hash }) => hash));
    const missing = hashes
      .filter((hash) => !known.has(hash))
      .map((hash) => ({ hash, text: byHash.get(hash) ?? '' }));
    for (const some of splitBySize(missing, ({ text }) => text.length, BATCH_BYTES))
      await db
        .insertInto('snapshot_texts')
        .values(some)
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute();
  }
}

/** Saves which files a snapshot has. */
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
 * Reads the texts of a snapshot in batches, sorted by path. Returns null if there is no such snapshot.
 *
 * @throws {StoreError} `damaged-snapshot`
 */
export async function readTexts(db: Kysely<Tables>, number: number): Promise<readonly FileText[] | null> {
  const count = await readArticleCount(db, number);
  if (count === null) return null;
  const read: FileText[] = [];
  let isDamaged = false;
  for await (const files of iterateFiles(db, number))
    for (const some of splitBySize(files, ({ bytes }) => bytes, BATCH_BYTES)) {
      const texts = await readTextsOfFiles(db, some);
      isDamaged ||= texts.some(({ text }, index) => hashText(text) !== some[index]?.hash);
      read.push(...texts);
    }
  if (!isDamaged && read.length === count) return read;
  // The oldest of the twenty snapshots may have been deleted meanwhile.
  if ((await readArticleCount(db, number)) === null) return null;
  throw new StoreError(
    'damaged-snapshot',
    `Snapshot ${number} is damaged: its texts differ from those that were saved. Choose another one, or read the folder again.`,
  );
}

/** Lists the files of a snapshot, sorted by path. Returns null if there is no such snapshot. */
export async function listFiles(db: Kysely<Tables>, number: number): Promise<readonly ListedFile[] | null> {
  const files: ListedFile[] = [];
  for await (const some of iterateFiles(db, number)) files.push(...some);
  const count = await readArticleCount(db, number);
  return count === files.length ? files : null;
}

async function readArticleCount(db: Kysely<Tables>, number: number): Promise<number | null> {
  const row = await db
    .selectFrom('snapshots')
    .select('article_count')
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : Number(row.article_count);
}

/** Returns the texts in the order of `files`. A missing text is empty, so that its hash does not match. */
async function readTextsOfFiles(
  db: Kysely<Tables>,
  files: readonly FileHash[],
): Promise<readonly FileText[]> {
  const hashes = [...new Set(files.map(({ hash }) => hash))];
  const rows = await db.selectFrom('snapshot_texts').selectAll().where('hash', 'in', hashes).execute();
  const texts = new Map(rows.map(({ hash, text }) => [hash, text]));
  return files.map(({ path, hash }) => ({ path, text: texts.get(hash) ?? '' }));
}

/** Yields the files of a snapshot in batches, sorted by path, with the sizes of their texts. */
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
    const files: readonly ListedFile[] = await (after === null
      ? all
      : all.where('path', '>', after)
    ).execute();
    yield files;
    after = files.at(-1)?.path ?? null;
    if (files.length < BATCH_ROWS) return;
  }
}
