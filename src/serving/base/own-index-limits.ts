import type { Article } from '../../knowledge/article/article.ts';
import { estimateIndexCost, type IndexCost, sumIndexCosts } from '../../search/index/index-cost.ts';

/** What one of a server's own articles adds to its index. Plain data. */
export interface OwnCost extends IndexCost {
  readonly path: string;
}

/**
 * Building their base takes time in a thread, and memory: 50,000 facts of two words take 0.4 s, 1,000,000
 * terms 0.4 to 2 s, most where each word is new, on a busy machine. 4 MB of English prose have 27,000 facts
 * and 1,000,000 terms.
 */
export const MAX_OWN_FACTS = 50_000;
export const MAX_OWN_TERMS = 1_200_000;

/** Measures what an article adds to an index. */
export function measureOwnCost(article: Article): OwnCost {
  return { path: article.path, ...estimateIndexCost(article) };
}

/** Returns whether a server's own articles may add this much to its index. */
export function isWithinIndexLimits({ facts, terms }: IndexCost): boolean {
  return facts <= MAX_OWN_FACTS && terms <= MAX_OWN_TERMS;
}

/**
 * Selects the articles, in order, that fit within the limits together. A store that another version filled
 * may hold more.
 */
export function selectArticlesWithinLimits(own: readonly Article[]): readonly Article[] {
  let sum = sumIndexCosts([]);
  return own.filter((article) => {
    const then = sumIndexCosts([sum, estimateIndexCost(article)]);
    if (!isWithinIndexLimits(then)) return false;
    sum = then;
    return true;
  });
}
