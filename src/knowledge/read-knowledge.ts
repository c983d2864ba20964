import type { Article, Problem } from './article.ts';
import { listArticleFiles } from './list-files.ts';
import { parseArticle } from './parse-article.ts';
import { byPath, byPlace } from './path-order.ts';
import type { Flaw } from './problem.ts';
import { readArticleBytes } from './read-bytes.ts';

/** The whole text of an article's file. */
export interface ArticleText {
  /** The article's. */
  readonly path: string;
  readonly text: string;
}

/** What one reading of the knowledge folder gave. */
export interface Knowledge {
  /** Sorted by path (code unit order, so that every machine gives the same); empty where none is readable. */
  readonly articles: readonly Article[];
  /** What the files of these articles hold, in the same order: reading it again gives the same articles. */
  readonly texts: readonly ArticleText[];
  /** Sorted by path, then line; a file may have several. */
  readonly problems: readonly Problem[];
}

/** An article file that is at hand already, wherever it came from. */
export interface ArticleFile {
  /** As the article's path is to be; the ending tells the form. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where articles come from: a folder, or files that are at hand. Plain data. */
export type ArticleSource = { readonly folder: string } | { readonly files: readonly ArticleFile[] };

/** What came of one file, or of listing the folder; `text` is null where the file is no text. */
export interface FileReading {
  readonly path: string;
  readonly article: Article | null;
  readonly text: string | null;
  readonly flaws: readonly Flaw[];
}

export interface ReadEachOptions {
  /** Told before a file is parsed, with its size; a file for which this gives false is passed over. */
  readonly onFile?: (path: string, bytes: number) => boolean;
}

/**
 * Reads the files of a source one after the other. Other work goes on between two files, not within one. A file that cannot be an article
 * becomes flaws, and so does a folder that cannot be listed, under its own path (`.` for the knowledge folder itself).
 */
export async function* readEach(
  source: ArticleSource,
  { onFile = () => true }: ReadEachOptions = {},
): AsyncGenerator<FileReading, void, undefined> {
  if ('files' in source) {
    for (const { path, bytes } of source.files)
      if (onFile(path, bytes.length)) yield { path, ...parseArticle(path, bytes) };
    return;
  }
  const { files, problems } = await listArticleFiles(source.folder);
  for (const { path, ...flaw } of problems) yield { path, article: null, text: null, flaws: [flaw] };
  for (const { path, realPath } of files) {
    const read = await readArticleBytes(realPath);
    if (read.kind === 'flaw') yield { path, article: null, text: null, flaws: [read.flaw] };
    else if (onFile(path, read.bytes.length)) yield { path, ...parseArticle(path, read.bytes) };
  }
}

/** All that was read, in the order of `Knowledge`. Of several readings of one path the first that gave an article counts. */
export function collectKnowledge(readings: readonly FileReading[]): Knowledge {
  const byFile = new Map<string, FileReading>();
  for (const reading of readings) if (!byFile.get(reading.path)?.article) byFile.set(reading.path, reading);
  const read = [...byFile.values()];
  const problems: Problem[] = read.flatMap(({ path, flaws }) => flaws.map((flaw) => ({ ...flaw, path })));
  return {
    articles: read.flatMap(({ article }) => article ?? []).toSorted(byPath),
    texts: read
      .flatMap(({ path, article, text }) => (article === null || text === null ? [] : { path, text }))
      .toSorted(byPath),
    problems: problems.toSorted(byPlace),
  };
}

/**
 * Reads every `*.md` and `*.txt` under `folder`, to any depth; names that begin with a dot and other kinds of
 * file are passed over. A file that cannot be an article becomes a problem and the others load; a folder that is
 * missing or no folder becomes one problem with the path `.`. Whether too little was read to go on is the
 * caller's decision. Takes about half a second a megabyte of Markdown; other work goes on between two files, not
 * within one.
 */
export async function readKnowledge(folder: string): Promise<Knowledge> {
  const readings: FileReading[] = [];
  for await (const reading of readEach({ folder })) readings.push(reading);
  return collectKnowledge(readings);
}

/** As `readKnowledge`, of files that were handed over. */
export function readFiles(files: readonly ArticleFile[]): Knowledge {
  return collectKnowledge(files.map(({ path, bytes }) => ({ path, ...parseArticle(path, bytes) })));
}
