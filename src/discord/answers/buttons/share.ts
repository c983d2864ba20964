import {
  type APIButtonComponentWithCustomId,
  type APIMessageTopLevelComponent,
  type ButtonInteraction,
  ComponentType,
  type Message,
  MessageFlags,
} from 'discord.js';
import { type SharedAnswer, shareAnswer } from '../../../requests/asking/share-answer.ts';
import { findOutdatedDay } from '../../../requests/kit/outdated.ts';
import { createRefusal } from '../../../requests/kit/user-facing-error.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import { buildDoubt, buildQuestionLine } from '../../cards/answer-card.ts';
import { buildText } from '../../cards/card.ts';
import { buildMatchCard } from '../../cards/passage-card.ts';
import { createChannelFinder } from '../../kit/channels/channel-visibility.ts';
import { readAccessForAll } from '../../kit/channels/reader-access.ts';
import { toAnswerRef } from '../../kit/components/answer-button.ts';
import { buildButton, buildButtonRows, changeButtons } from '../../kit/components/buttons.ts';
import { editShownMessage } from '../../kit/components/edit-shown-message.ts';
import type { ButtonComponent, RequestContext } from '../../kit/context.ts';
import { createPublicFollowUp } from '../../kit/posting.ts';
import { buildReply, type ReplyContent } from '../../kit/replies.ts';
import { buildDeleteButton, canDeleteById } from './delete-answer.ts';
import { buildOptionsButton, decodeOptions, encodeOptions, type OptionsRef } from './options-ref.ts';
import { buildVoteButtons } from './vote.ts';

const COMPONENT = 'share';

/** Builds the button among the options of a private answer. It carries what they are about. */
export function buildShareButton(
  ref: OptionsRef,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  const argument = encodeOptions(ref);
  return buildButton({ component: COMPONENT, argument }, { label: buttons.share, emoji: '📣' });
}

/** Posts a private answer for all to see, once. */
export const shareButton: ButtonComponent = {
  name: COMPONENT,
  async run(interaction, argument, context) {
    const { message, user } = interaction;
    const ref = decodeOptions(argument);
    if (!message.flags.has(MessageFlags.Ephemeral) || ref.askedId === null)
      throw createRefusal({ kind: 'unknown-button' });
    const post = createPublicFollowUp(interaction, context);
    const request = {
      ...toAnswerRef(ref.askedId, interaction),
      factId: ref.factId,
      memberId: user.id,
      readers: readAccessForAll(interaction),
    };
    await editShownMessage(interaction, context.locks, async (shown) => {
      // The answer is posted before the button disappears, so that the member can try again when posting fails.
      await shareAnswer(context, request, async (shared) => {
        const copy = await composeShared(interaction, { shared, ref }, context);
        const { id } = await post(buildReply(copy), (sent) => getOpening(sent) === getOpening(copy));
        return { messageId: id };
      });
      return { components: [...removeShareButton(shown)] };
    });
  },
};

/** Composes the public copy: who shares it and what was asked, the passage, and buttons as under any answer. */
async function composeShared(
  interaction: ButtonInteraction,
  { shared, ref }: { readonly shared: SharedAnswer; readonly ref: OptionsRef },
  context: RequestContext,
): Promise<ReplyContent> {
  const { asked, ...match } = shared;
  const { user, guild, guildId } = interaction;
  const { texts } = context;
  const sharedBy = texts.answer.sharedBy({ mention: `<@${user.id}>` });
  const card = buildMatchCard(match, texts, {
    moreButton: texts.buttons.more,
    outdatedFrom: await findOutdatedDay(context, guildId, match.passage.article),
    findChannel: createChannelFinder(guild),
    isAnswer: asked.outcome === 'answered',
    above: buildDoubt(asked, texts),
  });
  const buttons = [
    ...buildVoteButtons(asked.id),
    buildOptionsButton({ ...ref, askerId: user.id }, texts),
    // Where the options of an answer cannot delete it, the copy has a button for that.
    ...(canDeleteById(interaction) ? [] : [buildDeleteButton(user.id)]),
  ];
  const opening = buildText([sharedBy, ...buildQuestionLine(asked.question)]);
  return { components: [...opening, card, ...buildButtonRows(buttons)] };
}

function removeShareButton(message: Message): readonly APIMessageTopLevelComponent[] {
  return changeButtons(message, ({ component }, each) => (component === COMPONENT ? null : each));
}

/** Returns the text above the card. */
function getOpening({ components: [first] = [] }: Message | ReplyContent): string | null {
  return first?.type === ComponentType.TextDisplay ? first.content : null;
}
