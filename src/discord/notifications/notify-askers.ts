import type { APIEmbed, BaseInteraction, Client } from 'discord.js';
import { findOutdatedDay } from '../../requests/kit/outdated.ts';
import { settingsIn } from '../../requests/kit/settings-in.ts';
import { maySpeakIn } from '../../requests/kit/speaking.ts';
import { nullOnStoreError } from '../../requests/kit/store-errors.ts';
import { takeReadyAnswers } from '../../requests/unanswered/ready-answers.ts';
import type { TeachingResult } from '../../requests/unanswered/teach.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import type { GuildSettings } from '../../store/records/guild-settings.ts';
import { buildAnswerCard, buildQuestionLine } from '../cards/answer-card.ts';
import { buildMatchCard } from '../cards/match-card.ts';
import { canShowCards, listParentIds } from '../kit/channels/channel-context.ts';
import { chooseTexts } from '../kit/choose-texts.ts';
import type { RequestContext } from '../kit/context.ts';
import { isMemberGone, isOutOfReach } from '../kit/failures.ts';
import { toPlainText } from '../kit/markdown/plain-text.ts';
import { addNonce, confirmPosted, NotPosted, prepareToPost } from '../kit/posting.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';

interface NotificationOrigin extends Pick<BaseInteraction, 'guildId' | 'guildLocale'> {
  readonly client: Client;
}

/** Tells one who waits, with the card that answers what they asked; never fails. */
type Notify = (asked: QuestionRecord, card: APIEmbed) => Promise<void>;

type NotificationDeps = Pick<RequestContext, 'log' | 'store' | 'onStoreError' | 'now'>;
type NewlyAnsweredDeps = NotificationDeps &
  Pick<RequestContext, 'knowledge'> & { readonly signal?: AbortSignal };

/** Tells who waits for an answer what was taught. */
export async function notifyWaitingAskers(
  through: NotificationOrigin,
  lesson: TeachingResult,
  telling: NotificationDeps,
): Promise<void> {
  const texts = await chooseTexts(telling, through.guildId, through.guildLocale);
  const outdatedFrom = await findOutdatedDay(telling, through.guildId, lesson.passage.article);
  const card = buildMatchCard(lesson, texts, { outdatedFrom });
  const tell = await tellerIn(through, telling);
  for (const asked of lesson.waiting) await tell(asked, { ...buildQuestionLine(asked.question), ...card });
}

/** Tells who waits for an answer that is known by now, since articles were added or changed. */
export async function notifyNewlyAnswered(
  through: NotificationOrigin & { readonly guildId: string },
  telling: NewlyAnsweredDeps,
): Promise<void> {
  const texts = await chooseTexts(telling, through.guildId, through.guildLocale);
  const tell = await tellerIn(through, telling);
  // What could be chosen instead is not offered there, so it is not spoken of.
  for await (const { asked, reply: answer } of takeReadyAnswers(telling, through.guildId)) {
    const outdatedFrom =
      answer.passage && (await findOutdatedDay(telling, through.guildId, answer.passage.article));
    await tell(asked, buildAnswerCard({ ...answer, rivals: [] }, texts, { moreButton: null, outdatedFrom }));
  }
}

/**
 * The same in every server that the bot is in, since what answers in all of them has changed, until the signal; what fails in one is logged, and
 * the others are gone through all the same.
 */
export async function notifyNewlyAnsweredEverywhere(
  client: Client,
  telling: NewlyAnsweredDeps & { readonly signal: AbortSignal },
): Promise<void> {
  const { log, signal, store, onStoreError } = telling;
  const guildIds = (await nullOnStoreError(onStoreError, () => store.asked.listGuildsWithWaiting())) ?? [];
  for (const guildId of guildIds) {
    if (signal.aborted) return;
    const guild = client.guilds.resolve(guildId);
    if (guild === null) continue;
    try {
      await notifyNewlyAnswered({ client, guildId, guildLocale: guild.preferredLocale }, telling);
    } catch (err) {
      log.error({ err, guildId }, 'askers not told');
    }
  }
}

/**
 * In the server's language: where they asked, where others could read that too, else in a direct message. Whoever cannot be reached is given
 * up; whoever could not be told for an outage of Discord's waits on, and is told after the next change or start.
 */
async function tellerIn(through: NotificationOrigin, telling: NotificationDeps): Promise<Notify> {
  const { guildId, guildLocale, client } = through;
  const settings = await settingsIn(telling, guildId);
  const texts = await chooseTexts(telling, guildId, guildLocale);
  return async (asked, card) => {
    const words = texts.unanswered.nowKnown(`<@${asked.askerId}>`);
    const content = { content: words, embeds: [card], pings: { users: [asked.askerId] } };
    try {
      const isTold = await tellThere(through, { asked, settings }, content);
      if (isTold) return;
      const isHere = await prepareToPost(isMember(through, asked.askerId));
      if (isHere) await tellPrivately(client, asked, content);
      else telling.log.info({ askedId: asked.id }, 'asker not told: gone');
    } catch (err) {
      const waitsOn = err instanceof NotPosted;
      if (waitsOn)
        await nullOnStoreError(telling.onStoreError, () => telling.store.asked.markWaiting(asked.id));
      telling.log.warn({ err, askedId: asked.id, waitsOn }, 'asker not told');
    }
  };
}

/** The same in the channel and in a direct message: where the first was taken without a confirmation, there is no second. */
function toldOnce({ id }: QuestionRecord, content: ReplyContent, isCard = true) {
  const what = content.embeds.map(({ description = '' }) => description);
  return addNonce(buildReply(isCard ? content : toPlainText(content)), 'tell', id, ...what);
}

/** Whoever has left a server, or was banned, is not sent what its own articles say. */
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

async function tellPrivately(client: Client, asked: QuestionRecord, content: ReplyContent): Promise<void> {
  const channel = await prepareToPost(client.users.createDM(asked.askerId));
  await channel.send(toldOnce(asked, content));
}

/** As a reply to what they were told before; false for what is private, and where the bot is silent or may not write any more. */
async function tellThere(
  { client, guildId }: NotificationOrigin,
  { asked, settings }: { readonly asked: QuestionRecord; readonly settings: GuildSettings },
  content: ReplyContent & { readonly content: string },
): Promise<boolean> {
  const { isAskedPrivately, isAnsweredPrivately, isWithdrawn, channelId, messageId } = asked;
  if (isAskedPrivately || isAnsweredPrivately || isWithdrawn || messageId === null) return false;
  try {
    const channel = await prepareToPost(client.channels.fetch(channelId));
    if (!channel?.isSendable()) return false;
    if (!maySpeakIn(settings, { guildId, channelId, parentIds: listParentIds(channel) })) return false;
    const message = toldOnce(asked, content, canShowCards(channel));
    const reference = { messageReference: messageId, failIfNotExists: false };
    await confirmPosted(channel.send({ ...message, reply: reference }), {
      channel,
      after: messageId,
      isIt: (sent) => sent.reference?.messageId === messageId && sent.content.startsWith(content.content),
    });
    return true;
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
    return false;
  }
}
