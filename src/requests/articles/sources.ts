import type { ReaderAccess } from '../../knowledge/article/limits.ts';
import type { Source, SourcesPage } from '../../serving/asking/sources.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';

/** One page of the list of articles. */
export interface NumberedSources extends SourcesPage {
  /** Counted from 0. */
  readonly page: number;
  /** The number of the last page, counted from 0. */
  readonly lastPage: number;
}

interface PageRequest {
  /** Counted from 0; a page beyond the last one gives the last one. */
  readonly page: number;
  /** At least 1. */
  readonly perPage: number;
  /** What the member who looks may read. */
  readonly readers: ReaderAccess;
}

type Knowledge = Pick<KnowledgeService, 'run'>;

/** Reads a page of the articles that answer in a server, outside servers where null, as far as these readers may read them. */
export async function readSourcesPage(
  knowledge: Knowledge,
  guildId: string | null,
  { page, perPage, readers }: PageRequest,
): Promise<NumberedSources> {
  const found = await knowledge.run(
    guildId,
    'listSources',
    { from: page * perPage, count: perPage },
    readers,
  );
  const lastPage = Math.max(0, Math.ceil(found.articleCount / perPage) - 1);
  if (page <= lastPage) return { ...found, page, lastPage };
  return readSourcesPage(knowledge, guildId, { page: lastPage, perPage, readers });
}

/** How many articles one job fetches. */
const AT_ONCE = 500;

/** Reads all articles of the folder, limited ones too, sorted by path. For the terminal. */
export async function* readAllSources(knowledge: Knowledge): AsyncGenerator<Source, void, undefined> {
  for (let from = 0; ; from += AT_ONCE) {
    const { sources } = await knowledge.run(null, 'listSources', { from, count: AT_ONCE }, 'everything');
    yield* sources;
    if (sources.length < AT_ONCE) return;
  }
}
