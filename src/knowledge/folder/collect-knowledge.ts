import type { Article } from '../article/article.ts';
import type { FileProblem, Problem } from '../article/problem.ts';

/** The whole text of an article's file. */
export interface ArticleText {
  /** The path of the article. */
  readonly path: string;
  readonly text: string;
}

/** The result of reading the knowledge folder. */
export interface Knowledge {
  /**
   * Sorted by path in code unit order, so that the order is the same on every machine. Empty where no article is
   * readable.
   */
  readonly articles: readonly Article[];
  /** The text of the files of these articles, in the same order. Reading the texts again gives the same articles. */
  readonly texts: readonly ArticleText[];
  /** Sorted by path, then by line. A file may have several problems. */
  readonly problems: readonly Problem[];
}

/** The result of reading one file, or of listing the folder. `text` is null where the file is not text. */
export interface FileReading {
  readonly path: string;
  readonly article: Article | null;
  readonly text: string | null;
  readonly problems: readonly FileProblem[];
}

/**
 * Collects readings in the order of `Knowledge`. Of several readings of one path, the first one with an article
 * counts.
 */
export function collectKnowledge(readings: readonly FileReading[]): Knowledge {
  const byFile = new Map<string, FileReading>();
  for (const reading of readings) if (!byFile.get(reading.path)?.article) byFile.set(reading.path, reading);
  const read = [...byFile.values()];
  const problems: Problem[] = read.flatMap(({ path, problems: own }) =>
    own.map((problem) => ({ ...problem, path })),
  );
  return {
    articles: read.flatMap(({ article }) => article ?? []).toSorted(comparePaths),
    texts: read
      .flatMap(({ path, article, text }) => (article === null || text === null ? [] : { path, text }))
      .toSorted(comparePaths),
    problems: problems.toSorted(comparePathsAndLines),
  };
}

interface HasPath {
  readonly path: string;
}

/** Compares by path in code unit order, so that the order is the same on every machine. */
export function comparePaths(a: HasPath, b: HasPath): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}

/** Compares by path, then by line. Problems of a whole file come first. */
function comparePathsAndLines(
  a: HasPath & { readonly line: number | null },
  b: HasPath & { readonly line: number | null },
): number {
  return comparePaths(a, b) || (a.line ?? 0) - (b.line ?? 0);
}
