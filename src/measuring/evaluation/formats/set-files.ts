import { access, readdir, stat } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';

const ENDINGS = ['.json', '.tsv'];
/** The file that describes the source of a `.tsv`. */
const METADATA_ENDING = '.meta.json';

/**
 * Lists the files of question sets at `path`. A file gives itself, and the folder of a set's articles gives the file beside it. Any other folder gives
 * all of its files by name, then those in its sub-folders.
 */
export async function listSetFiles(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const beside = await fileBeside(path);
  return beside === null ? filesIn(path) : [beside];
}

async function fileBeside(folder: string): Promise<string | null> {
  for (const ending of ENDINGS) {
    const file = `${resolve(folder)}${ending}`;
    if (await exists(file)) return file;
  }
  return null;
}

async function filesIn(folder: string): Promise<readonly string[]> {
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
  const below = await Promise.all(others.map((name) => filesIn(join(folder, name))));
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
