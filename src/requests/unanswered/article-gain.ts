import type { ServerRequest } from '../kit/requester.ts';
import { UserFacingError } from '../kit/user-facing-error.ts';
import { listUnanswered, type QueueDeps } from './unanswered.ts';

/** What an article of a server is good for. */
export interface ArticleGain {
  /** Questions that it answers, at most three, to try it with. */
  readonly questions: readonly string[];
  /** How many of the open questions of the unanswered queue it answers. */
  readonly openCount: number;
}

/** Longer questions do not fit a button. */
const EXAMPLES = { limit: 3, maxChars: 80 };
/** Asking one takes up to 0.1 s, and the moderator waits. */
const MAX_OPEN_TRIED = 25;
const NOTHING: ArticleGain = { questions: [], openCount: 0 };

/**
 * Finds out which questions an article of a server answers now, among its own and the most frequent open ones. Returns none where that cannot
 * be found out: the article is there all the same. For moderators.
 */
export async function describeGain(
  deps: QueueDeps,
  { path, ...server }: ServerRequest & { readonly path: string },
): Promise<ArticleGain> {
  const { knowledge } = deps;
  const { guildId } = server;
  try {
    const questions = await knowledge.run(guildId, 'listAnsweredByArticle', { path, ...EXAMPLES });
    const open = (await listUnanswered(deps, server)).slice(0, MAX_OPEN_TRIED);
    let openCount = 0;
    for (const { phrasing } of open) {
      const { outcome, passage } = await knowledge.run(guildId, 'ask', { question: phrasing });
      if (outcome === 'answered' && passage?.article.path === path) openCount += 1;
    }
    return { questions, openCount };
  } catch (error) {
    if (error instanceof UserFacingError) return NOTHING;
    throw error;
  }
}
