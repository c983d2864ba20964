import type { Article } from '../../knowledge/article/article.ts';
import { isLimited } from '../../knowledge/article/limits.ts';
import type { Problem } from '../../knowledge/article/problem.ts';
import { type ArticleName, compareArticles } from '../../knowledge/folder/changes.ts';
import type { FactChanges } from '../../knowledge/folder/fact-changes.ts';

/** Counts and names what a refresh changed. Plain data. */
export interface RefreshReport {
  readonly changes: ChangeReport;
  readonly problems: readonly Problem[];
  /** Paths of files that can no longer be read: their last readable version still answers. */
  readonly kept: readonly string[];
  /** Paths of the changed articles, and of those with problems, that not everybody may, or might, read. */
  readonly limited: readonly string[];
  readonly articleCount: number;
  readonly factCount: number;
}

/** Like `KnowledgeChanges`, with the number of facts instead of the facts. */
export interface ChangeReport {
  readonly added: readonly ArticleName[];
  readonly removed: readonly ArticleName[];
  readonly changed: readonly ChangedArticle[];
  readonly facts: FactCounts;
}

interface ChangedArticle extends ArticleName {
  readonly facts: FactCounts;
}

export interface FactCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** Lists the paths of changed articles, and of those with problems, that are, or were, for some readers only; each once. */
export function listLimited(
  { changes, problems }: Pick<RefreshReport, 'changes' | 'problems'>,
  articles: readonly Article[],
): readonly string[] {
  const { added, removed, changed } = changes;
  const limited = new Set(articles.filter(isLimited).map(({ path }) => path));
  const paths = new Set([...added, ...removed, ...changed, ...problems].map(({ path }) => path));
  return [...paths].filter((path) => limited.has(path));
}

/** Counts what changed from the articles of one base to those of the next. */
export function reportChanges(before: readonly Article[], after: readonly Article[]): ChangeReport {
  const { added, removed, changed, facts } = compareArticles(before, after);
  return {
    added,
    removed,
    changed: changed.map((each) => ({ ...each, facts: toCounts(each.facts) })),
    facts: toCounts(facts),
  };
}

function toCounts({ added, removed, changed }: FactChanges): FactCounts {
  return { added: added.length, removed: removed.length, changed: changed.length };
}

/** Returns whether all articles are the same as before. */
export function isUnchanged({ changes: { added, removed, changed } }: RefreshReport): boolean {
  return added.length + removed.length + changed.length === 0;
}
