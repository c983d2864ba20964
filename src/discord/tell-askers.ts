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
import { isOutOfReach } from './failures.ts';
import { matchCard } from './match-card.ts';
import { parentsOf } from './place.ts';
import { type Reply, reply } from './replies.ts';
import { textsIn } from './texts-in.ts';

interface Through extends Pick<BaseInteraction, 'guildId' | 'guildLocale'> {
  readonly client: Client;
}

/** What somebody waits for, and the card that answers it. */
interface Told {
  readonly asked: Asked;
  readonly card: APIEmbed;
}

type Telling = Pick<Call, 'log' | 'store' | 'onNotKept'>;

/** Tells who waits for an answer what was taught. */
export async function tellAskers(through: Through, lesson: Lesson, telling: Telling): Promise<void> {
  const texts = await textsIn(telling, through.guildId, through.guildLocale);
  const card = matchCard(lesson, texts);
  await tellEach(
    through,
    lesson.waiting.map((asked) => ({ asked, card: { ...questionLine(asked.question), ...card } })),
    telling,
  );
}

/** Tells who waits for an answer that is known by now, since articles were added or changed. */
export async function tellNowKnown(
  through: Through & { readonly guildId: string },
  telling: Telling & Pick<Call, 'knowledge'>,
): Promise<void> {
  const known = await takeNowKnown(telling, through.guildId);
  const texts = await textsIn(telling, through.guildId, through.guildLocale);
  // What could be chosen instead is not offered there, so it is not spoken of.
  const told = known.map(({ asked, reply: answer }) => ({
    asked,
    card: answerCard({ ...answer, rivals: [] }, texts),
  }));
  await tellEach(through, told, telling);
}

/** The same in every server that the bot is in, since what answers in all of them has changed. */
export async function tellNowKnownEverywhere(
  client: Client,
  telling: Telling & Pick<Call, 'knowledge'>,
): Promise<void> {
  const guildIds = (await orTold(telling.onNotKept, () => telling.store.asked.waitedForIn())) ?? [];
  for (const guildId of guildIds) {
    const guild = client.guilds.resolve(guildId);
    if (guild !== null) await tellNowKnown({ client, guildId, guildLocale: guild.preferredLocale }, telling);
  }
}

/**
 * In the server's language: where they asked, where others could read that too, else in a direct message. Whoever cannot be reached is given
 * up; never fails.
 */
async function tellEach(through: Through, told: readonly Told[], telling: Telling): Promise<void> {
  const { guildId, guildLocale, client } = through;
  const settings = await settingsIn(telling, guildId);
  const texts = await textsIn(telling, guildId, guildLocale);
  for (const { asked, card } of told) {
    const message = pinging(asked, texts.unanswered.nowKnown(`<@${asked.askerId}>`), card);
    try {
      const isTold = await tellThere(through, { asked, settings }, message);
      if (!isTold) await client.users.send(asked.askerId, message);
    } catch (err) {
      telling.log.warn({ err, askedId: asked.id }, 'asker not told');
    }
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
  const { isPrivate, channelId, messageId } = asked;
  if (isPrivate || messageId === null) return false;
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
