import type { ChatInputCommandInteraction } from 'discord.js';
import { removeArticle } from '../../../requests/own-articles.ts';
import { buttonRows } from '../../buttons.ts';
import type { Call } from '../../context.ts';
import { respondPrivately } from '../../first-response.ts';
import { escapeWithin } from '../../markdown.ts';
import { noticeCard } from '../../notice-card.ts';
import { requesterOf } from '../../requester.ts';
import { undoButtonFor } from './undo.ts';

const MAX_PATH_CHARS = 300;

/** `/knowledge remove`: takes an article away, with a button to take that back. */
export async function remove(
  interaction: ChatInputCommandInteraction,
  guildId: string,
  call: Call,
): Promise<void> {
  const path = interaction.options.getString('article', true);
  const number = await removeArticle(call, {
    requester: await requesterOf(interaction, call),
    guildId,
    path,
  });
  call.log.info({ by: interaction.user.id, guildId, change: number }, 'article removed');
  const words = call.texts.knowledge.removed(escapeWithin(path, MAX_PATH_CHARS));
  await respondPrivately(interaction, {
    embeds: [noticeCard(words)],
    components: buttonRows([undoButtonFor([number], call.texts)]),
  });
}
