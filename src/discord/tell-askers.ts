import type { APIEmbed, BaseInteraction, Client } from 'discord.js';
import { orTold } from '../requests/kept.ts';
import { takeNowKnown } from '../requests/now-known.ts';
import { settingsIn } from '../requests/settings-in.ts';
import { speaksIn } from '../requests/speaking.ts';
import type { Lesson } from '../requests/teach.ts';
import type { Asked } from '../store/asked-row.ts';
import type { GuildSettings } from '../store/guild-settings.ts';
import { answerCard, questionLine } from './answer-card.ts';
import type { Call } from './context.ts';
import { isGone, isOutOfReach } from './failures.ts';
import { matchCard } from './match-card.ts';
import { parentsOf } from './place.ts';
import { type Reply, reply } from './replies.ts';
import { textsIn } from './texts-in.ts';

interface Through extends Pick<BaseInteraction, 'guildId' | 'guildLocale'> {
  readonly client: Client;
}

/** Tells one who waits, with the card that answers what they asked; never fails. */
type Tell = (asked: Asked, card: APIEmbed) => Promise<void>;

type Telling = Pick<Call, 'log' | 'store' | 'onNotKept'>;
type TellingNowKnown = Telling & Pick<Call, 'knowledge'> & { readonly signal?: AbortSignal };

/** Tells who waits for an answer what was taught. */
export async function tellAskers(through: Through, lesson: Lesson, telling: Telling): Promise<void> {
  const texts = await textsIn(telling, through.guildId, through.guildLocale);
  const card = matchCard(lesson, texts);
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
  for await (const { asked, reply: answer } of takeNowKnown(telling, through.guildId))
    await tell(asked, answerCard({ ...answer, rivals: [] }, texts));
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
  const guildIds = (await orTold(onNotKept, () => store.asked.waitedForIn())) ?? [];
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
 * up.
 */
async function tellerIn(through: Through, telling: Telling): Promise<Tell> {
  const { guildId, guildLocale, client } = through;
  const settings = await settingsIn(telling, guildId);
  const texts = await textsIn(telling, guildId, guildLocale);
  return async (asked, card) => {
    const message = pinging(asked, texts.unanswered.nowKnown(`<@${asked.askerId}>`), card);
    try {
      const isTold = await tellThere(through, { asked, settings }, message);
      if (isTold) return;
      if (await isMember(through, asked.askerId)) await client.users.send(asked.askerId, message);
      else telling.log.info({ askedId: asked.id }, 'asker not told: gone');
    } catch (err) {
      telling.log.warn({ err, askedId: asked.id }, 'asker not told');
    }
  };
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

function pinging({ askerId }: Asked, content: string, card: APIEmbed): Reply {
  return reply({ content, embeds: [card], pings: { users: [askerId] } });
}

/** As a reply to what they were told before; false for what is private, and where the bot is silent or may not write any more. */
async function tellThere(
  { client, guildId }: Through,
  { asked, settings }: { readonly asked: Asked; readonly settings: GuildSettings },
  message: Reply,
): Promise<boolean> {
  const { isAskedPrivately, isAnsweredPrivately, isWithdrawn, channelId, messageId } = asked;
  if (isAskedPrivately || isAnsweredPrivately || isWithdrawn || messageId === null) return false;
  try {
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isSendable()) return false;
    if (!speaksIn(settings, { guildId, channelId, parentIds: parentsOf(channel) })) return false;
    await channel.send({ ...message, reply: { messageReference: messageId, failIfNotExists: false } });
    return true;
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
    return false;
  }
}
