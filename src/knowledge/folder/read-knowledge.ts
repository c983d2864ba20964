import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { readErrorCode } from '../../kit/system.ts';
import { type FileProblem, toSkipped } from '../article/problem.ts';
import { collectKnowledge, type FileReading, type Knowledge } from './collect-knowledge.ts';
import { explainReadError, listArticleFiles } from './list-files.ts';
import { parseArticle } from './parse-article.ts';

/** An article file in memory, whatever its origin. */
export interface ArticleFile {
  /** The path that the article will have. Its ending gives the format. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The origin of articles: a folder, or files in memory. Plain data. */
export type ArticleSource = { readonly folder: string } | { readonly files: readonly ArticleFile[] };

export interface ReadEachFileOptions {
  /** Called with the path and content of each file before parsing. Files for which it returns false are left out. */
  readonly onFile?: (path: string, bytes: Uint8Array) => boolean;
}

/**
 * Reads the files of a source one after the other. Other work can run between two files, but not during one. A file
 * that cannot be an article becomes problems. So does a folder that cannot be listed, under its own path (`.` for the
 * knowledge folder itself).
 */
export async function* readEachFile(
  source: ArticleSource,
  { onFile = () => true }: ReadEachFileOptions = {},
): AsyncGenerator<FileReading, void, undefined> {
  if ('files' in source) {
    for (const { path, bytes } of source.files)
      if (onFile(path, bytes)) yield { path, ...parseArticle(path, bytes) };
    return;
  }
  const { files, problems } = await listArticleFiles(source.folder);
  for (const { path, ...problem } of problems) yield { path, article: null, text: null, problems: [problem] };
  for (const { path, realPath } of files) {
    const read = await readArticleBytes(realPath);
    if (read.kind === 'problem') yield { path, article: null, text: null, problems: [read.problem] };
    else if (onFile(path, read.bytes)) {
      const parsed = parseArticle(path, read.bytes);
      // Documentation folders also hold configuration files with these endings.
      if (!parsed.problems.some(({ cause }) => cause.code === 'no-question-list')) yield { path, ...parsed };
    }
  }
}

/**
 * Reads every article file under `folder`, at any depth. Leaves out names that begin with a dot, other kinds of file,
 * and data files without questions and answers. A file that cannot be an article becomes a problem, and the others
 * load. A folder that is missing, or is not a folder, becomes one problem with the path `.`. The caller decides
 * whether enough was read. Takes about half a second for a megabyte of Markdown. Other work can run between two files,
 * but not during one.
 */
export async function readKnowledge(folder: string): Promise<Knowledge> {
  const readings: FileReading[] = [];
  for await (const reading of readEachFile({ folder })) readings.push(reading);
  return collectKnowledge(readings);
}

/** Does the same as `readKnowledge` for files in memory. */
export function readFiles(files: readonly ArticleFile[]): Knowledge {
  return collectKnowledge(files.map(({ path, bytes }) => ({ path, ...parseArticle(path, bytes) })));
}

/** Maximum size of an article file. A book has about 1 MB of text; larger files are mostly not articles. */
export const MAX_ARTICLE_BYTES = 5 * 1024 * 1024;

type ReadResult =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

/**
 * Reads a regular file of at most {@link MAX_ARTICLE_BYTES}, or explains why it cannot. Never waits for another
 * process. A named pipe called `x.md` is rejected before it is opened. Should a pipe replace the file in between, it
 * is opened without blocking and then rejected.
 */
export async function readArticleBytes(realPath: string): Promise<ReadResult> {
  try {
    const before = await stat(realPath);
    if (!before.isFile()) return { kind: 'problem', problem: createSpecialFileProblem() };
    if (before.size > MAX_ARTICLE_BYTES) return { kind: 'problem', problem: createTooLargeProblem() };
    // Windows has no O_NONBLOCK, and keeps named pipes outside the file system.
    const handle = await open(realPath, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return await readRegularFile(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { kind: 'problem', problem: explainReadError(readErrorCode(error), realPath) };
  }
}

async function readRegularFile(handle: FileHandle): Promise<ReadResult> {
  if (!(await handle.stat()).isFile()) return { kind: 'problem', problem: createSpecialFileProblem() };
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The size is counted again during reading: a log that grows would be read without end.
  for await (const chunk of handle.createReadStream({ autoClose: false, end: MAX_ARTICLE_BYTES })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    chunks.push(bytes);
  }
  if (size > MAX_ARTICLE_BYTES) return { kind: 'problem', problem: createTooLargeProblem() };
  return { kind: 'bytes', bytes: Buffer.concat(chunks) };
}

function createSpecialFileProblem(): FileProblem {
  return toSkipped({ code: 'not-regular-file' });
}

function createTooLargeProblem(): FileProblem {
  return toSkipped({ code: 'too-large', maxMb: MAX_ARTICLE_BYTES / 1024 / 1024 });
}
