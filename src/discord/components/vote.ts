import type { APIButtonComponentWithCustomId, ButtonInteraction } from 'discord.js';
import { vote } from '../../requests/vote.ts';
import type { VoteCounts } from '../../store/votes.ts';
import type { Localised, Texts } from '../../wording/texts.ts';
import { type AnswerButton, answerRef, type ShownAnswer } from '../answer-button.ts';
import { button, changeButtons } from '../buttons.ts';
import { changeShown } from '../change-shown.ts';
import type { Call } from '../context.ts';

interface Side {
  readonly component: string;
  readonly isHelpful: boolean;
  readonly label: Localised;
  readonly emoji: string;
}

const HELPFUL: Side = {
  component: 'helpful',
  isHelpful: true,
  label: { en: 'Helpful', ru: 'Полезно', de: 'Hilfreich', es: 'Útil', fr: 'Utile' },
  emoji: '👍',
};
const NOT_HELPFUL: Side = {
  component: 'not-helpful',
  isHelpful: false,
  label: { en: 'Not helpful', ru: 'Не полезно', de: 'Nicht hilfreich', es: 'No útil', fr: 'Pas utile' },
  emoji: '👎',
};

/** Under answers and under “I don't know”; it carries the id of what was asked. */
export const helpfulButton = voteButton(HELPFUL);
export const notHelpfulButton = voteButton(NOT_HELPFUL);

function voteButton(side: Side): AnswerButton {
  return {
    name: side.component,
    under: (shown, texts) => asShown(side, shown, texts),
    run: (interaction, askedId, call) => castVote(interaction, { side, askedId }, call),
  };
}

function asShown(
  { component, label, emoji }: Side,
  { asked }: ShownAnswer,
  { language }: Texts,
): APIButtonComponentWithCustomId | null {
  return asked === null ? null : button({ component, argument: asked.id }, { label: label[language], emoji });
}

/** The count behind each label tells that the vote was taken. */
async function castVote(
  interaction: ButtonInteraction,
  { side, askedId }: { readonly side: Side; readonly askedId: string },
  { store, turns }: Call,
): Promise<void> {
  const { isHelpful } = side;
  const counts = await vote(store, {
    ...answerRef(askedId, interaction),
    voterId: interaction.user.id,
    isHelpful,
  });
  await changeShown(interaction, turns, (message) => {
    const rows = changeButtons(message, ({ component }, shown) => {
      const count = countOf(component, counts);
      return count === null ? shown : { ...shown, label: countedLabel(shown, count) };
    });
    return { components: [...rows] };
  });
}

function countOf(component: string, { helpful, notHelpful }: VoteCounts): number | null {
  if (component === HELPFUL.component) return helpful;
  return component === NOT_HELPFUL.component ? notHelpful : null;
}

/** In the language in which it stands: the one who votes may speak another. */
function countedLabel({ label = '' }: APIButtonComponentWithCustomId, count: number): string {
  const plain = label.replace(/ \(\d+\)$/, '');
  return count === 0 ? plain : `${plain} (${count})`;
}
