import type { ReaderAccess } from '../../knowledge/article/limits.ts';
import type { ShownFact } from '../../serving/asking/found-passages.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { type AnswerRef, findAsked } from '../kit/questions.ts';
import { type Owner, type Requester, requireOwn } from '../kit/requester.ts';
import { showFact } from '../kit/show-fact.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { type AnsweringDeps, createExchange, getConversationKeys } from './answer-member.ts';

export interface ChoiceRequest extends AnswerRef {
  readonly factId: string;
  readonly requester: Requester;
  /** What all who see the message may read. */
  readonly readers: ReaderAccess;
  /** The message that shows the answer: a reply to it refers to the chosen passage. */
  readonly messageId: string;
  /** Formats the asker's name for where the refusal will stand. */
  readonly formatName: Owner['formatName'];
}

/** A recorded question with the passage that is its answer from now on. */
export interface ChosenMatch extends ShownFact {
  readonly asked: QuestionRecord;
}

/**
 * Finds the passage that somebody chooses, and changes nothing. For the asker or a moderator.
 *
 * @throws {UserFacingError} `not-yours`, `passage-gone`, `answer-forgotten`, `not-kept`, `took-too-long`
 */
export async function findChoice(
  { knowledge, store }: Pick<AnsweringDeps, 'knowledge' | 'store'>,
  request: ChoiceRequest,
): Promise<ChosenMatch> {
  const { factId, requester, formatName, readers, guildId } = request;
  const asked = await findAsked(store, request);
  requireOwn(requester, { ownerId: asked.askerId, formatName });
  const question = asked.understoodAs ?? asked.question;
  return { asked, ...(await showFact(knowledge, guildId, { factId, question, readers })) };
}

/**
 * Makes the passage that the asker meant the answer, of several that answer about as well. The record then
 * names it, and a follow-up refers to it. The passage need not be a match any more, as long as the articles
 * hold it. For the asker or a moderator.
 *
 * @throws {UserFacingError} `not-yours`, `passage-gone`, `answer-forgotten`, `not-kept`, `took-too-long`
 */
export async function chooseMatch(deps: AnsweringDeps, request: ChoiceRequest): Promise<ChosenMatch> {
  const { store, conversations } = deps;
  const { factId, messageId } = request;
  const { asked, ...shown } = await findChoice(deps, request);
  const { id, isAnsweredPrivately } = asked;
  await refuseOnStoreError(() => store.asked.recordFact(id, factId));
  const exchange = createExchange(asked, shown.fact, shown.passage.article);
  conversations.remember(messageId, exchange);
  // A conversation that went on meanwhile keeps its later question.
  const isStillLast = (key: string): boolean => conversations.findLast(key)?.question === exchange.question;
  const { own, shared } = getConversationKeys(asked);
  // The conversation that a thread shares must not learn what its asker alone sees.
  const keys = isAnsweredPrivately ? [own] : [own, shared];
  for (const key of keys.filter(isStillLast)) conversations.remember(key, exchange);
  return { asked: { ...asked, factId }, ...shown };
}
