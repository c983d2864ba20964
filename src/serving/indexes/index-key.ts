import { createHash, type Hash } from 'node:crypto';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { comparePaths } from '../../knowledge/folder/collect-knowledge.ts';
import { listArticleFiles } from '../../knowledge/folder/list-files.ts';
import { MAX_ARTICLE_BYTES } from '../../knowledge/folder/read-knowledge.ts';
import { locateCompiledFile } from '../../threads/compiled-file.ts';
import { MIN_BYTES } from './index-files.ts';

/** The code that reads articles and builds their index. */
const PROGRAMS = ['serving/file-worker', 'serving/answering-worker'];

/** The file of an article, by the hash of its text, as `hashText` gives it. */
export interface HashedFile {
  readonly path: string;
  readonly hash: string;
}

/**
 * Computes the key of the index of articles from the texts of their files: it differs where a text, a path, the program or its tables of
 * characters differ.
 */
export function computeIndexKey(files: readonly HashedFile[]): string {
  const hash = startHash();
  for (const { path, hash: text } of files.toSorted(comparePaths)) {
    addPart(hash, path);
    addPart(hash, text);
  }
  return hash.digest('hex');
}

/**
 * Computes the key of a folder, without parsing its files: it differs where the bytes of a file, the program or its tables of characters
 * differ. Returns null where a file cannot be read, or where building the index anew takes no time. Takes half a second for a million facts,
 * during which the thread does nothing else.
 */
export async function computeFolderKey(folder: string, minBytes = MIN_BYTES): Promise<string | null> {
  const { files, problems } = await listArticleFiles(folder);
  const stats = files.map(({ path, realPath }) => ({ path, realPath, state: readStats(realPath) }));
  const size = stats.reduce((sum, { state }) => sum + (state?.size ?? 0), 0);
  if (problems.length > 0 || size < minBytes) return null;
  const hash = startHash();
  for (const { path, realPath, state } of stats.toSorted(comparePaths)) {
    const bytes = state === null ? null : readBytes(realPath, state);
    if (bytes === null) return null;
    addPart(hash, path);
    addPart(hash, bytes);
  }
  return hash.digest('hex');
}

/** Starts a hash with all but the articles that an index depends on. */
function startHash(): Hash {
  const hash = createHash('sha256');
  const { node, unicode = '', icu = '' } = process.versions;
  addPart(hash, JSON.stringify([node, unicode, icu]));
  for (const name of PROGRAMS) addPart(hash, readFileSync(locateCompiledFile(name)));
  return hash;
}

function readStats(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}

/** Reads a file in one go, in a tenth of the time that `readArticleBytes` takes. Returns null where it cannot be an article. */
function readBytes(path: string, state: Stats): Uint8Array | null {
  if (!state.isFile() || state.size > MAX_ARTICLE_BYTES) return null;
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Adds a part with its length, so that two parts never look like others. */
function addPart(hash: Hash, part: string | Uint8Array): void {
  const bytes = Buffer.from(part);
  hash.update(`${bytes.length} `).update(bytes);
}
