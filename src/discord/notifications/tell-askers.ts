import type { APIEmbed, BaseInteraction, Client } from 'discord.js';
import { outdatedIn } from '../../requests/kit/outdated.ts';
import { settingsIn } from '../../requests/kit/settings-in.ts';
import { speaksIn } from '../../requests/kit/speaking.ts';
import { nullOnStoreError } from '../../requests/kit/store-errors.ts';
import { takeNowKnown } from '../../requests/unanswered/now-known.ts';
import type { Lesson } from '../../requests/unanswered/teach.ts';
import type { Asked } from '../../store/records/asked-row.ts';
import type { GuildSettings } from '../../store/records/guild-settings.ts';
import { answerCard, questionLine } from '../cards/answer-card.ts';
import { matchCard } from '../cards/match-card.ts';
import type { Call } from '../kit/context.ts';
import { isGone, isOutOfReach } from '../kit/failures.ts';
import { inPlainText } from '../kit/markdown/plain-text.ts';
import { once } from '../kit/once.ts';
import { parentsOf, showsCards } from '../kit/places/place.ts';
import { beforePosting, confirmPosted, NotPosted } from '../kit/posted.ts';
import { type ReplyContent, reply } from '../kit/replies.ts';
import { textsIn } from '../kit/texts-in.ts';

interface Through extends Pick<BaseInteraction, 'guildId' | 'guildLocale'> {
  readonly client: Client;
}

/** Tells one who waits, with the card that answers what they asked; never fails. */
type Tell = (asked: Asked, card: APIEmbed) => Promise<void>;

type Telling = Pick<Call, 'log' | 'store' | 'onNotKept' | 'now'>;
type TellingNowKnown = Telling & Pick<Call, 'knowledge'> & { readonly signal?: AbortSignal };

/** Tells who waits for an answer what was taught. */
export async function tellAskers(through: Through, lesson: Lesson, telling: Telling): Promise<void> {
  const texts = await textsIn(telling, through.guildId, through.guildLocale);
  const outdatedFrom = await outdatedIn(telling, through.guildId, lesson.passage.article);
  const card = matchCard(lesson, texts, { outdatedFrom });
  const tell = await tellerIn(through, telling);
  for (const asked of lesson.waiting) await tell(asked, { ...questionLine(asked.question), ...card });
}

/** Tells who waits for an answer that is known by now, since articles were added or changed. */
export async function tellNowKnown(
  through: Through & { readonly guildId: string },
  telling: TellingNowKnown,
): Promise<void> {
  const texts = await textsIn(telling, through.guildId, through.guildLocale);
  const tell = await tellerIn(through, telling);
  // What could be chosen instead is not offered there, so it is not spoken of.
  for await (const { asked, reply: answer } of takeNowKnown(telling, through.guildId)) {
    const outdatedFrom =
      answer.passage && (await outdatedIn(telling, through.guildId, answer.passage.article));
    await tell(asked, answerCard({ ...answer, rivals: [] }, texts, { moreButton: null, outdatedFrom }));
  }
}

/**
 * The same in every server that the bot is in, since what answers in all of them has changed, until the signal; what fails in one is logged, and
 * the others are gone through all the same.
 */
export async function tellNowKnownEverywhere(
  client: Client,
  telling: TellingNowKnown & { readonly signal: AbortSignal },
): Promise<void> {
  const { log, signal, store, onNotKept } = telling;
  const guildIds = (await nullOnStoreError(onNotKept, () => store.asked.waitedForIn())) ?? [];
  for (const guildId of guildIds) {
    if (signal.aborted) return;
    const guild = client.guilds.resolve(guildId);
    if (guild === null) continue;
    try {
      await tellNowKnown({ client, guildId, guildLocale: guild.preferredLocale }, telling);
    } catch (err) {
      log.error({ err, guildId }, 'askers not told');
    }
  }
}

/**
 * In the server's language: where they asked, where others could read that too, else in a direct message. Whoever cannot be reached is given
 * up; whoever could not be told for an outage of Discord's waits on, and is told after the next change or start.
 */
async function tellerIn(through: Through, telling: Telling): Promise<Tell> {
  const { guildId, guildLocale, client } = through;
  const settings = await settingsIn(telling, guildId);
  const texts = await textsIn(telling, guildId, guildLocale);
  return async (asked, card) => {
    const words = texts.unanswered.nowKnown(`<@${asked.askerId}>`);
    const content = { content: words, embeds: [card], pings: { users: [asked.askerId] } };
    try {
      const isTold = await tellThere(through, { asked, settings }, content);
      if (isTold) return;
      const isHere = await beforePosting(isMember(through, asked.askerId));
      if (isHere) await tellPrivately(client, asked, content);
      else telling.log.info({ askedId: asked.id }, 'asker not told: gone');
    } catch (err) {
      const waitsOn = err instanceof NotPosted;
      if (waitsOn) await nullOnStoreError(telling.onNotKept, () => telling.store.asked.wait(asked.id));
      telling.log.warn({ err, askedId: asked.id, waitsOn }, 'asker not told');
    }
  };
}

/** The same in the channel and in a direct message: where the first was taken without a confirmation, there is no second. */
function toldOnce({ id }: Asked, content: ReplyContent, isCard = true) {
  const what = content.embeds.map(({ description = '' }) => description);
  return once(reply(isCard ? content : inPlainText(content)), 'tell', id, ...what);
}

/** Whoever has left a server, or was banned, is not sent what its own articles say. */
async function isMember({ client, guildId }: Through, userId: string): Promise<boolean> {
  const guild = guildId === null ? null : client.guilds.resolve(guildId);
  try {
    await guild?.members.fetch({ user: userId, force: true });
    return guild !== null;
  } catch (error) {
    if (!isGone(error)) throw error;
    return false;
  }
}

async function tellPrivately(client: Client, asked: Asked, content: ReplyContent): Promise<void> {
  const channel = await beforePosting(client.users.createDM(asked.askerId));
  await channel.send(toldOnce(asked, content));
}

/** As a reply to what they were told before; false for what is private, and where the bot is silent or may not write any more. */
async function tellThere(
  { client, guildId }: Through,
  { asked, settings }: { readonly asked: Asked; readonly settings: GuildSettings },
  content: ReplyContent & { readonly content: string },
): Promise<boolean> {
  const { isAskedPrivately, isAnsweredPrivately, isWithdrawn, channelId, messageId } = asked;
  if (isAskedPrivately || isAnsweredPrivately || isWithdrawn || messageId === null) return false;
  try {
    const channel = await beforePosting(client.channels.fetch(channelId));
    if (!channel?.isSendable()) return false;
    if (!speaksIn(settings, { guildId, channelId, parentIds: parentsOf(channel) })) return false;
    const message = toldOnce(asked, content, showsCards(channel));
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
