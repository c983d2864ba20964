import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  MessageFlags,
} from 'discord.js';
import { ask } from '../../requests/ask.ts';
import { answerCard } from '../answer-card.ts';
import type { Command } from '../context.ts';
import { reply } from '../replies.ts';

/** `/ask`: an answer for everybody, or for the asker alone; “I don’t know” is always for the asker alone. */
export const askCommand: Command = {
  definition: {
    name: 'ask',
    description: 'Ask a question: the answer is quoted from the articles, with its source',
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'What do you want to know?',
        required: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Show the answer only to me',
      },
    ],
  },
  async run(interaction, { knowledge, log }) {
    const question = interaction.options.getString('question', true);
    const answer = ask(knowledge, { question });
    const isPrivate = answer.outcome === 'unknown' || interaction.options.getBoolean('private') === true;
    const card = reply({ embeds: [answerCard(answer)] });
    await interaction.reply(isPrivate ? { ...card, flags: MessageFlags.Ephemeral } : card);
    const { outcome, confidence, reason } = answer;
    log.info({ outcome, confidence, reason: reason.kind }, 'asked');
    log.debug({ question }, 'question');
  },
};
