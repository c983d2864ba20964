import type { ChatInputCommandInteraction } from 'discord.js';
import { removeArticle } from '../../requests/articles/own-articles.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { buttonRows } from '../kit/components/buttons.ts';
import { undoButtonFor } from '../kit/components/undo-button.ts';
import type { Call } from '../kit/context.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { requesterOf } from '../kit/requester.ts';

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
