import { findOutdatedDay } from '../../../requests/kit/outdated.ts';
import { createRefusal } from '../../../requests/kit/user-facing-error.ts';
import { waitForAnswer } from '../../../requests/unanswered/wait.ts';
import { textsFor } from '../../../wording/languages.ts';
import { buildAnswerCard } from '../../cards/answer-card.ts';
import { buildText } from '../../cards/card.ts';
import { readReaderAccess } from '../../kit/channels/reader-access.ts';
import { type AnswerButton, toAnswerRef } from '../../kit/components/answer-button.ts';
import { buildButton, changeButtons } from '../../kit/components/buttons.ts';
import { editShownMessage } from '../../kit/components/edit-shown-message.ts';
import { respondPrivately } from '../../kit/first-response.ts';

const COMPONENT = 'tell-me';

/**
 * Makes the asker a waiting asker, or shows the answer at once when there is one now. Stands under “I don't know” in servers that the bot is
 * in, where moderators can teach the answer. The button carries the id of the question.
 */
export const tellMeButton: AnswerButton = {
  name: COMPONENT,
  build({ asked, isBotThere, reply: { outcome } }, { buttons, language }) {
    if (asked === null || asked.guildId === null || !isBotThere || outcome !== 'unknown') return null;
    const id = { component: COMPONENT, argument: asked.id, language };
    return buildButton(id, { label: buttons.tellMe, emoji: '🔔' });
  },
  async run(interaction, askedId, context) {
    const { texts, locks } = context;
    const { user, guild } = interaction;
    if (guild === null) throw createRefusal({ kind: 'unknown-button' });
    const known = await waitForAnswer(context, toAnswerRef(askedId, interaction), {
      memberId: user.id,
      access: readReaderAccess(interaction),
    });
    if (known !== null) {
      const opening = texts.unanswered.nowKnown({ mention: `<@${user.id}>` });
      const outdatedFrom =
        known.passage && (await findOutdatedDay(context, interaction.guildId, known.passage.article));
      const components = [...buildText([opening]), buildAnswerCard(known, texts, { outdatedFrom })];
      await respondPrivately(interaction, { components });
      return;
    }
    await editShownMessage(interaction, locks, (message) => {
      const rows = changeButtons(message, ({ component, language = texts.language }, shown) =>
        component === COMPONENT
          ? { ...shown, label: textsFor(language).buttons.tellMeDone, disabled: true }
          : shown,
      );
      return { components: [...rows] };
    });
  },
};
