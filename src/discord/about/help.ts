import { EVERYWHERE, menu } from '../kit/components/menu.ts';
import type { Command } from '../kit/context.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { buildHelpCard } from './help-card.ts';

/** `/help`: what the bot can do, what it keeps, and who moderates, for the asker alone. */
export const helpCommand: Command = {
  definition: {
    ...menu({
      en: ['help', 'What I can do, what I keep, who moderates'],
      ru: ['помощь', 'Что я умею, что храню и кто модерирует'],
      de: ['hilfe', 'Was ich kann, was ich aufbewahre, wer moderiert'],
      es: ['ayuda', 'Qué sé hacer, qué guardo y quién modera'],
      fr: ['aide', 'Ce que je sais faire, ce que je garde, qui modère'],
    }),
    ...EVERYWHERE,
  },
  async run(interaction, { texts }) {
    await respondPrivately(interaction, { embeds: [buildHelpCard(texts)] });
  },
};
