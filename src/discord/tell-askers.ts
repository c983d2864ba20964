import type { APIEmbed, BaseInteraction } from 'discord.js';
import type { Lesson } from '../requests/teach.ts';
import type { Asked } from '../store/asked-row.ts';
import { textsFor } from '../wording/languages.ts';
import { questionLine } from './answer-card.ts';
import type { Call } from './context.ts';
import { isOutOfReach } from './failures.ts';
import { matchCard } from './match-card.ts';
import { type Reply, reply } from './replies.ts';

type Through = Pick<BaseInteraction, 'client' | 'guildLocale'>;

/**
 * Tells who waits for an answer what was taught, in the server's language: where they asked, where others could read that too, else in a direct
 * message. Whoever cannot be reached is given up; never fails.
 */
export async function tellAskers(
  through: Through,
  lesson: Lesson,
  { log }: Pick<Call, 'log'>,
): Promise<void> {
  const texts = textsFor(through.guildLocale);
  for (const asked of lesson.waiting) {
    const card = { ...questionLine(asked.question), ...matchCard(lesson, texts) };
    const message = pinging(asked, texts.unanswered.nowKnown(`<@${asked.askerId}>`), card);
    try {
      const isTold = await tellThere(through, asked, message);
      if (!isTold) await through.client.users.send(asked.askerId, message);
    } catch (err) {
      log.warn({ err, askedId: asked.id }, 'asker not told');
    }
  }
}

function pinging({ askerId }: Asked, content: string, card: APIEmbed): Reply {
  return reply({ content, embeds: [card], pings: { users: [askerId] } });
}

/** As a reply to what they were told before; false for what is private, and where the bot may not write any more. */
async function tellThere({ client }: Through, asked: Asked, message: Reply): Promise<boolean> {
  const { isPrivate, channelId, messageId } = asked;
  if (isPrivate || messageId === null) return false;
  try {
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isSendable()) return false;
    await channel.send({ ...message, reply: { messageReference: messageId, failIfNotExists: false } });
    return true;
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
    return false;
  }
}
