import type { ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import type { AddedArticle } from '../../requests/articles/add-article.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { buildUndoButton } from '../kit/components/undo-button.ts';
import type { RequestContext } from '../kit/context.ts';
import { buildReply } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import { buildAddedCard } from './added-card.ts';

/** Tells whoever has added an article that it was taken in, with a button to take that back where they may. */
export async function confirmAdded(
  interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
  added: AddedArticle,
  context: RequestContext,
): Promise<void> {
  const { log, texts } = context;
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
  const number = (await readRequester(interaction, context)).managesServer ? added.changeNumber : null;
  const components = number === null ? [] : buildButtonRows([buildUndoButton([number], texts)]);
  await interaction.editReply(buildReply({ embeds: [buildAddedCard(added, texts)], components }));
}
