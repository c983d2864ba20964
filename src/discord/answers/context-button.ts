import type { APIButtonComponentWithCustomId } from 'discord.js';
import { findSurroundings } from '../../requests/kit/show-fact.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import type { AnswerButton } from '../kit/components/answer-button.ts';
import { buildButton } from '../kit/components/buttons.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { buildContextCard } from './context-card.ts';

const COMPONENT = 'context';

/** Shows the caller the text around a passage, with the passage in bold. The button carries the id of the fact. */
export const contextButton: AnswerButton = {
  name: COMPONENT,
  build({ reply: { outcome, matches } }, texts) {
    const best = matches[0];
    if (outcome === 'unknown' || best === undefined) return null;
    return buildContextButton(best.fact.id, texts);
  },
  async run(interaction, factId, { knowledge, texts }) {
    const card = buildContextCard(await findSurroundings(knowledge, interaction.guildId, factId), texts);
    await respondPrivately(interaction, { embeds: [card] });
  },
};

/** Builds the button for the context of the fact with this id. */
export function buildContextButton(
  factId: string,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  return buildButton({ component: COMPONENT, argument: factId }, { label: buttons.context, emoji: '📖' });
}
