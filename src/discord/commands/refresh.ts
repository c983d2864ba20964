import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { refresh } from '../../requests/refresh.ts';
import type { Command } from '../context.ts';
import { deferPrivately } from '../first-response.ts';
import { menu } from '../menu.ts';
import { refreshCard } from '../refresh-card.ts';
import { reply } from '../replies.ts';
import { MODERATOR, requesterOf } from '../requester.ts';

/** `/refresh`: acknowledged at once, because reading many articles takes longer than Discord waits. */
export const refreshCommand: Command = {
  definition: {
    ...menu({
      en: ['refresh', 'Read the articles again and tell what changed (moderators)'],
      ru: ['обновить', 'Прочитать статьи заново и сообщить, что изменилось (для модераторов)'],
      de: ['aktualisieren', 'Die Artikel neu lesen und sagen, was sich geändert hat (Moderation)'],
      es: ['actualizar', 'Leer de nuevo los artículos y decir qué ha cambiado (moderación)'],
      fr: ['actualiser', 'Relire les articles et dire ce qui a changé (modération)'],
    }),
    default_member_permissions: MODERATOR.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  },
  async run(interaction, { shared, log, texts }) {
    await deferPrivately(interaction);
    const report = await refresh(shared, requesterOf(interaction));
    const { articleCount, factCount, problems } = report;
    log.info({ by: interaction.user.id, articleCount, factCount, problems: problems.length }, 'refreshed');
    await interaction.editReply(reply({ embeds: [refreshCard(report, texts)] }));
  },
};
