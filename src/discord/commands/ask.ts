import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  MessageFlags,
} from 'discord.js';
import { ask } from '../../requests/ask.ts';
import { answerCard } from '../answer-card.ts';
import type { Command } from '../context.ts';
import { menu } from '../menu.ts';
import { reply } from '../replies.ts';

/** `/ask`: an answer for everybody, or for the asker alone; “I don’t know” is always for the asker alone. */
export const askCommand: Command = {
  definition: {
    ...menu((texts) => texts.ask),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...menu((texts) => texts.askQuestion),
        required: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        ...menu((texts) => texts.askPrivate),
      },
    ],
  },
  async run(interaction, { knowledge, log, texts }) {
    const question = interaction.options.getString('question', true);
    const answer = ask(knowledge, { question });
    const isPrivate = answer.outcome === 'unknown' || interaction.options.getBoolean('private') === true;
    const card = reply({ embeds: [answerCard(answer, texts)] });
    await interaction.reply(isPrivate ? { ...card, flags: MessageFlags.Ephemeral } : card);
    const { outcome, confidence, reason } = answer;
    log.info({ outcome, confidence, reason: reason.kind }, 'asked');
    log.debug({ question }, 'question');
  },
};
