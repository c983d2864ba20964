import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { readErrorCode } from '../../kit/system.ts';
import { type FileProblem, type Problem, type ProblemCause, toSkipped } from '../article/problem.ts';
import { findArticleEnding, isUnreadableDocument } from '../formats/formats.ts';
import { OWN_FOLDER } from './own-path.ts';

/** A file that may be an article. */
interface ListedFile {
  /** Relative to the knowledge folder, with `/` on every system. Never the path of a server's own article. */
  readonly path: string;
  /** Its location with all symbolic links resolved. */
  readonly realPath: string;
}

export interface Listing {
  /** Each real file once. Files come before links, so that a file keeps its own name where a link leads to it. */
  readonly files: readonly ListedFile[];
  readonly problems: readonly Problem[];
  /** The paths of documents of a kind that cannot be read, such as PDF files, in the order of the walk. */
  readonly passedOver: readonly string[];
}

interface Walk {
  readonly root: string;
  readonly files: Map<string, string>;
  readonly folders: Set<string>;
  readonly links: string[];
  readonly problems: Problem[];
  readonly passedOver: string[];
}

/**
 * Lists the article files under `folder`, at any depth, without names that begin with a dot. Follows links only to
 * targets inside the folder. Targets may have hidden names, because Kubernetes mounts a ConfigMap as `a.md ->
 * ..data/a.md`.
 */
export async function listArticleFiles(folder: string): Promise<Listing> {
  let root: string;
  try {
    root = await realpath(folder);
    if (!(await stat(root)).isDirectory()) return buildMissing('ENOTDIR');
  } catch (error) {
    return buildMissing(readErrorCode(error));
  }
  const walk: Walk = { root, files: new Map(), folders: new Set(), links: [], problems: [], passedOver: [] };
  await walkFolder(walk, '', root);
  // A link may lead to a folder with further links, so the list grows during this loop.
  for (const link of walk.links) await followLink(walk, link);
  const files = [...walk.files].map(([realPath, path]) => ({ path: toSharedPath(path), realPath }));
  return {
    files,
    problems: walk.problems.map((problem) => ({ ...problem, path: toSharedPath(problem.path) })),
    passedOver: walk.passedOver,
  };
}

/**
 * The paths of servers' own articles begin with that folder name. The prefix `./` distinguishes a file of the
 * knowledge folder, and still leads to it.
 */
function toSharedPath(path: string): string {
  return path === OWN_FOLDER || path.startsWith(`${OWN_FOLDER}/`) ? `./${path}` : path;
}

async function walkFolder(walk: Walk, path: string, realPath: string): Promise<void> {
  if (walk.folders.has(realPath)) return;
  walk.folders.add(realPath);
  let entries: Dirent[];
  try {
    entries = await readdir(realPath, { withFileTypes: true });
  } catch (error) {
    walk.problems.push({ ...explainReadError(readErrorCode(error), path), path: path === '' ? '.' : path });
    return;
  }
  const visible = entries.filter((entry) => !entry.name.startsWith('.'));
  for (const entry of visible.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const entryPath = path === '' ? entry.name : `${path}/${entry.name}`;
    const entryRealPath = join(realPath, entry.name);
    if (entry.isSymbolicLink()) walk.links.push(entryPath);
    else if (entry.isDirectory()) await walkFolder(walk, entryPath, entryRealPath);
    else if (isArticleName(entry.name)) walk.files.set(entryRealPath, entryPath);
    else if (isUnreadableDocument(entry.name)) walk.passedOver.push(entryPath);
  }
}

/** A link to a file or folder that was already visited adds nothing. This also ends loops through a parent folder. */
async function followLink(walk: Walk, path: string): Promise<void> {
  try {
    const target = await realpath(join(walk.root, path));
    const kind = await stat(target);
    const concernsUs = kind.isDirectory() || isArticleName(path);
    if (!concernsUs) return;
    if (!isInside(walk.root, target))
      walk.problems.push({ ...toSkipped({ code: 'link-leaves-folder' }), path });
    else if (kind.isDirectory()) await walkFolder(walk, path, target);
    else if (!walk.files.has(target)) walk.files.set(target, path);
  } catch (error) {
    // A broken `logo.png` does not matter, but a broken `rules` may have been a folder of articles.
    if (isArticleName(path) || extname(path) === '') {
      walk.problems.push({ ...explainBrokenLink(readErrorCode(error), path), path });
    }
  }
}

function isArticleName(name: string): boolean {
  return findArticleEnding(name) !== null;
}

/** `relative()` and `..` would be wrong here: a hidden target such as `..data/a.md` begins with two dots as well. */
function isInside(root: string, target: string): boolean {
  return target === root || target.startsWith(root.endsWith(sep) ? root : root + sep);
}

function buildMissing(code: string): Listing {
  return { files: [], problems: [{ ...toSkipped(toFolderCause(code)), path: '.' }], passedOver: [] };
}

function toFolderCause(code: string): ProblemCause {
  switch (code) {
    case 'ENOENT':
      return { code: 'no-folder' };
    case 'ENOTDIR':
      return { code: 'folder-is-file' };
    default:
      return { code: 'folder-cannot-be-opened', errorCode: code };
  }
}

function explainBrokenLink(code: string, path: string): FileProblem {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return toSkipped({ code: 'link-to-nothing' });
    case 'ELOOP':
      return toSkipped({ code: 'link-to-itself' });
    default:
      return explainReadError(code, path);
  }
}

/**
 * Returns a short hash that stays the same while nothing changes that `readKnowledge` reads under `folder`, judging by
 * names, sizes and times. Reads no file content: a thousand files take about 50 ms.
 */
export async function fingerprintFolder(folder: string): Promise<string> {
  const { files, problems } = await listArticleFiles(folder);
  const hash = createHash('sha256');
  for (const problem of problems) hash.update(JSON.stringify(problem));
  for (const { path, realPath } of files) hash.update(JSON.stringify([path, await readFileState(realPath)]));
  return hash.digest('base64url');
}

/** A file may replace another one and keep its times. Its inode number and change time are new nevertheless. */
async function readFileState(realPath: string): Promise<readonly string[]> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(realPath, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].map(String);
  } catch (error) {
    return [readErrorCode(error)];
  }
}

/** Replaces bytes that are not UTF-8 in a path. Such a path leads nowhere. */
const REPLACED = '\ufffd';

/** Explains, from Node's error code, why the file or folder listed at `path` could not be read. */
export function explainReadError(code: string, path: string): FileProblem {
  switch (code) {
    case 'ENOENT':
      if (path.includes(REPLACED)) return toSkipped({ code: 'name-not-utf8' });
      return toSkipped({ code: 'file-gone' });
    case 'EACCES':
    case 'EPERM':
      return toSkipped({ code: 'no-permission' });
    default:
      return toSkipped({ code: 'system-error', errorCode: code });
  }
}
