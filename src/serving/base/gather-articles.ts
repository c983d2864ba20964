import type { Article } from '../../knowledge/article/article.ts';
import { isLimited, toLimitsKey } from '../../knowledge/article/limits.ts';
import { cutProblems, isListCut, type Problem, toWarning } from '../../knowledge/article/problem.ts';
import {
  collectKnowledge,
  comparePaths,
  type FileReading,
  type Knowledge,
} from '../../knowledge/folder/collect-knowledge.ts';
import type { SharedArticles } from './shared-articles.ts';

/** The articles that shall serve. */
export interface GatheredArticles {
  /** The articles with their texts, and the problems in them. */
  readonly knowledge: Knowledge;
  /** The problems of files that give no article, and of folders. */
  readonly others: readonly Problem[];
  /** The paths of files that can no longer be read: their last readable version serves. */
  readonly kept: ReadonlySet<string>;
  /** Whether reading the texts again gives the same articles. Nearly always true. */
  readonly followsFromTexts: boolean;
}

/** Who may read what is decided for each question, on the main thread too. */
const MAX_LIMITS = 50;

/**
 * Gathers what was read. Files that have not changed give what they gave before, and files that are broken now keep the version that served
 * before, unless nothing at all can be read. Articles beyond the most limits are closed for everybody.
 *
 * @param unchanged the paths of files that have not changed
 */
export function gatherArticles(
  readings: readonly FileReading[],
  unchanged: readonly string[],
  before: SharedArticles | null,
): GatheredArticles {
  const readAgain = (path: string): readonly FileReading[] =>
    before === null ? [] : [before.readAgain(path)];
  const same = unchanged.flatMap(readAgain);
  const read = collectKnowledge([...readings, ...same]);
  const found = new Set(read.articles.map(({ path }) => path));
  const kept = before === null || found.size === 0 ? [] : findLastReadable(before, read.problems, found);
  const all = collectKnowledge([
    ...readings.filter(({ path }) => found.has(path)),
    ...same,
    ...kept.flatMap(readAgain),
  ]);
  const { articles, closed } = closeBeyondLimit(all.articles);
  return {
    knowledge: {
      articles,
      texts: all.texts,
      problems: cutProblems([...closed, ...all.problems]).toSorted(comparePaths),
    },
    others: cutProblems(read.problems.filter(({ path }) => !found.has(path))),
    kept: new Set(kept),
    followsFromTexts: before === null || kept.every((path) => !mayBeAltered(before, path)),
  };
}

/** Finds the articles of `before` whose files are still there but broken, or stand in a broken sub-folder. */
function findLastReadable(
  before: SharedArticles,
  problems: readonly Problem[],
  found: ReadonlySet<string>,
): readonly string[] {
  const broken = new Set(problems.filter(({ kind }) => kind === 'skipped').map(({ path }) => path));
  return before
    .listStored()
    .map(({ path }) => path)
    .filter((path) => !found.has(path) && listWithFolders(path).some((each) => broken.has(each)));
}

/**
 * Lists a path with its folders: `a/b/c.md` gives `a/b/c.md`, `a/b` and `a`. `./server/c.md` does not give
 * the knowledge folder itself.
 */
function listWithFolders(path: string): readonly string[] {
  const parts = path.split('/');
  return parts
    .map((_, depth) => parts.slice(0, parts.length - depth).join('/'))
    .filter((each) => each !== '.');
}

/** Returns whether an article may have been closed beyond the most limits. */
function mayBeAltered({ problems }: SharedArticles, path: string): boolean {
  return (
    isListCut(problems) ||
    problems.some((problem) => problem.path === path && problem.cause.code === 'too-many-limits')
  );
}

/** Closes the articles for everybody whose limits are more than there may be, and says so. */
function closeBeyondLimit(articles: readonly Article[]): {
  readonly articles: readonly Article[];
  readonly closed: readonly Problem[];
} {
  const known = new Set<string>();
  const closed: Problem[] = [];
  const kept = articles.map((article) => {
    if (!isLimited(article)) return article;
    const { path, channels, roles } = article;
    const key = toLimitsKey({ channels, roles });
    if (known.size < MAX_LIMITS) known.add(key);
    if (known.has(key)) return article;
    closed.push({ ...toWarning({ code: 'too-many-limits', max: MAX_LIMITS }), path });
    return { ...article, channels: [], roles: [] };
  });
  return { articles: kept, closed };
}
