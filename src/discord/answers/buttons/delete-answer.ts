import {
  type APIButtonComponentWithCustomId,
  type BaseInteraction,
  type ButtonInteraction,
  type Message,
  MessageFlags,
} from 'discord.js';
import { deleteAnswer, withdrawDeleted } from '../../../requests/asking/delete-answer.ts';
import { createRefusal } from '../../../requests/kit/user-facing-error.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import type { AnswerButton } from '../../kit/components/answer-button.ts';
import { buildButton } from '../../kit/components/buttons.ts';
import type { ButtonComponent, RequestContext } from '../../kit/context.ts';
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
        await unlessGone(interaction.deleteReply());
      },
    });
  },
};

/**
 * Deletes an answer from among its options. The button carries the id of the message; who asked stands in the message itself, or in the record
 * where the message is gone, so that no forged argument deletes the answer of somebody else.
 */
export const deleteFromOptionsButton: ButtonComponent = {
  name: AMONG_OPTIONS,
  async run(interaction, messageId, context) {
    // The options are private, and closed at the end. Any other message must stay.
    if (!interaction.message.flags.has(MessageFlags.Ephemeral))
      throw createRefusal({ kind: 'unknown-button' });
    const answer = await fetchAnswer(interaction, messageId);
    if (answer === 'gone') await withdrawGoneAnswer(interaction, messageId, context);
    else await deleteNamedAnswer(interaction, answer, context);
    await interaction.deleteReply();
  },
};

/** A moderator may have deleted the message by hand, which leaves its question among those that are suggested. */
async function withdrawGoneAnswer(
  interaction: ButtonInteraction,
  messageId: string,
  context: RequestContext,
): Promise<void> {
  const { guildId, channelId } = interaction;
  await withdrawDeleted(context, {
    requester: readRequester(interaction, context),
    messageId,
    guildId,
    channelId,
    formatName: (id) => `<@${id}>`,
  });
  await deferUpdate(interaction);
}

async function deleteNamedAnswer(
  interaction: ButtonInteraction,
  answer: Message | null,
  context: RequestContext,
): Promise<void> {
  const options = answer && findOptions(answer);
  if (answer === null || options === null) throw createRefusal({ kind: 'unknown-button' });
  await deleteAnswer(context, {
    requester: readRequester(interaction, context),
    ownerId: options.askerId,
    messageId: answer.id,
    guildId: interaction.guildId,
    formatName: (id) => `<@${id}>`,
    async removeAnswer() {
      await deferUpdate(interaction);
      await unlessGone(answer.delete());
    },
  });
}

/** Returns the message if it is the bot's own and in the channel of the interaction, or null; `gone` if somebody has deleted it. */
async function fetchAnswer(
  { client, channelId }: ButtonInteraction,
  messageId: string,
): Promise<Message | 'gone' | null> {
  if (!/^\d{17,20}$/.test(messageId)) return null;
  const channel = await client.channels.fetch(channelId);
  if (channel?.isTextBased() !== true) return null;
  const message = await unlessGone(channel.messages.fetch({ message: messageId, force: true }));
  if (message === 'gone') return message;
  return message.author.id === client.user.id ? message : null;
}

/** Returns the result of what is done with a message, or `gone` if somebody has deleted the message. */
async function unlessGone<Result>(work: Promise<Result>): Promise<Result | 'gone'> {
  try {
    return await work;
  } catch (error) {
    if (classifyReplyFailure(error) !== 'message-gone') throw error;
    return 'gone';
  }
}

/** Returns whether the bot can delete an answer by its id. Where it is no member, it can only delete the message whose button is pressed. */
export function canDeleteById({ guild, guildId }: Pick<BaseInteraction, 'guild' | 'guildId'>): boolean {
  return guild !== null || guildId === null;
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
