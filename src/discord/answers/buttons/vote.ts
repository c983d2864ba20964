import type { APIButtonComponentWithCustomId, ButtonInteraction } from 'discord.js';
import { vote } from '../../../requests/asking/vote.ts';
import type { VoteCounts } from '../../../store/records/votes.ts';
import type { Language, Localised, Texts } from '../../../wording/kit/texts.ts';
import { type AnswerButton, type ShownAnswer, toAnswerRef } from '../../kit/components/answer-button.ts';
import { buildButton, changeButtons } from '../../kit/components/buttons.ts';
import { editShownMessage } from '../../kit/components/edit-shown-message.ts';
import type { RequestContext } from '../../kit/context.ts';

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
    build: (shown, texts) => asShown(side, shown, texts),
    run: (interaction, askedId, context) => castVote(interaction, { side, askedId }, context),
  };
}

function asShown(
  { component, label, emoji }: Side,
  { asked }: ShownAnswer,
  { language }: Texts,
): APIButtonComponentWithCustomId | null {
  if (asked === null) return null;
  return buildButton({ component, argument: asked.id, language }, { label: label[language], emoji });
}

/** The count behind each label, which stays in the language of the card, tells that the vote was taken. */
async function castVote(
  interaction: ButtonInteraction,
  { side, askedId }: { readonly side: Side; readonly askedId: string },
  { store, locks, texts }: RequestContext,
): Promise<void> {
  const { isHelpful } = side;
  const counts = await vote(store, {
    ...toAnswerRef(askedId, interaction),
    voterId: interaction.user.id,
    isHelpful,
  });
  await editShownMessage(interaction, locks, (message) => {
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
