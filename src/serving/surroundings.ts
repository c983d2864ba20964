import { type ArticleInfo, type Fact, infoOf } from '../knowledge/article.ts';
import type { Served } from './served.ts';

/** No front-end shows more of a paragraph; one may have megabytes. */
const MAX_CHARS = 10_000;

/** A fact with what stands around it in its article. */
export interface Surroundings {
  readonly article: ArticleInfo;
  readonly fact: Fact;
  /** The paragraph before, or the end of a very long one; null where the fact's is the first. */
  readonly paragraphBefore: string | null;
  /** The fact's own paragraph up to it, and behind it; perhaps empty. */
  readonly before: string;
  readonly after: string;
  readonly paragraphAfter: string | null;
  /** When the articles were last read. */
  readonly refreshedAt: Date;
}

/** Where a fact stands, by its id; anyone may see it. Null where the articles no longer hold it. */
export function surroundings({ base, refreshedAt }: Served, factId: string): Surroundings | null {
  const found = base.findFact(factId);
  if (found === null) return null;
  const { fact, article } = found;
  const paragraph = article.paragraphs[fact.paragraph - 1]?.text ?? fact.text;
  const textOf = (number: number): string | null => article.paragraphs[number - 1]?.text ?? null;
  return {
    article: infoOf(article),
    fact,
    paragraphBefore: textOf(fact.paragraph - 1)?.slice(-MAX_CHARS) ?? null,
    before: paragraph.slice(0, fact.start).slice(-MAX_CHARS),
    after: paragraph.slice(fact.end, fact.end + MAX_CHARS),
    paragraphAfter: textOf(fact.paragraph + 1)?.slice(0, MAX_CHARS) ?? null,
    refreshedAt,
  };
}
