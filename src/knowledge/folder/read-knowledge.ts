import { collectKnowledge, type FileReading, type Knowledge } from './collect-knowledge.ts';
import { listArticleFiles } from './list-files.ts';
import { parseArticle } from './parse-article.ts';
import { readArticleBytes } from './read-bytes.ts';

/** An article file in memory, whatever its origin. */
export interface ArticleFile {
  /** The path that the article will have. Its ending gives the format. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The origin of articles: a folder, or files in memory. Plain data. */
export type ArticleSource = { readonly folder: string } | { readonly files: readonly ArticleFile[] };

export interface ReadEachFileOptions {
  /** Called with the path and size of each file before parsing. Files for which it returns false are left out. */
  readonly onFile?: (path: string, bytes: number) => boolean;
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
      if (onFile(path, bytes.length)) yield { path, ...parseArticle(path, bytes) };
    return;
  }
  const { files, problems } = await listArticleFiles(source.folder);
  for (const { path, ...problem } of problems) yield { path, article: null, text: null, problems: [problem] };
  for (const { path, realPath } of files) {
    const read = await readArticleBytes(realPath);
    if (read.kind === 'problem') yield { path, article: null, text: null, problems: [read.problem] };
    else if (onFile(path, read.bytes.length)) {
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
