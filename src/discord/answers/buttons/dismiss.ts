import type { APIButtonComponentWithCustomId } from 'discord.js';
import { dismiss } from '../../../requests/asking/dismiss.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import type { AnswerButton } from '../../kit/components/answer-button.ts';
import { buildButton } from '../../kit/components/buttons.ts';
import { deferUpdate } from '../../kit/first-response.ts';
import { readRequester } from '../../kit/requester.ts';

const COMPONENT = 'dismiss';

/** Removes an answer. Only the asker, whose id the button carries, and moderators may; private answers can be dismissed in Discord itself. */
export const dismissButton: AnswerButton = {
  name: COMPONENT,
  build({ askerId, isPrivate }, texts) {
    return isPrivate ? null : buildDismissButton(askerId, texts);
  },
  async run(interaction, askerId, context) {
    await dismiss(context, {
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
export function buildDismissButton(
  askerId: string,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  return buildButton({ component: COMPONENT, argument: askerId }, { label: buttons.dismiss, emoji: '🗑️' });
}
