import { access, readdir, readFile, stat } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import { readErrorCode } from '../../../kit/system.ts';
import { UserFacingError } from '../../../requests/kit/user-facing-error.ts';
import { type FaqSet, isFaqSet, parseFaqSet } from './faq-set.ts';
import { readMarkedLines } from './marked-lines.ts';
import { isNaturalSet, type NaturalSet, parseNaturalSet } from './natural-set.ts';
import { type PlainSet, parsePlainSet } from './plain-set.ts';

/** Sets by kind, in the order in which their files were found. */
export interface LoadedSets {
  /** Questions of members on articles as communities publish them. */
  readonly natural: readonly NaturalSet[];
  /** Files of questions and answers, each with its own questions. */
  readonly faq: readonly FaqSet[];
  /** Questions whose right sentence is known, on articles in plain paragraphs. */
  readonly plain: readonly PlainSet[];
}

/**
 * Loads the sets at `path`: a file, the folder of articles beside one, or a folder with sets at any depth.
 *
 * @throws {UserFacingError} `unusable-arguments` where there is no set, or one has an unknown format
 */
export async function loadSets(path: string): Promise<LoadedSets> {
  const files = await listFilesAt(path);
  if (files.length === 0)
    throw createSetError(
      `There is no question set in “${path}”, which is a .json or .tsv file; docs/evaluation.md describes them.`,
    );
  return joinSets(await Promise.all(files.map(loadFile)));
}

/** Joins sets that were loaded from several paths. */
export function joinSets(all: readonly LoadedSets[]): LoadedSets {
  return {
    natural: all.flatMap(({ natural }) => natural),
    faq: all.flatMap(({ faq }) => faq),
    plain: all.flatMap(({ plain }) => plain),
  };
}

async function listFilesAt(path: string): Promise<readonly string[]> {
  try {
    return await listSetFiles(path);
  } catch (cause) {
    throw createSetError(explainUnreadable(path, readErrorCode(cause)), cause);
  }
}

function explainUnreadable(path: string, code: string): string {
  if (code === 'ENOENT')
    return `There is no file or folder “${path}”. Name a question set; docs/evaluation.md describes them.`;
  return `“${path}” cannot be read (${code}). Check its permissions.`;
}

async function loadFile(file: string): Promise<LoadedSets> {
  try {
    return await readSet(file);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw createSetError(`“${file}” is not a question set: ${detail}.`, cause);
  }
}

async function readSet(file: string): Promise<LoadedSets> {
  const none: LoadedSets = { natural: [], faq: [], plain: [] };
  if (file.endsWith('.tsv')) return { ...none, natural: [await readMarkedLines(file)] };
  const value: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (isFaqSet(value)) return { ...none, faq: [parseFaqSet(value, file)] };
  if (isNaturalSet(value)) return { ...none, natural: [parseNaturalSet(value, file)] };
  return { ...none, plain: [parsePlainSet(value)] };
}

function createSetError(message: string, cause?: unknown): UserFacingError {
  return new UserFacingError('unusable-arguments', message, { cause });
}

const ENDINGS = ['.json', '.tsv'];
/** The file that describes the source of a `.tsv`. */
const METADATA_ENDING = '.meta.json';

/**
 * Lists the files of question sets at `path`. A file gives itself, and the folder of a set's articles gives the file beside it. Any other folder gives
 * all of its files by name, then those in its sub-folders.
 */
async function listSetFiles(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const beside = await findFileBeside(path);
  return beside === null ? listFilesIn(path) : [beside];
}

async function findFileBeside(folder: string): Promise<string | null> {
  for (const ending of ENDINGS) {
    const file = `${resolve(folder)}${ending}`;
    if (await exists(file)) return file;
  }
  return null;
}

async function listFilesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  const namesOf = (isFolder: boolean): readonly string[] =>
    visible
      .filter((entry) => entry.isDirectory() === isFolder)
      .map(({ name }) => name)
      .toSorted();
  const files = namesOf(false).filter(isSetFile);
  // The folder beside a set holds its articles, and some of these are `.json` files too.
  const ownFolders = new Set(files.map((file) => parse(file).name));
  const others = namesOf(true).filter((name) => !ownFolders.has(name));
  const below = await Promise.all(others.map((name) => listFilesIn(join(folder, name))));
  return [...files.map((name) => join(folder, name)), ...below.flat()];
}

function isSetFile(name: string): boolean {
  return ENDINGS.includes(parse(name).ext) && !name.endsWith(METADATA_ENDING);
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
