import type { APIEmbed, BaseInteraction } from 'discord.js';
import { settingsIn } from '../requests/settings-in.ts';
import { speaksIn } from '../requests/speaking.ts';
import type { Lesson } from '../requests/teach.ts';
import type { Asked } from '../store/asked-row.ts';
import type { GuildSettings } from '../store/guild-settings.ts';
import { questionLine } from './answer-card.ts';
import type { Call } from './context.ts';
import { isOutOfReach } from './failures.ts';
import { matchCard } from './match-card.ts';
import { parentsOf } from './place.ts';
import { type Reply, reply } from './replies.ts';
import { textsIn } from './texts-in.ts';

type Through = Pick<BaseInteraction, 'client' | 'guildId' | 'guildLocale'>;

/**
 * Tells who waits for an answer what was taught, in the server's language: where they asked, where others could read that too, else in a direct
 * message. Whoever cannot be reached is given up; never fails.
 */
export async function tellAskers(
  through: Through,
  lesson: Lesson,
  call: Pick<Call, 'log' | 'store' | 'onNotKept'>,
): Promise<void> {
  const { log } = call;
  const { guildId } = through;
  const settings = await settingsIn(call, guildId);
  const texts = await textsIn(call, guildId, through.guildLocale);
  for (const asked of lesson.waiting) {
    const card = { ...questionLine(asked.question), ...matchCard(lesson, texts) };
    const message = pinging(asked, texts.unanswered.nowKnown(`<@${asked.askerId}>`), card);
    try {
      const isTold = await tellThere(through, { asked, settings }, message);
      if (!isTold) await through.client.users.send(asked.askerId, message);
    } catch (err) {
      log.warn({ err, askedId: asked.id }, 'asker not told');
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
