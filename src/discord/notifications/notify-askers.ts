import { type BaseInteraction, type Client, MessageFlags, SnowflakeUtil } from 'discord.js';
import { type ArticleLimits, isLimited, mayRead } from '../../knowledge/article/limits.ts';
import { findOutdatedDay } from '../../requests/kit/outdated.ts';
import { readServerSettings } from '../../requests/kit/read-server-settings.ts';
import { maySpeakIn } from '../../requests/kit/speaking.ts';
import { nullOnStoreError } from '../../requests/kit/store-errors.ts';
import { takeReadyAnswers } from '../../requests/unanswered/ready-answers.ts';
import type { TeachingResult } from '../../requests/unanswered/teach.ts';
import { endWaiting } from '../../requests/unanswered/wait.ts';
import type { ServerSettings } from '../../server-settings/settings-table.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { textsFor } from '../../wording/languages.ts';
import { buildAnswerText, buildQuestionLine } from '../cards/answer-card.ts';
import { buildPassageText } from '../cards/passage-card.ts';
import { listParentIds } from '../kit/channels/channel-context.ts';
import type { RequestContext } from '../kit/context.ts';
import { isMemberGone, isOutOfReach } from '../kit/failures.ts';
import { addNonce, confirmPosted, NotPosted, prepareToPost } from '../kit/posting.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';

interface NotificationOrigin extends Pick<BaseInteraction, 'guildId' | 'guildLocale'> {
  readonly client: Client;
}

/** Notifies one waiting asker with the text that `compose` returns for the opening words; never rejects. */
type Notify = (waiting: Waiting, compose: (opening: string) => string) => Promise<void>;

interface Waiting {
  readonly asked: QuestionRecord;
  /** Whether not everybody who reads the channel of the question may read the answer. */
  readonly isForAskerAlone: boolean;
  /** The limits of the article that answers. */
  readonly limits: ArticleLimits;
}

type NotificationDeps = Pick<RequestContext, 'log' | 'store' | 'onStoreError' | 'now' | 'askerAccess'>;
type NewlyAnsweredDeps = NotificationDeps &
  Pick<RequestContext, 'knowledge'> & { readonly signal?: AbortSignal };

/** Notifies the askers who wait for an answer that a moderator has just taught. Each waits until it is their turn, so that a stop loses none. */
export async function notifyWaitingAskers(
  origin: NotificationOrigin,
  taught: Pick<TeachingResult, 'fact' | 'passage' | 'waiting' | 'waitingAlone'>,
  deps: NotificationDeps,
): Promise<void> {
  const settings = await readServerSettings(deps, origin.guildId);
  const texts = textsFor(settings.language, origin.guildLocale);
  const { article } = taught.passage;
  const outdatedFrom = await findOutdatedDay({ ...deps, settings }, origin.guildId, article);
  const notify = createNotifier(origin, { ...deps, settings, texts });
  const askers = [
    ...taught.waiting.map((asked) => ({ asked, isForAskerAlone: false })),
    ...taught.waitingAlone.map((asked) => ({ asked, isForAskerAlone: true })),
  ];
  for (const { asked, isForAskerAlone } of askers) {
    if (!(await endWaiting(deps, asked))) continue;
    await notify({ asked, isForAskerAlone, limits: article }, (opening) => {
      const above = [opening, ...buildQuestionLine(asked.question)];
      return buildPassageText(taught, { texts, asked: null, moreButton: null, outdatedFrom, above });
    });
  }
}

/** Notifies the waiting askers of a server whose questions the added or changed articles now answer. */
export async function notifyNewlyAnswered(
  origin: NotificationOrigin & { readonly guildId: string },
  deps: NewlyAnsweredDeps,
): Promise<void> {
  const settings = await readServerSettings(deps, origin.guildId);
  const texts = textsFor(settings.language, origin.guildLocale);
  const notify = createNotifier(origin, { ...deps, settings, texts });
  for await (const { asked, reply: answer, isForAskerAlone } of takeReadyAnswers(deps, origin.guildId)) {
    const outdatedFrom =
      answer.passage &&
      (await findOutdatedDay({ ...deps, settings }, origin.guildId, answer.passage.article));
    const limits = answer.passage?.article ?? NO_LIMITS;
    const waiting = { asked, isForAskerAlone, limits };
    await notify(waiting, (opening) => buildAnswerText(answer, texts, { opening, outdatedFrom }));
  }
}

/**
 * Notifies waiting askers in every server that the bot is in, after a change of the shared articles. Stops at the signal. Logs a failure in
 * one server and continues with the others.
 */
