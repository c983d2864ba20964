import { ApplicationIntegrationType, InteractionContextType, MessageFlags } from 'discord.js';
import type { Command } from '../context.ts';
import { helpCard } from '../help-card.ts';
import { menu } from '../menu.ts';
import { reply } from '../replies.ts';

/** `/help`: what the bot can do, what it keeps, and who moderates, for the asker alone. */
export const helpCommand: Command = {
  definition: {
    ...menu((texts) => texts.help),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  },
  async run(interaction, { texts }) {
    await interaction.reply({ ...reply({ embeds: [helpCard(texts)] }), flags: MessageFlags.Ephemeral });
  },
};
