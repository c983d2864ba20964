import type { Source, SourcesPage } from '../../serving/asking/sources.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';

/** One page of the articles, and which one it is. */
export interface NumberedSources extends SourcesPage {
  /** From 0. */
  readonly page: number;
  /** The last page there is, from 0. */
  readonly lastPage: number;
}

interface PageRequest {
  /** From 0; the last one where there are no longer as many. */
  readonly page: number;
  /** At least 1. */
  readonly perPage: number;
}

type Knowledge = Pick<KnowledgeService, 'run'>;

/** A page of the articles that answer in a server, outside servers where null; anyone may see them. */
export async function readSourcesPage(
  knowledge: Knowledge,
  guildId: string | null,
  { page, perPage }: PageRequest,
): Promise<NumberedSources> {
  const found = await knowledge.run(guildId, 'listSources', { from: page * perPage, count: perPage });
  const lastPage = Math.max(0, Math.ceil(found.articleCount / perPage) - 1);
  if (page <= lastPage) return { ...found, page, lastPage };
  return readSourcesPage(knowledge, guildId, { page: lastPage, perPage });
}

/** So many are fetched at a time. */
const AT_ONCE = 500;

/** All articles that answer outside servers, sorted by path. */
export async function* readAllSources(knowledge: Knowledge): AsyncGenerator<Source, void, undefined> {
  for (let from = 0; ; from += AT_ONCE) {
    const { sources } = await knowledge.run(null, 'listSources', { from, count: AT_ONCE });
    yield* sources;
    if (sources.length < AT_ONCE) return;
  }
}
