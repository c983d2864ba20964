import type { Exchange } from '../../answering/follow-up/exchange.ts';
import type { Fact } from '../../knowledge/article/article.ts';
import type { ServerSettings } from '../../server-settings/settings-table.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import type { Cooldown } from '../kit/cooldown.ts';
import { readServerSettings } from '../kit/read-server-settings.ts';
import { type ChannelContext, mayAnswerMentionsIn, maySpeakIn } from '../kit/speaking.ts';
import { nullOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import type { Conversations } from './conversations.ts';

/** What it takes to answer members. */
export interface AnsweringDeps {
  readonly knowledge: Pick<KnowledgeService, 'run'>;
  readonly store: Store;
  readonly conversations: Conversations;
  readonly cooldown: Cooldown;
  /** Told of what could not be written down; the answer is given all the same. */
  readonly onStoreError: (error: StoreError) => void;
}

export interface MemberAskRequest extends ChannelContext {
  readonly question: string;
  readonly askerId: string;
  /** The message of ours that is replied to, however old: what it says is leant on rather than what was last told here. */
  readonly repliesTo?: string | null;
  /** In a thread all lean on what was last told to all there, at first on the message that it started from, whose id it has. */
  readonly isThread: boolean;
  /** Whether some of the server do not see what is said there: they are not to hear of it in other ways either. */
  readonly isHidden: boolean;
  /** Whom the answer is for: `all` for one who has mentioned the bot, `as-set` where they do not say. */
  readonly audience: Audience | 'as-set';
}

/** Where the bot is silent, `all-unless-unknown` is the asker alone. */
type Audience = 'asker' | 'all' | 'all-unless-unknown';

export interface MemberAnswer {
  readonly reply: AskReply;
  readonly isPrivate: boolean;
  /** Null where it could not be written down, or nothing was asked. */
  readonly asked: QuestionRecord | null;
}

/**
 * Answers a member: not too often, leaning on what was said before, and written down so that votes, buttons and moderators
 * can refer to it. Anyone may ask.
 *
 * @throws {UserFacingError} `not-here`, `cooling-down`
 */
export async function answerMember(
  answering: AnsweringDeps,
  request: MemberAskRequest,
): Promise<MemberAnswer> {
  const { knowledge, conversations } = answering;
  const { question } = request;
  const audience = audienceIn(await admit(answering, request), request);
  const conversation = await leantOn(answering, { ...request, audience });
  const answered = await knowledge.run(request.guildId, 'ask', { question, conversation });
  const authors = authorsOf(request.askerId, answered.understoodAs === null ? null : conversation);
  const reply = { ...answered, conversation: askedBy(authors, answered.conversation) };
  const isPrivate = audience === 'asker' || (audience !== 'all' && reply.outcome === 'unknown');
  const { own, shared } = getConversationKeys(request);
  conversations.remember(request.isThread && !isPrivate ? shared : own, reply.conversation);
  const asked = isQuestion(reply)
    ? await record(
        answering,
        { ...request, audience },
        { reply, isPrivate, otherAuthorIds: authors.slice(1) },
      )
    : null;
  return { reply, isPrivate, asked };
}

type Authors = NonNullable<Exchange['askerIds']>;

/** The members whose words a question holds that leant on an exchange, or on none: its asker, then the others. */
function authorsOf(askerId: string, last: Pick<Exchange, 'askerIds'> | null): Authors {
  const others = (last?.askerIds ?? []).filter((id) => id !== askerId);
  return [askerId, ...others];
}

/** With whose words it holds, unless it is an earlier one that is carried on: that stays as it is, whoever it is of. */
function askedBy(authors: Authors, exchange: Exchange | null): Exchange | null {
  return exchange === null || exchange.askerIds !== undefined ? exchange : { ...exchange, askerIds: authors };
}

/** What was last told to the asker there; in a thread to all, of which nothing private may become known. */
async function leantOn(answering: AnsweringDeps, request: MemberAskRequest): Promise<Exchange | null> {
  const { conversations } = answering;
  const { repliesTo, isThread, audience, guildId } = request;
  // Nothing is known of one that has just been posted: what was last told is what it says.
  const repliedTo =
    repliesTo && (conversations.findLast(repliesTo) ?? (await recorded(answering, repliesTo, guildId)));
  if (repliedTo) return repliedTo;
  const { own, shared } = getConversationKeys(request);
  if (!isThread) return conversations.findLast(own);
  return (audience === 'asker' ? conversations.findLast(own) : null) ?? conversations.findLast(shared);
}

/** What an older message of ours answered, as long as the articles hold it. */
async function recorded(
  { store, knowledge, onStoreError }: AnsweringDeps,
  messageId: string,
  guildId: string | null,
): Promise<Exchange | null> {
  const asked = await nullOnStoreError(onStoreError, () => store.asked.findByMessage(messageId));
  if (!asked?.factId) return null;
  const fact = await knowledge.run(guildId, 'findFact', { factId: asked.factId });
  return fact === null ? null : createExchange(asked, fact);
}

/** What the next question leans on after this answer. */
export function createExchange(
  { question, understoodAs, askerId, otherAuthorIds }: QuestionRecord,
  fact: Fact,
): Exchange {
  const askerIds: Authors = [askerId, ...otherAuthorIds];
  return { question: understoodAs ?? question, fact, words: null, isLatest: true, askerIds };
}

/** Under which what was last told is remembered: to a member in a channel, and to all of a thread. */
export function getConversationKeys({
  askerId,
  channelId,
}: Pick<MemberAskRequest, 'askerId' | 'channelId'>): {
  readonly own: string;
  readonly shared: string;
} {
  return { own: `${askerId} ${channelId}`, shared: channelId };
}

/** In so many channels at once a member may ask as often as they may in one. */
const BUSY_CHANNELS = 4;

/**
 * Lets a member ask, with or without a question: where their mentions are answered, and each so often in each channel, as the server
 * has set it, and so often in four channels in the whole server: threads multiply nothing. Gives all that it has set.
 *
 * @throws {UserFacingError} `not-here`, `cooling-down`
 */
export async function admit(
  answering: Pick<AnsweringDeps, 'cooldown' | 'store' | 'onStoreError'>,
  request: Omit<MemberAskRequest, 'question'>,
): Promise<ServerSettings> {
  const { askerId, channelId, guildId, audience } = request;
  const settings = await readServerSettings(answering, guildId);
  if (audience === 'all' && !mayAnswerMentionsIn(settings, request))
    throw createRefusal({ kind: 'not-here' });
  const { questionsInARow: burst, secondsBetween } = settings;
  const everyMs = secondsBetween * 1000;
  answering.cooldown.take(`${askerId} ${channelId}`, { burst, everyMs });
  if (guildId !== null) {
    const everywhere = { burst: burst * BUSY_CHANNELS, everyMs: everyMs / BUSY_CHANNELS };
    answering.cooldown.take(`${askerId} in ${guildId}`, everywhere);
  }
  return settings;
}

function audienceIn(settings: ServerSettings, request: MemberAskRequest): Audience {
  const { audience } = request;
  if (audience === 'all') return audience;
  if (!maySpeakIn(settings, request)) return 'asker';
  if (audience !== 'as-set') return audience;
  return settings.isPrivateByDefault ? 'asker' : 'all-unless-unknown';
}

/**
 * Ties an answer to the message that shows it: a reply to that message leans on it, and links lead to it.
 */
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

interface Answered extends Pick<MemberAnswer, 'reply' | 'isPrivate'> {
  /** The other members on whose words the question leant. */
  readonly otherAuthorIds: readonly string[];
}

function record(
  { store, onStoreError }: AnsweringDeps,
  { question, askerId, guildId, channelId, isHidden, audience }: MemberAskRequest,
  { reply, isPrivate, otherAuthorIds }: Answered,
): Promise<QuestionRecord | null> {
  const { outcome, confidence, understoodAs, readAs, matches } = reply;
  const factId = outcome === 'unknown' ? null : (matches[0]?.fact.id ?? null);
  const privacy = {
    // In a direct message an answer is shown like any other.
    isAskedPrivately: guildId === null || audience === 'asker',
    isAnsweredPrivately: isPrivate,
    isInHiddenChannel: isHidden,
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
