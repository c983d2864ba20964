import type { Problem } from '../../knowledge/article/problem.ts';
import { type ArticleName, compareArticles } from '../../knowledge/folder/changes.ts';
import type { FactChanges } from '../../knowledge/folder/fact-changes.ts';
import { toBuffer } from '../../search/flat/flat-buffer.ts';
import type { SharedArticles } from './shared-articles.ts';

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

/** Lists the paths of changed articles, and of those with problems, that are among `limited`; each once. */
export function selectLimited(
  { changes, problems }: Pick<RefreshReport, 'changes' | 'problems'>,
  limited: ReadonlySet<string>,
): readonly string[] {
  const { added, removed, changed } = changes;
  const paths = new Set([...added, ...removed, ...changed, ...problems].map(({ path }) => path));
  return [...paths].filter((path) => limited.has(path));
}

/** Counts what changed from the articles of one base to those of the next. Reads only articles that differ. */
export function reportChanges(before: SharedArticles, after: SharedArticles): ChangeReport {
  const [old, current] = [before.listStored(), after.listStored()];
  const known = new Map(old.map((stored) => [stored.path, stored]));
  const same = new Set(
    current
      .filter(({ path, bytes }) => {
        const then = known.get(path);
        return then !== undefined && toBuffer(bytes).equals(toBuffer(then.bytes));
      })
      .map(({ path }) => path),
  );
  const readOthers = (stored: typeof old) =>
    stored.filter(({ path }) => !same.has(path)).map(({ read }) => read());
  const { added, removed, changed, facts } = compareArticles(readOthers(old), readOthers(current));
  return {
    added,
    removed,
    changed: changed.map((each) => ({ ...each, facts: toCounts(each.facts) })),
    facts: toCounts(facts),
  };
}

/** The report of a first base: nothing served before that could have changed. */
export const NO_CHANGES: ChangeReport = {
  added: [],
  removed: [],
  changed: [],
  facts: { added: 0, removed: 0, changed: 0 },
};

function toCounts({ added, removed, changed }: FactChanges): FactCounts {
  return { added: added.length, removed: removed.length, changed: changed.length };
}

/** Returns whether all articles are the same as before. */
export function isUnchanged({ changes: { added, removed, changed } }: RefreshReport): boolean {
  return added.length + removed.length + changed.length === 0;
}
