import type { ReaderAccess } from '../../knowledge/article/limits.ts';
import { EXAMPLES } from '../kit/questions.ts';
import { getToolReaders, type ServerRequest } from '../kit/requester.ts';
import { UserFacingError } from '../kit/user-facing-error.ts';
import { askEachAgain, type OpenEntriesDeps } from './open-entries.ts';
import { listUnanswered } from './unanswered.ts';

/** What an article of a server is good for, beside the others. */
export interface ArticleGain {
  /** Questions that it answers, at most three, to try it with. */
  readonly questions: readonly string[];
  /** How many of the open questions of the unanswered queue it answers. */
  readonly openCount: number;
  /** The titles of other articles that say one of its sentences in nearly the same words. */
  readonly twinTitles: readonly string[];
}

interface GainRequest extends ServerRequest {
  readonly path: string;
  /** What the moderator, who may try the questions, may read. */
  readonly readers: ReaderAccess;
}

const NOTHING: ArticleGain = { questions: [], openCount: 0, twinTitles: [] };

/**
 * Finds out which questions an article of a server answers now, among its own and the most frequent open ones, and which articles it repeats.
 * Returns none where that cannot be found out: the article is there all the same. For moderators.
 */
export async function describeGain(
  deps: OpenEntriesDeps,
  { path, readers, ...server }: GainRequest,
): Promise<ArticleGain> {
  const { knowledge } = deps;
  const { guildId } = server;
  try {
    const toolReaders = getToolReaders(server.requester);
    const twinTitles = await knowledge.run(guildId, 'listTwinTitles', { path }, toolReaders);
    const questions = await knowledge.run(guildId, 'listAnsweredByArticle', { path, ...EXAMPLES }, readers);
    let openCount = 0;
    for await (const { reply } of askEachAgain(deps, guildId, await listUnanswered(deps, server))) {
      if (reply.outcome === 'answered' && reply.passage?.article.path === path) openCount += 1;
    }
    return { questions, openCount, twinTitles };
  } catch (error) {
    if (error instanceof UserFacingError) return NOTHING;
    throw error;
  }
}
