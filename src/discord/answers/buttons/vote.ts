import type { APIButtonComponentWithCustomId, ButtonInteraction } from 'discord.js';
import { vote } from '../../../requests/asking/vote.ts';
import type { VoteCounts } from '../../../store/records/votes.ts';
import type { Language, Localised, Texts } from '../../../wording/kit/texts.ts';
import { type AnswerButton, answerRef, type ShownAnswer } from '../../kit/components/answer-button.ts';
import { button, changeButtons } from '../../kit/components/buttons.ts';
import { changeShown } from '../../kit/components/change-shown.ts';
import type { Call } from '../../kit/context.ts';

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

const SIDES = [HELPFUL, NOT_HELPFUL];

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
  if (asked === null) return null;
  return button({ component, argument: asked.id, language }, { label: label[language], emoji });
}

/** The count behind each label, which stays in the language of the card, tells that the vote was taken. */
async function castVote(
  interaction: ButtonInteraction,
  { side, askedId }: { readonly side: Side; readonly askedId: string },
  { store, turns, texts }: Call,
): Promise<void> {
  const { isHelpful } = side;
  const counts = await vote(store, {
    ...answerRef(askedId, interaction),
    voterId: interaction.user.id,
    isHelpful,
  });
  await changeShown(interaction, turns, (message) => {
    const rows = changeButtons(message, ({ component, language = texts.language }, shown) => {
      const voted = SIDES.find((each) => each.component === component);
      return voted === undefined ? shown : { ...shown, label: countedLabel(voted, language, counts) };
    });
    return { components: [...rows] };
  });
}

function countedLabel(
  { label, isHelpful }: Side,
  language: Language,
  { helpful, notHelpful }: VoteCounts,
): string {
  const count = isHelpful ? helpful : notHelpful;
  return count === 0 ? label[language] : `${label[language]} (${count})`;
}
