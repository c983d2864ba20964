import type { Article, Problem } from '../knowledge/article.ts';
import type { ServedKnowledge } from './served-knowledge.ts';

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
export function listSources(knowledge: ServedKnowledge): SourcesReply {
  const { base, problems, refreshedAt } = knowledge.current;
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
