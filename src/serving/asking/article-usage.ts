import type { FactBase } from '../../search/fact-base.ts';

/** The number of times a fact was quoted. */
export interface QuotedFact {
  readonly factId: string;
  readonly times: number;
}

/** Lists which articles answered, and which did not. */
export interface ArticleUsage {
  /** The quoted articles, most frequent first, at most five. */
  readonly topArticles: readonly { readonly title: string; readonly times: number }[];
  /** The titles of the other articles, in their order. */
  readonly neverQuoted: readonly string[];
}

const MAX_TOP = 5;
/** Nobody reads more of them. */
const MAX_NEVER_QUOTED = 500;

/** Adds up for each article how often its facts were quoted. */
export function countUsageByArticle(
  { articles, facts }: FactBase,
  quoted: readonly QuotedFact[],
): ArticleUsage {
  const times = new Map(quoted.map(({ factId, times: count }) => [factId, count]));
  const byPath = new Map<string, number>();
  for (const { id, path } of facts) {
    const count = times.get(id);
    if (count !== undefined) byPath.set(path, (byPath.get(path) ?? 0) + count);
  }
  const counted = articles
    .map(({ path, title }) => ({ title, times: byPath.get(path) ?? 0 }))
    .toSorted((a, b) => b.times - a.times);
  return {
    topArticles: counted.filter((each) => each.times > 0).slice(0, MAX_TOP),
    neverQuoted: counted
      .filter((each) => each.times === 0)
      .slice(0, MAX_NEVER_QUOTED)
      .map(({ title }) => title),
  };
}
