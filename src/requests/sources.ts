import type { Article, Problem } from '../knowledge/article.ts';
import type { Served } from './served-knowledge.ts';

export interface SourcesReply {
  /** Sorted by path. */
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  readonly factCount: number;
  readonly refreshedAt: Date;
}

export interface Source
  extends Pick<Article, 'path' | 'title' | 'url' | 'publisher' | 'published' | 'captured'> {
  readonly factCount: number;
}

/** Lists the articles that answer at this moment; anyone may see them. */
export function listSources({ base, problems, refreshedAt }: Served): SourcesReply {
  const sources = base.articles.map(({ path, title, url, publisher, published, captured, facts }) => ({
    path,
    title,
    url,
    publisher,
    published,
    captured,
    factCount: facts.length,
  }));
  return { sources, problems, factCount: base.facts.length, refreshedAt };
}
