import type { APIButtonComponentWithCustomId, ButtonInteraction } from 'discord.js';
import { vote } from '../../../requests/asking/vote.ts';
import type { VoteCounts } from '../../../store/records/votes.ts';
import { type AnswerButton, toAnswerRef } from '../../kit/components/answer-button.ts';
import { buildButton, changeButtons } from '../../kit/components/buttons.ts';
import { editShownMessage } from '../../kit/components/edit-shown-message.ts';
import type { RequestContext } from '../../kit/context.ts';
import { buildPrivateReply } from '../../kit/replies.ts';
import { askWhatWasMissing } from './missing.ts';

interface Side {
  readonly component: string;
  readonly isHelpful: boolean;
  readonly emoji: string;
}

const HELPFUL: Side = { component: 'helpful', isHelpful: true, emoji: '👍' };
const NOT_HELPFUL: Side = { component: 'not-helpful', isHelpful: false, emoji: '👎' };

const SIDES = [HELPFUL, NOT_HELPFUL];

/** Stands under answers; it carries the id of the question. */
export const helpfulButton = createVoteButton(HELPFUL);
export const notHelpfulButton = createVoteButton(NOT_HELPFUL);

function createVoteButton(side: Side): AnswerButton {
  return {
    name: side.component,
    // There is nothing to vote on where nothing was found.
    build: ({ asked, reply: { outcome } }) =>
      asked === null || outcome === 'unknown' ? null : buildVoteButton(side, asked.id),
    run: (interaction, askedId, context) => castVote(interaction, { side, askedId }, context),
  };
}

function buildVoteButton({ component, emoji }: Side, askedId: string): APIButtonComponentWithCustomId {
  return buildButton({ component, argument: askedId }, { emoji });
}

/** Builds both buttons for the answer to a recorded question, without counts. */
export function buildVoteButtons(askedId: string): readonly APIButtonComponentWithCustomId[] {
  return SIDES.map((side) => buildVoteButton(side, askedId));
}

/** Records a vote, and shows the counts beside the emoji. Asks a voter who found the answer unhelpful what was missing. */
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
    const components = changeButtons(message, ({ component }, shown) =>
      showVoteCount(component, shown, counts),
    );
    return { components: [...components] };
  });
  // Outside servers there are no moderators who could read it.
  if (!isHelpful && interaction.guild !== null)
    await interaction.followUp(buildPrivateReply(askWhatWasMissing(askedId, texts)));
}

/** Returns a vote button with its count; any other button as it is. */
export function showVoteCount(
  component: string,
  shown: APIButtonComponentWithCustomId,
  { helpful, notHelpful }: VoteCounts,
): APIButtonComponentWithCustomId {
  const side = SIDES.find((each) => each.component === component);
  return side === undefined ? shown : showCount(shown, side.isHelpful ? helpful : notHelpful);
}

function showCount(
  { label: _before, ...button }: APIButtonComponentWithCustomId,
  count: number,
): APIButtonComponentWithCustomId {
  return count === 0 ? button : { ...button, label: String(count) };
}
