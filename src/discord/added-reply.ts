import type { ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import type { AddedArticle } from '../requests/add-article.ts';
import { addedCard } from './added-card.ts';
import { buttonRows } from './buttons.ts';
import { undoButtonFor } from './commands/knowledge/undo.ts';
import type { Call } from './context.ts';
import { reply } from './replies.ts';
import { requesterOf } from './requester.ts';

/** Tells whoever has added an article that it was taken in, with a button to take that back where they may. */
export async function tellAdded(
  interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
  added: AddedArticle,
  call: Call,
): Promise<void> {
  const { log, texts } = call;
  const { facts } = added.article;
  log.info(
    {
      by: interaction.user.id,
      guildId: interaction.guildId,
      change: added.changeNumber,
      facts: facts.length,
    },
    'article added',
  );
  const number = (await requesterOf(interaction, call)).managesServer ? added.changeNumber : null;
  const components = number === null ? [] : buttonRows([undoButtonFor([number], texts)]);
  await interaction.editReply(reply({ embeds: [addedCard(added, texts)], components }));
}
