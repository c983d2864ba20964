import {
  ApplicationCommandType,
  type Message,
  type MessageContextMenuCommandInteraction,
  type SendableChannels,
} from 'discord.js';
import { rememberMessage } from '../../requests/asking/answer-member.ts';
import { readAskContext } from '../kit/channels/channel-context.ts';
import { EVERYWHERE, localiseName } from '../kit/components/command-texts.ts';
import type { MessageCommand, RequestContext } from '../kit/context.ts';
import { deferPrivately, respond, respondPrivately } from '../kit/first-response.ts';
import { extractQuestion } from '../kit/markdown/markdown.ts';
import { addNonce, confirmPosted } from '../kit/posting.ts';
import { buildReply } from '../kit/replies.ts';
import { type ComposedAnswer, composeAnswer } from './compose-answer.ts';

/**
 * “Answer this message”: replies to the message when the bot may write in the channel; otherwise responds to the caller's command. Only the
 * caller sees “I don’t know”.
 */
export const answerMessageCommand: MessageCommand = {
  definition: {
    type: ApplicationCommandType.Message,
    ...localiseName((commands) => commands.answerMessage.name),
    ...EVERYWHERE,
  },
  async run(interaction, context) {
    const { targetMessage, user } = interaction;
    const question = extractQuestion(targetMessage.content);
    if (question === '') {
      const words = context.texts.notices.nothingToAnswer;
      await respondPrivately(interaction, { content: words });
      return;
    }
    const request = {
      question,
      door: 'message-menu',
      askerId: user.id,
      ...readAskContext(interaction),
      // The author did not address the bot, so the question must not appear among the questions of the server.
      isConfidential: true,
      audience: 'all-unless-unknown',
    } as const;
    const composed = await composeAnswer(context, request, interaction);
    const channel = composed.answer.isPrivate ? null : findWritableChannel(interaction);
    if (channel === null) await answerHere(interaction, composed, context);
    else await answerThere(interaction, { composed, channel }, context);
  },
};

/** Returns the channel if the bot may reply there, or null if it is not in the server or may not write. */
function findWritableChannel({
  channel,
  appPermissions,
}: MessageContextMenuCommandInteraction): SendableChannels | null {
  if (!channel?.isSendable()) return null;
  const writing = channel.isThread() ? 'SendMessagesInThreads' : 'SendMessages';
  return appPermissions.has(['ViewChannel', writing, 'ReadMessageHistory']) ? channel : null;
}

async function answerThere(
  interaction: MessageContextMenuCommandInteraction,
  { composed, channel }: { readonly composed: ComposedAnswer; readonly channel: SendableChannels },
  context: RequestContext,
): Promise<void> {
  const { composeCard, answer } = composed;
  // Posting may wait for a rate limit, longer than Discord waits for a first response.
  await deferPrivately(interaction);
  const { id, targetId } = interaction;
  const messageReference = { messageReference: targetId, failIfNotExists: false };
  const sent = channel.send(
    addNonce({ ...buildReply(composeCard({ isReply: true })), reply: messageReference }, 'answer', id),
  );
  const isIt = ({ reference }: Message) => reference?.messageId === targetId;
  const message = await confirmPosted(sent, { channel, after: id, isIt });
  await rememberMessage(context, answer, message.id);
  const words = context.texts.notices.answered({ link: `<${message.url}>` });
  await interaction.editReply(buildReply({ content: words }));
}

async function answerHere(
  interaction: MessageContextMenuCommandInteraction,
  { composeCard, answer }: ComposedAnswer,
  context: RequestContext,
): Promise<void> {
  const messageId = await respond(
    interaction,
    { ...composeCard({ isReply: false }), isPrivate: answer.isPrivate },
    context,
  );
  if (messageId !== null) await rememberMessage(context, answer, messageId);
}
