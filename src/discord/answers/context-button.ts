import type { APIButtonComponentWithCustomId } from 'discord.js';
import { findSurroundings } from '../../requests/kit/show-fact.ts';
import type { Language, Localised } from '../../wording/kit/texts.ts';
import type { AnswerButton } from '../kit/components/answer-button.ts';
import { buildButton } from '../kit/components/buttons.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { buildContextCard } from './context-card.ts';

const COMPONENT = 'context';
const LABEL: Localised = { en: 'Context', ru: 'Контекст', de: 'Umfeld', es: 'Contexto', fr: 'Contexte' };

/** What the button is called in a language. */
export function contextLabel(language: Language): string {
  return LABEL[language];
}

/** Shows the caller the text around a passage, with the passage in bold. The button carries the id of the fact. */
export const contextButton: AnswerButton = {
  name: COMPONENT,
  build({ reply: { outcome, matches } }, { language }) {
    const best = matches[0];
    if (outcome === 'unknown' || best === undefined) return null;
    return buildContextButton(best.fact.id, language);
  },
  async run(interaction, factId, { knowledge, texts }) {
    const card = buildContextCard(await findSurroundings(knowledge, interaction.guildId, factId), texts);
    await respondPrivately(interaction, { embeds: [card] });
  },
};

/** Builds the button for the context of the fact with this id. */
export function buildContextButton(factId: string, language: Language): APIButtonComponentWithCustomId {
  return buildButton({ component: COMPONENT, argument: factId }, { label: LABEL[language], emoji: '📖' });
}
