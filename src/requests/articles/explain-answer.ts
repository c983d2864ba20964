import type { ExplainedReply } from '../../serving/asking/explain.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { getToolReaders, requireModerator, type ServerRequest } from '../kit/requester.ts';

/**
 * Explains the answer that a question gets in a server, for its moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`
 */
export async function explainAnswer(
  { knowledge }: Pick<ModerationDeps, 'knowledge'>,
  { requester, guildId, question }: ServerRequest & { readonly question: string },
): Promise<ExplainedReply> {
  requireModerator(requester);
  return knowledge.run(guildId, 'explain', { question }, getToolReaders(requester));
}
