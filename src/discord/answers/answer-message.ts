import {
  ApplicationCommandType,
  type Message,
  type MessageContextMenuCommandInteraction,
  type SendableChannels,
} from 'discord.js';
import { rememberMessage } from '../../requests/asking/answer-member.ts';
import { EVERYWHERE, named } from '../kit/components/menu.ts';
import type { Call, MessageCommand } from '../kit/context.ts';
import { deferPrivately, respond, respondPrivately } from '../kit/first-response.ts';
import { questionIn } from '../kit/markdown/question-in.ts';
import { once } from '../kit/once.ts';
import { placeOf } from '../kit/places/place.ts';
import { confirmPosted } from '../kit/posted.ts';
import { privateReply, reply } from '../kit/replies.ts';
import { answerFor, type LaidOutAnswer } from './answering.ts';

/**
 * “Answer this message”: the answer is a reply to that message, where the bot may write; else it answers the one who asked
 * for it, with a link. “I don’t know” is told to that one alone.
 */
export const answerMessageCommand: MessageCommand = {
  definition: {
    type: ApplicationCommandType.Message,
    ...named({
      en: 'Answer this message',
      ru: 'Ответить на сообщение',
      de: 'Diese Nachricht beantworten',
      es: 'Responder a este mensaje',
      fr: 'Répondre à ce message',
    }),
    ...EVERYWHERE,
  },
  async run(interaction, call) {
    const { targetMessage, user } = interaction;
    const question = questionIn(targetMessage.content);
    if (question === '') {
      const words = call.texts.notices.nothingToAnswer;
      await respondPrivately(interaction, { content: words, embeds: [] });
      return;
    }
    const asked = {
      question,
      askerId: user.id,
      ...placeOf(interaction),
      // Its author did not say it to the bot: nobody is to find it among what was asked.
      isHidden: true,
      audience: 'all-unless-unknown',
    } as const;
    const laidOut = await answerFor(call, asked, interaction);
    const channel = laidOut.answer.isPrivate ? null : writableChannel(interaction);
    if (channel === null) await answerHere(interaction, laidOut, call);
    else await answerThere(interaction, { laidOut, channel }, call);
  },
};

/** Null where the bot is not a member, or may not write. */
function writableChannel({
  channel,
  appPermissions,
}: MessageContextMenuCommandInteraction): SendableChannels | null {
  if (!channel?.isSendable()) return null;
  const writing = channel.isThread() ? 'SendMessagesInThreads' : 'SendMessages';
  return appPermissions.has(['ViewChannel', writing, 'EmbedLinks', 'ReadMessageHistory']) ? channel : null;
}

async function answerThere(
  interaction: MessageContextMenuCommandInteraction,
  { laidOut, channel }: { readonly laidOut: LaidOutAnswer; readonly channel: SendableChannels },
  call: Call,
): Promise<void> {
  const { content, answer } = laidOut;
  // Posting may have to wait for its turn, longer than Discord waits for a first response.
  await deferPrivately(interaction);
  const { id, targetId } = interaction;
  const messageReference = { messageReference: targetId, failIfNotExists: false };
  const sent = channel.send(once({ ...reply(content), reply: messageReference }, 'answer', id));
  const isIt = ({ reference }: Message) => reference?.messageId === targetId;
  const message = await confirmPosted(sent, { channel, after: id, isIt });
  await rememberMessage(call, answer, message.id);
  const words = call.texts.notices.answered(`<${message.url}>`);
  await interaction.editReply(reply({ content: words, embeds: [] }));
}

async function answerHere(
  interaction: MessageContextMenuCommandInteraction,
  { content, answer }: LaidOutAnswer,
  call: Call,
): Promise<void> {
  const sent = answer.isPrivate ? privateReply(content) : reply(content);
  const messageId = await respond(interaction, sent, call.texts);
  if (messageId !== null) await rememberMessage(call, answer, messageId);
}
