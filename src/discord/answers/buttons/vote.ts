import type { APIButtonComponentWithCustomId, ButtonInteraction } from 'discord.js';
import { vote } from '../../../requests/asking/vote.ts';
import type { VoteCounts } from '../../../store/records/votes.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import { textsFor } from '../../../wording/languages.ts';
import { type AnswerButton, type ShownAnswer, toAnswerRef } from '../../kit/components/answer-button.ts';
import { buildButton, changeButtons } from '../../kit/components/buttons.ts';
import { editShownMessage } from '../../kit/components/edit-shown-message.ts';
import type { RequestContext } from '../../kit/context.ts';

interface Side {
  readonly component: string;
  readonly isHelpful: boolean;
  readonly label: 'helpful' | 'notHelpful';
  readonly emoji: string;
}

const HELPFUL: Side = {
  component: 'helpful',
  isHelpful: true,
  label: 'helpful',
  emoji: '👍',
};
const NOT_HELPFUL: Side = {
  component: 'not-helpful',
  isHelpful: false,
  label: 'notHelpful',
  emoji: '👎',
};

const SIDES = [HELPFUL, NOT_HELPFUL];

/** Stands under answers and under “I don’t know”; it carries the id of the question. */
export const helpfulButton = createVoteButton(HELPFUL);
export const notHelpfulButton = createVoteButton(NOT_HELPFUL);

function createVoteButton(side: Side): AnswerButton {
  return {
    name: side.component,
    build: (shown, texts) => buildVoteButton(side, shown, texts),
    run: (interaction, askedId, context) => castVote(interaction, { side, askedId }, context),
  };
}

function buildVoteButton(
  { component, label, emoji }: Side,
  { asked }: ShownAnswer,
  { buttons, language }: Texts,
): APIButtonComponentWithCustomId | null {
  if (asked === null) return null;
  return buildButton({ component, argument: asked.id, language }, { label: buttons[label], emoji });
}

/** Records a vote, and shows the counts behind the labels. The labels stay in the language of the card. */
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
      return voted === undefined
        ? shown
        : { ...shown, label: buildCountedLabel(voted, textsFor(language), counts) };
    });
    return { components: [...rows] };
  });
}

function buildCountedLabel(
  { label, isHelpful }: Side,
  { buttons }: Pick<Texts, 'buttons'>,
  { helpful, notHelpful }: VoteCounts,
): string {
  const count = isHelpful ? helpful : notHelpful;
  return count === 0 ? buttons[label] : `${buttons[label]} (${count})`;
}
