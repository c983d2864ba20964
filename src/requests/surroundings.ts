import type { Article, Fact } from '../knowledge/article.ts';
import type { Served } from './served-knowledge.ts';
import { refused } from './user-facing-error.ts';

/** A fact with what stands around it in its article. */
export interface Surroundings {
  readonly article: Article;
  readonly fact: Fact;
  /** The paragraph before, whole; null where the fact's is the first. */
  readonly paragraphBefore: string | null;
  /** The fact's own paragraph up to it, and behind it; perhaps empty. */
  readonly before: string;
  readonly after: string;
  readonly paragraphAfter: string | null;
  /** When the articles were last read. */
  readonly refreshedAt: Date;
}

/**
 * Where a fact stands, by its id; anyone may see it.
 *
 * @throws {UserFacingError} `passage-gone` where the articles no longer hold it
 */
export function surroundings(served: Served, factId: string): Surroundings {
  const { fact, article } = findFact(served, factId);
  const paragraph = article.paragraphs[fact.paragraph - 1]?.text ?? fact.text;
  return {
    article,
    fact,
    paragraphBefore: article.paragraphs[fact.paragraph - 2]?.text ?? null,
    before: paragraph.slice(0, fact.start),
    after: paragraph.slice(fact.end),
    paragraphAfter: article.paragraphs[fact.paragraph]?.text ?? null,
    refreshedAt: served.refreshedAt,
  };
}

/** @throws {UserFacingError} `passage-gone` */
function findFact({ base }: Served, factId: string): { readonly fact: Fact; readonly article: Article } {
  for (const article of base.articles) {
    const fact = article.facts.find(({ id }) => id === factId);
    if (fact !== undefined) return { fact, article };
  }
  throw refused({ kind: 'passage-gone' });
}
