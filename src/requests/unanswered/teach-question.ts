import { hashTaughtAnswer, serialiseTaughtAnswer } from '../../serving/base/taught-answer.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';
import { getToolReaders, requireModerator, type ServerRequest } from '../kit/requester.ts';
import { showFact } from '../kit/show-fact.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { requireRoomToTeach, type TeachingDeps, type TeachingResult, teachAnswer } from './teach.ts';
import { listUnanswered } from './unanswered.ts';

interface TeachQuestionRequest extends ServerRequest {
  readonly question: string;
  readonly factId: string;
}

/** The taught answer; its askers wait only if the question was open. */
type TaughtQuestion = Omit<TeachingResult, 'changeNumber'>;

/**
 * Teaches a fact as the answer to a question, whether or not anybody asked it. If it is open in the unanswered queue, its entry is settled.
 * For moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `passage-gone`, `too-many-taught`, `not-kept`
 */
export async function teachQuestion(
  deps: TeachingDeps,
  { question, factId, ...server }: TeachQuestionRequest,
): Promise<TaughtQuestion> {
  requireModerator(server.requester);
  const key = toPhrasingKey(question);
  const open = await listUnanswered(deps, server);
  const entry = open.find(({ phrasing }) => toPhrasingKey(phrasing) === key);
  if (entry !== undefined) return teachAnswer(deps, { ...server, askedId: entry.id, factId });
  const { store, knowledge } = deps;
  await requireRoomToTeach(store, server.guildId, question);
  const shown = await showFact(knowledge, server.guildId, {
    factId,
    question,
    readers: getToolReaders(server.requester),
  });
  const value = serialiseTaughtAnswer({ phrasing: question, factId });
  await refuseOnStoreError(() =>
    store.serverValues.change(server.guildId, server.requester.memberId, [
      { kind: 'taught', name: key, value },
    ]),
  );
  return {
    id: hashTaughtAnswer({ phrasing: question, factId }),
    phrasing: question,
    ...shown,
    waiting: [],
    waitingAlone: [],
  };
}
