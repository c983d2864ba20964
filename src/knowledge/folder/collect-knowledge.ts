import type { Article } from '../article/article.ts';
import type { FileProblem, Problem } from '../article/problem.ts';

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

/** What came of one file, or of listing the folder; `text` is null where the file is no text. */
export interface FileReading {
  readonly path: string;
  readonly article: Article | null;
  readonly text: string | null;
  readonly problems: readonly FileProblem[];
}

/** All that was read, in the order of `Knowledge`. Of several readings of one path the first that gave an article counts. */
export function collectKnowledge(readings: readonly FileReading[]): Knowledge {
  const byFile = new Map<string, FileReading>();
  for (const reading of readings) if (!byFile.get(reading.path)?.article) byFile.set(reading.path, reading);
  const read = [...byFile.values()];
  const problems: Problem[] = read.flatMap(({ path, problems }) =>
    problems.map((problem) => ({ ...problem, path })),
  );
  return {
    articles: read.flatMap(({ article }) => article ?? []).toSorted(comparePaths),
    texts: read
      .flatMap(({ path, article, text }) => (article === null || text === null ? [] : { path, text }))
      .toSorted(comparePaths),
    problems: problems.toSorted(comparePathsAndLines),
  };
}

interface Placed {
  readonly path: string;
}

/** In the order of code units, so that every machine gives the same. */
export function comparePaths(a: Placed, b: Placed): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}

/** By path, then line; what is wrong with a file as a whole comes first. */
function comparePathsAndLines(
  a: Placed & { readonly line: number | null },
  b: Placed & { readonly line: number | null },
): number {
  return comparePaths(a, b) || (a.line ?? 0) - (b.line ?? 0);
}
