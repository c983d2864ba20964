import type { ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import type { AddedArticle } from '../../requests/articles/add-article.ts';
import { buttonRows } from '../kit/components/buttons.ts';
import { undoButtonFor } from '../kit/components/undo-button.ts';
import type { Call } from '../kit/context.ts';
import { reply } from '../kit/replies.ts';
import { requesterOf } from '../kit/requester.ts';
import { addedCard } from './added-card.ts';

/** Tells whoever has added an article that it was taken in, with a button to take that back where they may. */
export async function tellAdded(
  interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
  added: AddedArticle,
  call: Call,
): Promise<void> {
  const { log, texts } = call;
  const { changeNumber, article } = added;
  // The path of a note is made of its title, which may be a member's question.
  log.info(
    {
      by: interaction.user.id,
      guildId: interaction.guildId,
      change: changeNumber,
      facts: article.factCount,
    },
    'article added',
  );
  const number = (await requesterOf(interaction, call)).managesServer ? added.changeNumber : null;
  const components = number === null ? [] : buttonRows([undoButtonFor([number], texts)]);
  await interaction.editReply(reply({ embeds: [addedCard(added, texts)], components }));
}
