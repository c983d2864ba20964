import type { APIButtonComponentWithCustomId } from 'discord.js';
import { deleteAnswer } from '../../../requests/asking/delete-answer.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import type { AnswerButton } from '../../kit/components/answer-button.ts';
import { buildButton } from '../../kit/components/buttons.ts';
import { deferUpdate } from '../../kit/first-response.ts';
import { readRequester } from '../../kit/requester.ts';

// Buttons under older messages carry this name in their custom ids.
const COMPONENT = 'dismiss';

/** Deletes an answer for its asker, whose id the button carries, or a moderator. Private answers have no button: Discord itself can hide them. */
export const deleteAnswerButton: AnswerButton = {
  name: COMPONENT,
  build({ askerId, isPrivate }, texts) {
    return isPrivate ? null : buildDeleteButton(askerId, texts);
  },
  async run(interaction, askerId, context) {
    await deleteAnswer(context, {
      requester: readRequester(interaction, context),
      ownerId: askerId,
      messageId: interaction.message.id,
      guildId: interaction.guildId,
      formatName: (id) => (/^\d{17,20}$/.test(id) ? `<@${id}>` : '?'),
      async removeAnswer() {
        await deferUpdate(interaction);
        await interaction.deleteReply();
      },
    });
  },
};

/** Builds the button under an answer that this member asked for or shared. */
export function buildDeleteButton(
  askerId: string,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  return buildButton(
    { component: COMPONENT, argument: askerId },
    { label: buttons.deleteAnswer, emoji: '🗑️' },
  );
}
