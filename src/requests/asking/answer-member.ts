import type { Exchange } from '../../answering/follow-up/exchange.ts';
import type { Fact } from '../../knowledge/article/article.ts';
import { type ArticleLimits, isLimited, NO_ACCESS } from '../../knowledge/article/limits.ts';
import type { Measures } from '../../monitoring/measures.ts';
import type { ServerSettings } from '../../server-settings/settings-table.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';
import { chooseShownQuestion, type QuestionRecord } from '../../store/records/asked-row.ts';
import type { Cooldown } from '../kit/cooldown.ts';
import type { SettingsOfRequest } from '../kit/read-server-settings.ts';
import { mayAnswerMentionsIn, maySpeakIn } from '../kit/speaking.ts';
import { nullOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import { type AnswerForReaders, answerReaders } from './answer-readers.ts';
import type { Conversations } from './conversations.ts';
import type { Audience, MemberAskRequest } from './member-ask-request.ts';

/** The collaborators of `answerMember`. */
export interface AnsweringDeps {
  readonly knowledge: Pick<KnowledgeService, 'run' | 'mayReadLimited'>;
  readonly store: Store;
  readonly conversations: Conversations;
  readonly cooldown: Cooldown;
  /** Counts questions and their time; unless given, nothing is counted. */
  readonly measures?: Pick<Measures, 'startAnswer'>;
  /** Receives the error when a question could not be recorded. The member gets the answer all the same. */
  readonly onStoreError: (error: StoreError) => void;
}

export interface MemberAnswer {
  readonly reply: AskReply;
  readonly isPrivate: boolean;
  /** Whether not everybody who reads the channel may read what answers; then it is private, and cannot be shared. */
  readonly isForAskerAlone: boolean;
  /** Null where the question could not be recorded, or nothing was asked. */
  readonly asked: QuestionRecord | null;
}

/**
 * Answers a member within the rate limits, with the conversation before, and records the question so that
 * votes, buttons and moderators can refer to it. Anyone may ask.
 *
 * @throws {UserFacingError} `not-here`, `cooling-down`, `took-too-long`
 */
export async function answerMember(
  deps: AnsweringDeps & SettingsOfRequest,
  request: MemberAskRequest,
): Promise<MemberAnswer> {
  admit(deps, request);
  const countAnswer = deps.measures?.startAnswer(request.door);
  const answer = await keepAnswer(deps, await findAnswer(deps, request));
  countAnswer?.(answer.reply.outcome);
  return answer;
}

/** An answer that nobody has seen, and of which nothing is kept yet. */
export interface FoundAnswer extends Pick<AnswerForReaders, 'isForAskerAlone' | 'isLimited'> {
  readonly request: MemberAskRequest;
  readonly audience: Audience;
  readonly reply: AskReply;
  readonly isPrivate: boolean;
  /** The other members whose words the question holds. */
  readonly otherAuthorIds: readonly string[];
}

/** Finds the answer to a member's question, with the conversation before. The caller admits the member first. */
export async function findAnswer(
  deps: AnsweringDeps & SettingsOfRequest,
  request: MemberAskRequest,
): Promise<FoundAnswer> {
  const audience = chooseAudience(deps.settings, request);
  const earlier = await findEarlierExchange(deps, request, audience);
  const { last, limits, ...answered } = await answerReaders(deps, request, earlier);
  const authors = listAuthors(request.askerId, last);
  const conversation = describeExchange(answered.reply.conversation, authors, limits);
  const isUnseen = answered.isForAskerAlone || answered.reply.outcome === 'unknown';
  return {
    ...answered,
    request,
    audience,
    reply: { ...answered.reply, conversation },
    isPrivate: audience === 'asker' || (audience !== 'all' && isUnseen),
    otherAuthorIds: authors.slice(1),
  };
}

/** Keeps an answer that is about to be shown: for follow-ups, and as a record of the question. */
export async function keepAnswer(deps: AnsweringDeps, found: FoundAnswer): Promise<MemberAnswer> {
  const { request, reply, isPrivate, isForAskerAlone } = found;
  const { own, shared } = getConversationKeys(request);
  deps.conversations.remember(request.isThread && !isPrivate ? shared : own, reply.conversation);
  const asked = isQuestion(reply) ? await recordQuestion(deps, found) : null;
  return { reply, isPrivate, isForAskerAlone, asked };
}

type Authors = NonNullable<Exchange['askerIds']>;

/**
 * Lists the members whose words a question holds: its asker first, then the authors of the exchange that it
 * refers to.
 */
function listAuthors(askerId: string, last: Pick<Exchange, 'askerIds'> | null): Authors {
  const others = (last?.askerIds ?? []).filter((id) => id !== askerId);
  return [askerId, ...others];
}

/** Adds authors and limits to a new exchange. An earlier exchange that is carried on keeps its own. */
function describeExchange(
  exchange: Exchange | null,
  askerIds: Authors,
  limits: readonly ArticleLimits[],
): Exchange | null {
  return exchange === null || exchange.askerIds !== undefined ? exchange : { ...exchange, askerIds, limits };
}

/**
 * Finds the exchange that a question may refer to: the asker's last one in the channel, or in a thread the
 * last one that all could see. Nothing private may become known there.
 */
async function findEarlierExchange(
  deps: AnsweringDeps,
  request: MemberAskRequest,
  audience: Audience,
): Promise<Exchange | null> {
  const { conversations } = deps;
  const { repliesTo, isThread } = request;
  // A message that has just been posted is not recorded yet, but the conversation still knows it.
  const repliedTo =
    repliesTo &&
    (conversations.findLast(repliesTo) ?? (await readRecordedExchange(deps, repliesTo, request)));
  if (repliedTo) return repliedTo;
  const { own, shared } = getConversationKeys(request);
  if (!isThread) return conversations.findLast(own);
  return (audience === 'asker' ? conversations.findLast(own) : null) ?? conversations.findLast(shared);
}

/**
 * Rebuilds the exchange of an older message of the bot from its record, or null if the articles no longer
 * hold the fact.
 */
async function readRecordedExchange(
  { store, knowledge, onStoreError }: AnsweringDeps,
  messageId: string,
  { guildId, access = NO_ACCESS }: Pick<MemberAskRequest, 'guildId' | 'access'>,
): Promise<Exchange | null> {
  const asked = await nullOnStoreError(onStoreError, () => store.asked.findByMessage(messageId));
  if (!asked?.factId) return null;
  const found = await knowledge.run(guildId, 'findFact', { factId: asked.factId }, access);
  return found && createExchange(asked, found.fact, found.article);
}

/** Creates the exchange that the next question may refer to. What a limited question was understood as is left out. */
export function createExchange(asked: QuestionRecord, fact: Fact, article: ArticleLimits): Exchange {
  const { askerId, otherAuthorIds } = asked;
  const { channels, roles } = article;
  return {
    question: chooseShownQuestion(asked),
    fact,
    words: null,
    isLatest: true,
    askerIds: [askerId, ...otherAuthorIds],
    limits: isLimited(article) ? [{ channels, roles }] : [],
  };
}

/**
 * Returns the keys of the conversations: `own` of a member in a channel, `shared` of all members of a thread.
 */
export function getConversationKeys({
  askerId,
  channelId,
}: Pick<MemberAskRequest, 'askerId' | 'channelId'>): {
  readonly own: string;
  readonly shared: string;
} {
  return { own: `${askerId} ${channelId}`, shared: channelId };
}

/** How many channels at once a member may use at the full rate. */
const BUSY_CHANNELS = 4;

/**
 * Lets a member ask, with or without a question, where the bot answers mentions and within the rate limits.
 * The server's settings limit each channel. The whole server allows as much as four channels, so that threads
 * multiply nothing.
 *
 * @throws {UserFacingError} `not-here`, `cooling-down`
 */
export function admit(
  { cooldown, settings }: Pick<AnsweringDeps, 'cooldown'> & SettingsOfRequest,
  request: Omit<MemberAskRequest, 'question' | 'door'>,
): void {
  const { askerId, channelId, guildId, audience } = request;
  if (audience === 'all' && !mayAnswerMentionsIn(settings, request))
    throw createRefusal({ kind: 'not-here' });
  const { questionsInARow: burst, secondsBetween } = settings;
  const everyMs = secondsBetween * 1000;
  const here = { key: `${askerId} ${channelId}`, rate: { burst, everyMs } };
  const everywhere = { burst: burst * BUSY_CHANNELS, everyMs: everyMs / BUSY_CHANNELS };
  cooldown.takeAll(guildId === null ? [here] : [here, { key: `${askerId} in ${guildId}`, rate: everywhere }]);
}

function chooseAudience(settings: ServerSettings, request: MemberAskRequest): Audience {
  const { audience } = request;
  if (audience === 'all') return audience;
  if (!maySpeakIn(settings, request)) return 'asker';
  if (audience !== 'as-set') return audience;
  return settings.isPrivateByDefault ? 'asker' : 'all-unless-unknown';
}

/** Links an answer to the message that shows it, so that a reply to that message can be a follow-up. */
export async function rememberMessage(
  { conversations, store, onStoreError }: AnsweringDeps,
  { reply, asked }: MemberAnswer,
  messageId: string,
): Promise<void> {
  conversations.remember(messageId, reply.conversation);
  if (asked !== null)
    await nullOnStoreError(onStoreError, () => store.asked.recordMessage(asked.id, messageId));
}

function isQuestion({ reason }: AskReply): boolean {
  return reason.kind !== 'small-talk' && reason.kind !== 'no-question';
}

function recordQuestion(
  { store, onStoreError }: AnsweringDeps,
  { request, audience, reply, isPrivate, isLimited: mayHoldLimitedWords, otherAuthorIds }: FoundAnswer,
): Promise<QuestionRecord | null> {
  const { question, askerId, guildId, channelId, isConfidential } = request;
  const { outcome, confidence, understoodAs, readAs, matches } = reply;
  const factId = outcome === 'unknown' ? null : (matches[0]?.fact.id ?? null);
  const privacy = {
    // In a direct message an answer is shown as in a public channel.
    isAskedPrivately: guildId === null || audience === 'asker',
    isAnsweredPrivately: isPrivate,
    isInHiddenChannel: isConfidential,
    isLimited: mayHoldLimitedWords,
  };
  const told = {
    outcome,
    confidence,
    understoodAs: understoodAs ?? readAs,
    otherAuthorIds,
    factId,
    ...privacy,
  };
  return nullOnStoreError(onStoreError, () =>
    store.asked.record({ question: reply.question || question, askerId, guildId, channelId, ...told }),
  );
}