export async function notifyNewlyAnsweredEverywhere(
  client: Client,
  deps: NewlyAnsweredDeps & { readonly signal: AbortSignal },
): Promise<void> {
  const { log, signal, store, onStoreError } = deps;
  const guildIds = (await nullOnStoreError(onStoreError, () => store.asked.listServersWithWaiting())) ?? [];
  for (const guildId of guildIds) {
    if (signal.aborted) return;
    const guild = client.guilds.resolve(guildId);
    if (guild === null) continue;
    try {
      await notifyNewlyAnswered({ client, guildId, guildLocale: guild.preferredLocale }, deps);
    } catch (err) {
      log.error({ err, guildId }, 'askers not told');
    }
  }
}

/**
 * Creates the function that notifies waiting askers in the server's language. It replies in the channel of a public question, and writes a
 * direct message otherwise. It gives up askers who cannot be reached. After an outage of Discord the asker keeps waiting, and is
 * notified after the next change or start.
 */
function createNotifier(
  origin: NotificationOrigin,
  { settings, texts, ...deps }: NotificationDeps & Pick<RequestContext, 'settings' | 'texts'>,
): Notify {
  const { client } = origin;
  return async ({ asked, isForAskerAlone, limits }, compose) => {
    const words = compose(texts.unanswered.nowKnown({ mention: `<@${asked.askerId}>` }));
    const content: Notification = {
      content: words,
      flags: MessageFlags.SuppressEmbeds,
      pings: { users: [asked.askerId] },
    };
    try {
      const isNotified = !isForAskerAlone && (await notifyInChannel(origin, { asked, settings }, content));
      if (isNotified) return;
      const isHere = await prepareToPost(isMember(origin, asked.askerId));
      const isReader = isHere && (await mayStillRead(deps, asked, limits));
      if (isReader) await notifyPrivately(client, asked, content);
      else deps.log.info({ askedId: asked.id }, 'asker not told: gone');
    } catch (err) {
      const waitsOn = err instanceof NotPosted;
      if (waitsOn) await nullOnStoreError(deps.onStoreError, () => deps.store.asked.markWaiting(asked.id));
      deps.log.warn({ err, askedId: asked.id, waitsOn }, 'asker not told');
    }
  };
}

const NO_LIMITS: ArticleLimits = { channels: null, roles: null };

type Notification = ReplyContent & { readonly content: string };

/** Builds the notification with a nonce that is the same for the channel and the direct message. An unconfirmed first message is not sent twice. */
function buildNotification({ id }: QuestionRecord, content: Notification) {
  return addNonce(buildReply(content), 'tell', id, content.content);
}

/** Returns whether a user is still in the server; others must not receive what its own articles say. */
async function isMember({ client, guildId }: NotificationOrigin, userId: string): Promise<boolean> {
  const guild = guildId === null ? null : client.guilds.resolve(guildId);
  try {
    await guild?.members.fetch({ user: userId, force: true });
    return guild !== null;
  } catch (error) {
    if (!isMemberGone(error)) throw error;
    return false;
  }
}

/** Returns whether an asker may still read the answer, which they may have seen in a channel that is closed to them now. */
async function mayStillRead(
  { askerAccess }: NotificationDeps,
  asked: QuestionRecord,
  limits: ArticleLimits,
): Promise<boolean> {
  return !isLimited(limits) || mayRead(limits, await askerAccess.fetchAskerAccess(asked));
}

async function notifyPrivately(client: Client, asked: QuestionRecord, content: Notification): Promise<void> {
  const channel = await prepareToPost(client.users.createDM(asked.askerId));
  await confirmPosted(channel.send(buildNotification(asked, content)), {
    channel,
    after: SnowflakeUtil.generate({ timestamp: asked.askedAt }).toString(),
    isIt: (sent) => sent.content === content.content,
  });
}

/**
 * Replies to the earlier answer in its channel. Returns false when the question or answer was private, and when the bot is set to be
 * silent there or may no longer write.
 */
async function notifyInChannel(
  { client, guildId }: NotificationOrigin,
  { asked, settings }: { readonly asked: QuestionRecord; readonly settings: ServerSettings },
  content: Notification,
): Promise<boolean> {
  const { isAskedPrivately, isAnsweredPrivately, isWithdrawn, channelId, messageId } = asked;
  if (isAskedPrivately || isAnsweredPrivately || isWithdrawn || messageId === null) return false;
  try {
    const channel = await prepareToPost(client.channels.fetch(channelId));
    if (!channel?.isSendable()) return false;
    if (!maySpeakIn(settings, { guildId, channelId, parentIds: listParentIds(channel) })) return false;
    const message = buildNotification(asked, content);
    const reference = { messageReference: messageId, failIfNotExists: false };
    await confirmPosted(channel.send({ ...message, reply: reference }), {
      channel,
      after: messageId,
      isIt: (sent) => sent.reference?.messageId === messageId && sent.content === content.content,
    });
    return true;
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
    return false;
  }
}
