import type { ExplainedReply } from '../../serving/asking/explain.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { type AnswerRef, findAsked } from '../kit/questions.ts';
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

/**
 * Finds a recorded question as it was understood, for moderators of the server that it was asked in.
 *
 * @throws {UserFacingError} `not-a-moderator`, `answer-forgotten`, `not-kept`
 */
export async function findUnderstood(
  { store }: Pick<ModerationDeps, 'store'>,
  { requester, ...ref }: AnswerRef & Pick<ServerRequest, 'requester'>,
): Promise<string> {
  requireModerator(requester);
  const { question, understoodAs } = await findAsked(store, ref);
  return understoodAs ?? question;
}
