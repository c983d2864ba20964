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
    ...menu({
      en: ['ask', 'Ask a question: the answer is quoted from the articles, with its source'],
      ru: ['спросить', 'Задать вопрос: ответ — цитата из статей с указанием источника'],
      de: ['fragen', 'Eine Frage stellen: die Antwort ist ein Zitat aus den Artikeln, mit Quelle'],
      es: ['preguntar', 'Haz una pregunta: la respuesta es una cita de los artículos, con su fuente'],
      fr: ['demander', 'Poser une question : la réponse est citée des articles, avec sa source'],
    }),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...menu({
          en: ['question', 'What do you want to know?'],
          ru: ['вопрос', 'Что вы хотите узнать?'],
          de: ['frage', 'Was möchtest du wissen?'],
          es: ['pregunta', '¿Qué quieres saber?'],
          fr: ['question', 'Que voulez-vous savoir ?'],
        }),
        required: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        ...menu({
          en: ['private', 'Show the answer only to me'],
          ru: ['лично', 'Показать ответ только мне'],
          de: ['privat', 'Die Antwort nur mir zeigen'],
          es: ['privado', 'Mostrar la respuesta solo a mí'],
          fr: ['privé', 'Ne montrer la réponse qu’à moi'],
        }),
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
