import type { ShownFact } from '../../serving/asking/found-passages.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { type Owner, type Requester, requireOwn } from '../kit/requester.ts';
import { showFact } from '../kit/show-fact.ts';
import { type AnswerRef, findAsked, refuseOnStoreError } from '../kit/store-errors.ts';
import { type AnsweringDeps, createExchange, getConversationKeys } from './answer-member.ts';

export interface ChoiceRequest extends AnswerRef {
  readonly factId: string;
  readonly requester: Requester;
  /** The message that shows the answer: who replies to it leans on what was chosen. */
  readonly messageId: string;
  /** How the asker is called where the refusal will stand. */
  readonly formatName: Owner['formatName'];
}

/** What was asked, with the passage that is its answer from now on. */
export interface ChosenMatch extends ShownFact {
  readonly asked: QuestionRecord;
}

/**
 * Takes the passage that was meant, of those that answer about as well, for the answer: it is what the record names and what the
 * next question leans on. It need not be a match any more, as long as the articles hold it. For who asked, or a moderator.
 *
 * @throws {UserFacingError} `not-yours`, `passage-gone`, `answer-forgotten`, `not-kept`
 */
export async function chooseMatch(answering: AnsweringDeps, request: ChoiceRequest): Promise<ChosenMatch> {
  const { knowledge, store, conversations } = answering;
  const { factId, requester, messageId, formatName } = request;
  const asked = await findAsked(store, request);
  const { id, askerId } = asked;
  requireOwn(requester, { ownerId: askerId, formatName });
  const question = asked.understoodAs ?? asked.question;
  const shown = await showFact(knowledge, request.guildId, { factId, question });
  await refuseOnStoreError(() => store.asked.recordFact(id, factId));
  const exchange = createExchange(asked, shown.fact);
  conversations.remember(messageId, exchange);
  // Who has asked on meanwhile goes on from there.
  const isStillLast = (key: string): boolean => conversations.findLast(key)?.question === exchange.question;
  const { own, shared } = getConversationKeys(asked);
  for (const key of [own, shared].filter(isStillLast)) conversations.remember(key, exchange);
  return { asked: { ...asked, factId }, ...shown };
}
