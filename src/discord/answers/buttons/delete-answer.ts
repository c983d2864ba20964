import type { APIButtonComponentWithCustomId, ButtonInteraction, Message } from 'discord.js';
import { deleteAnswer } from '../../../requests/asking/delete-answer.ts';
import { createRefusal } from '../../../requests/kit/user-facing-error.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import type { AnswerButton } from '../../kit/components/answer-button.ts';
import { buildButton } from '../../kit/components/buttons.ts';
import type { ButtonComponent } from '../../kit/context.ts';
import { classifyReplyFailure } from '../../kit/failures.ts';
import { deferUpdate } from '../../kit/first-response.ts';
import { readRequester } from '../../kit/requester.ts';
import { findOptions } from './options-ref.ts';

// Buttons under older messages carry this name in their custom ids.
const UNDER_ANSWER = 'dismiss';
const AMONG_OPTIONS = 'delete';

/**
 * Deletes the answer above it, for its asker, whose id the button carries, or a moderator. Private answers have no button: Discord itself can
 * hide them. Where the options of an answer have the same button, this one is left out.
 */
export const deleteAnswerButton: AnswerButton = {
  name: UNDER_ANSWER,
  build({ askerId, isPrivate, isDeletable, reply: { outcome } }) {
    return isPrivate || (isDeletable && outcome !== 'unknown') ? null : buildDeleteButton(askerId);
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

/**
 * Deletes an answer from among its options. The button carries the id of the message; who asked stands in the message itself, so that no forged
 * argument deletes the answer of somebody else.
 */
export const deleteFromOptionsButton: ButtonComponent = {
  name: AMONG_OPTIONS,
  async run(interaction, messageId, context) {
    const answer = await fetchAnswer(interaction, messageId);
    const ownerId = answer === null ? null : (findOptions(answer)?.askerId ?? null);
    if (answer === null || ownerId === null) throw createRefusal({ kind: 'unknown-button' });
    await deleteAnswer(context, {
      requester: readRequester(interaction, context),
      ownerId,
      messageId,
      guildId: interaction.guildId,
      formatName: (id) => `<@${id}>`,
      async removeAnswer() {
        await deferUpdate(interaction);
        await answer.delete();
      },
    });
    await interaction.deleteReply();
  },
};

/** Returns the message if it is there, the bot's own and in the channel of the interaction, or null. */
async function fetchAnswer(
  { client, channelId }: ButtonInteraction,
  messageId: string,
): Promise<Message | null> {
  if (!/^\d{17,20}$/.test(messageId)) return null;
  const channel = await client.channels.fetch(channelId);
  if (channel?.isTextBased() !== true) return null;
  try {
    const message = await channel.messages.fetch({ message: messageId, force: true });
    return message.author.id === client.user.id ? message : null;
  } catch (error) {
    if (classifyReplyFailure(error) !== 'message-gone') throw error;
    return null;
  }
}

/** Builds the button under an answer that this member asked for or shared. */
export function buildDeleteButton(askerId: string): APIButtonComponentWithCustomId {
  return buildButton({ component: UNDER_ANSWER, argument: askerId }, { emoji: '🗑️' });
}

/** Builds the button that deletes the message with this id. */
export function buildDeleteFromOptionsButton(
  messageId: string,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  return buildButton(
    { component: AMONG_OPTIONS, argument: messageId },
    { label: buttons.deleteAnswer, emoji: '🗑️' },
  );
}
