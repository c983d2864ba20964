import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolder, PRIVATE_FOLDER } from '../../kit/system.ts';
import type { Problem } from '../../knowledge/article/problem.ts';
import { isLockFile } from './build-locks.ts';

const MARK = Buffer.from('footnote index 1');
const HASH_BYTES = 32;
/** The mark and the hash of all that follows. */
const HEADER_BYTES = MARK.length + HASH_BYTES;
/** Articles of fewer bytes are read and indexed within a second. */
export const MIN_BYTES = 1_000_000;
/** Some three million facts. Longer indexes are built anew each time. */
const MAX_BYTES = 2 ** 31;
/** What serves, and what serves after going back, or in a process of another version. */
const MAX_FILES = 3;
/** What is read or hashed at once. */
const PIECE_BYTES = 4 * 1024 * 1024;
/** Like the database beside it. */
const OWNER_ALONE = 0o600;
/** An index, by the texts of its articles. */
const INDEX = '.index';
/** What a folder gives, by the bytes of its files. */
const FOLDER = '.folder';
/** How the articles of one index differ from those of another one. */
const CHANGES = '.changes';
/** A file that is being written has another ending. It is only left behind where its process has ended. */
const UNFINISHED = '.unfinished';
const LEFT_MS = 60 * 60_000;

/** What the files of a folder give. */
export interface StoredFolder {
  /** The key of the index of its articles. */
  readonly index: string;
  /** The problems of files that give no article. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a stored index into shared memory. Returns null if there is none that is whole: a file that is damaged, cut off or of another
 * program counts as none.
 *
 * @param key names what the index was built of, and by which version
 */
export function readIndexFile(folder: string, key: string): Promise<SharedArrayBuffer | null> {
  return readFile(join(folder, `${key}${INDEX}`));
}

/**
 * Stores an index, and deletes those that were needed longest ago. Other processes may do the same at once, and find either no file or a
 * whole one.
 *
 * @throws {Error} with Node's code, where the folder cannot be written to
 */
export async function writeIndexFile(folder: string, key: string, memory: SharedArrayBuffer): Promise<void> {
  await writeFile(folder, `${key}${INDEX}`, memory);
}

/** Reads what the files of a folder give; null if nothing whole is stored. */
export function readFolderFile(folder: string, key: string): Promise<StoredFolder | null> {
  return readJsonFile<StoredFolder>(folder, `${key}${FOLDER}`);
}

/**
 * Stores what the files of a folder give, as `writeIndexFile` stores an index.
 *
 * @throws {Error} with Node's code, where the folder cannot be written to
 */
export async function writeFolderFile(folder: string, key: string, stored: StoredFolder): Promise<void> {
  await writeJsonFile(folder, `${key}${FOLDER}`, stored);
}

/** The keys of two indexes, of which one replaces the other. */
export interface IndexPair {
  readonly before: string;
  readonly after: string;
}

/** Reads how the articles of two indexes differ, which `writeChangesFile` was given with the same type; null if nothing whole is stored. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller alone knows the type
export function readChangesFile<Changes>(folder: string, pair: IndexPair): Promise<Changes | null> {
  return readJsonFile<Changes>(folder, toChangesName(pair));
}

/**
 * Stores how the articles of two indexes differ, as `writeIndexFile` stores an index.
 *
 * @throws {Error} with Node's code, where the folder cannot be written to
 */
export async function writeChangesFile(folder: string, pair: IndexPair, changes: unknown): Promise<void> {
  await writeJsonFile(folder, toChangesName(pair), changes);
}

function toChangesName({ before, after }: IndexPair): string {
  return `${before}-${after}${CHANGES}`;
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller alone knows the type
async function readJsonFile<Data>(folder: string, name: string): Promise<Data | null> {
  const memory = await readFile(join(folder, name));
  return memory === null ? null : JSON.parse(Buffer.from(memory).toString('utf8'));
}

function writeJsonFile(folder: string, name: string, data: unknown): Promise<void> {
  const text = Buffer.from(JSON.stringify(data));
  const memory = new SharedArrayBuffer(text.length);
  text.copy(new Uint8Array(memory));
  return writeFile(folder, name, memory);
}

async function readFile(path: string): Promise<SharedArrayBuffer | null> {
  try {
    const file = await open(path);
    try {
      const memory = await readWhole(file);
      // The files that were needed last are kept.
      if (memory !== null) await utimes(path, new Date(), new Date());
      return memory;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

async function writeFile(folder: string, name: string, memory: SharedArrayBuffer): Promise<void> {
  if (memory.byteLength > MAX_BYTES) return;
  await createFolder(folder, PRIVATE_FOLDER);
  const path = join(folder, `${name}-${randomUUID()}${UNFINISHED}`);
  try {
    const file = await open(path, 'wx', OWNER_ALONE);
    try {
      await writeWhole(file, memory);
    } finally {
      await file.close();
    }
    await rename(path, join(folder, name));
  } finally {
    await rm(path, { force: true });
  }
  await deleteOldest(folder);
}

async function readWhole(file: FileHandle): Promise<SharedArrayBuffer | null> {
  const { size } = await file.stat();
  if (size <= HEADER_BYTES || size > HEADER_BYTES + MAX_BYTES) return null;
  const header = Buffer.alloc(HEADER_BYTES);
  await file.read(header, 0, HEADER_BYTES, 0);
  if (!header.subarray(0, MARK.length).equals(MARK)) return null;
  const memory = new SharedArrayBuffer(size - HEADER_BYTES);
  const hash = createHash('sha256');
  for (const { piece, at } of listPieces(memory)) {
    const { bytesRead } = await file.read(piece, 0, piece.length, HEADER_BYTES + at);
    if (bytesRead < piece.length) return null;
    hash.update(piece);
  }
  return hash.digest().equals(header.subarray(MARK.length)) ? memory : null;
}

async function writeWhole(file: FileHandle, memory: SharedArrayBuffer): Promise<void> {
  const hash = createHash('sha256');
  for (const { piece, at } of listPieces(memory)) {
    hash.update(piece);
    await file.write(piece, 0, piece.length, HEADER_BYTES + at);
  }
  await file.write(Buffer.concat([MARK, hash.digest()]), 0, HEADER_BYTES, 0);
  // The new name must never lead to a file whose bytes a crash has lost.
  await file.sync();
}

function* listPieces(
  memory: SharedArrayBuffer,
): Generator<{ readonly piece: Uint8Array; readonly at: number }> {
  for (let at = 0; at < memory.byteLength; at += PIECE_BYTES)
    yield { piece: new Uint8Array(memory, at, Math.min(PIECE_BYTES, memory.byteLength - at)), at };
}

async function deleteOldest(folder: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name);
      // Another process may have deleted it meanwhile.
      const usedAt = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      );
      return { path, usedAt };
    }),
  );
  const oldest = [INDEX, FOLDER, CHANGES].flatMap((ending) =>
    files
      .filter(({ path }) => path.endsWith(ending))
      .toSorted((a, b) => b.usedAt - a.usedAt)
      .slice(MAX_FILES),
  );
  const left = files.filter(
    ({ path, usedAt }) => (path.endsWith(UNFINISHED) || isLockFile(path)) && usedAt < Date.now() - LEFT_MS,
  );
  for (const { path } of [...oldest, ...left]) await rm(path, { force: true });
}
