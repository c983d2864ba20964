import { type ButtonInteraction, ButtonStyle, ComponentType, type Message, MessageFlags } from 'discord.js';
import { findAskedOrNull } from '../../../requests/kit/find-asked.ts';
import { requireReadable } from '../../../requests/kit/show-fact.ts';
import { createRefusal } from '../../../requests/kit/user-facing-error.ts';
import { buildQuestionLine } from '../../cards/answer-card.ts';
import { buildText } from '../../cards/card.ts';
import { readAccessForAll } from '../../kit/channels/reader-access.ts';
import { type AnswerButton, toAnswerRef } from '../../kit/components/answer-button.ts';
import { addButton, buildButton, changeButtons, listButtonIds } from '../../kit/components/buttons.ts';
import { editShownMessage } from '../../kit/components/edit-shown-message.ts';
import type { RequestContext } from '../../kit/context.ts';
import { createPublicFollowUp } from '../../kit/posting.ts';
import { buildReply } from '../../kit/replies.ts';
import { buildDeleteButton, canDeleteById } from './delete-answer.ts';
import { findOptions } from './options-ref.ts';

const COMPONENT = 'share';

/** Posts a private answer publicly, once, as the asker sees it. Refuses for public answers, which would be repeated in the member's name. */
export const shareButton: AnswerButton = {
  name: COMPONENT,
  build({ reply: { outcome }, isPrivate, isForAskerAlone }, { buttons }) {
    if (!isPrivate || isForAskerAlone || outcome === 'unknown') return null;
    const look = { label: buttons.share, emoji: '📣', style: ButtonStyle.Primary } as const;
    return buildButton({ component: COMPONENT, argument: '' }, look);
  },
  async run(interaction, _, context) {
    const { texts, locks, knowledge } = context;
    if (!interaction.message.flags.has(MessageFlags.Ephemeral))
      throw createRefusal({ kind: 'unknown-button' });
    // The article may have become limited since it answered.
    const factIds = listButtonIds(interaction.message).flatMap(({ argument }) => argument.split(' '));
    await requireReadable(knowledge, interaction.guildId, { factIds, access: readAccessForAll(interaction) });
    const post = createPublicFollowUp(interaction, context);
    await editShownMessage(interaction, locks, async (shown) => {
      // The button was pressed twice at the same moment: a copy exists already.
      if (shown.resolveComponent(interaction.customId) === null) return null;
      const others = changeButtons(shown, ({ component }, each) => (component === COMPONENT ? null : each));
      const sharedBy = texts.answer.sharedBy({ mention: `<@${interaction.user.id}>` });
      // Where the options of an answer cannot delete it, the copy has a button for that.
      const rows = canDeleteById(interaction)
        ? others
        : addButton(others, buildDeleteButton(interaction.user.id));
      const above = buildText([sharedBy, ...(await findQuestionLine(interaction, shown, context))]);
      const copy = { components: [...above, ...rows] };
      // The copy is posted before the button disappears, so that the member can try again when posting fails.
      await post(buildReply(copy), ({ components: [first] }) => {
        return first?.type === ComponentType.TextDisplay && first.content === above[0]?.content;
      });
      return { components: [...others] };
    });
  },
};

/** Returns the line with the question, which only its asker knows so far; none when it is no longer recorded. */
async function findQuestionLine(
  interaction: ButtonInteraction,
  shown: Message,
  { store }: Pick<RequestContext, 'store'>,
): Promise<readonly string[]> {
  const askedId = findOptions(shown)?.askedId ?? null;
  const asked = askedId && (await findAskedOrNull(store, toAnswerRef(askedId, interaction)));
  return asked ? buildQuestionLine(asked.question) : [];
}
