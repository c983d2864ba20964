import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { explainJsonError } from '../../kit/json-mistake.ts';
import { createFolder, readErrorCode } from '../../kit/system.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { ENGLISH } from '../../wording/english/catalogue.ts';
import { terminalTexts } from '../../wording/kit/english.ts';

const TEXTS = 'texts.json';

/** Returns the English name of a language: `German`, `Brazilian Portuguese`. */
export function nameLanguage(language: string): string {
  const names = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'dialect' });
  return names.of(language) ?? language;
}

/** Returns the name of a language's folder, its English name: `german`, `brazilian-portuguese`. */
export function nameFolder(language: string): string {
  return nameLanguage(language)
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * Returns the texts of a language as they stand in its folder under `wording`; an empty object where it has none.
 *
 * @throws {UserFacingError} `unusable-arguments` where the file is not JSON
 */
export async function readLanguageTexts(wording: string, language: string): Promise<unknown> {
  if (language === 'en') return ENGLISH;
  const folder = nameFolder(language);
  if (!(await listFolders(wording)).includes(folder)) return {};
  return readJson(join(wording, folder, TEXTS));
}

/** Writes the texts of a language into its folder, and returns the path of the file. */
export async function writeLanguageTexts(wording: string, language: string, texts: unknown): Promise<string> {
  const folder = join(wording, nameFolder(language));
  await createFolder(folder);
  const file = join(folder, TEXTS);
  await writeText(file, toJsonFile(texts));
  return file;
}

/** Returns the folders under `wording` that hold a translation, in alphabetical order. */
export async function listFolders(wording: string): Promise<readonly string[]> {
  const files = await readdir(wording, { recursive: true, withFileTypes: true });
  return files
    .filter(({ name }) => name === TEXTS)
    .map(({ parentPath }) => parentPath.slice(wording.length).replace(/^[\\/]+/, ''))
    .toSorted();
}

/** @throws {UserFacingError} `unusable-arguments` where the file cannot be read, or is not JSON */
export async function readJson(file: string): Promise<unknown> {
  const text = (await readText(file)).replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch (cause) {
    const mistake = terminalTexts.texts.invalid({ file, ...explainJsonError(text, cause) });
    throw new UserFacingError('unusable-arguments', mistake, { cause });
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const code = readErrorCode(cause);
    const { missing, isFolder, unreadable } = terminalTexts.texts;
    const mistakes: Readonly<Record<string, string>> = {
      ENOENT: missing({ file }),
      EISDIR: isFolder({ file }),
    };
    throw new UserFacingError('unusable-arguments', mistakes[code] ?? unreadable({ file, code }), { cause });
  }
}

/** @throws {UserFacingError} `unusable-arguments` where the file cannot be written */
export async function writeText(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    const code = readErrorCode(cause);
    const { noFolder, isFolder, unwritable } = terminalTexts.texts;
    const mistakes: Readonly<Record<string, string>> = {
      ENOENT: noFolder({ folder: dirname(file) }),
      EISDIR: isFolder({ file }),
    };
    throw new UserFacingError('unusable-arguments', mistakes[code] ?? unwritable({ file, code }), { cause });
  }
}

/** Converts a tree of texts to a JSON file as translation tools write it. */
export function toJsonFile(texts: unknown): string {
  return `${JSON.stringify(texts, null, 2)}\n`;
}
