import { ApplicationIntegrationType, InteractionContextType, PermissionFlagsBits } from 'discord.js';
import { refresh } from '../../requests/refresh.ts';
import type { Command } from '../context.ts';
import { deferPrivately } from '../first-response.ts';
import { menu } from '../menu.ts';
import { refreshCard } from '../refresh-card.ts';
import { reply } from '../replies.ts';

/** What makes a moderator, for the menu and again when the command runs. */
const MODERATOR = PermissionFlagsBits.ManageMessages;

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
  async run(interaction, { knowledge, log, texts }) {
    await deferPrivately(interaction);
    const isModerator = interaction.memberPermissions?.has(MODERATOR) ?? false;
    const report = await refresh(knowledge, { isModerator });
    const { articleCount, factCount, problems } = report;
    log.info({ by: interaction.user.id, articleCount, factCount, problems: problems.length }, 'refreshed');
    await interaction.editReply(reply({ embeds: [refreshCard(report, texts)] }));
  },
};
