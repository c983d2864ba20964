import { collectKnowledge, type FileReading, type Knowledge } from './collect-knowledge.ts';
import { listArticleFiles } from './list-files.ts';
import { parseArticle } from './parse-article.ts';
import { readArticleBytes } from './read-bytes.ts';

/** An article file that is at hand already, wherever it came from. */
export interface ArticleFile {
  /** As the article's path is to be; the ending tells the form. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where articles come from: a folder, or files that are at hand. Plain data. */
export type ArticleSource = { readonly folder: string } | { readonly files: readonly ArticleFile[] };

export interface ReadEachFileOptions {
  /** Told before a file is parsed, with its size; a file for which this gives false is passed over. */
  readonly onFile?: (path: string, bytes: number) => boolean;
}

/**
 * Reads the files of a source one after the other. Other work goes on between two files, not within one. A file that cannot be an article
 * becomes problems, and so does a folder that cannot be listed, under its own path (`.` for the knowledge folder itself).
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
      // Folders of documentation hold settings of the same endings.
      if (!parsed.problems.some(({ cause }) => cause.code === 'no-question-list')) yield { path, ...parsed };
    }
  }
}

/**
 * Reads every article file under `folder`, to any depth; names that begin with a dot, other kinds of file, and data files without questions
 * and answers are passed over. A file that cannot be an article becomes a problem and the others load; a folder that is
 * missing or no folder becomes one problem with the path `.`. Whether too little was read to go on is the
 * caller's decision. Takes about half a second a megabyte of Markdown; other work goes on between two files, not
 * within one.
 */
export async function readKnowledge(folder: string): Promise<Knowledge> {
  const readings: FileReading[] = [];
  for await (const reading of readEachFile({ folder })) readings.push(reading);
  return collectKnowledge(readings);
}

/** As `readKnowledge`, of files that were handed over. */
export function readFiles(files: readonly ArticleFile[]): Knowledge {
  return collectKnowledge(files.map(({ path, bytes }) => ({ path, ...parseArticle(path, bytes) })));
}
