import type { Message } from 'discord.js';
import type { Door } from '../../monitoring/measures.ts';
import { admit, rememberMessage } from '../../requests/asking/answer-member.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { describeRefusal } from '../../wording/refusals.ts';
import { composeAnswer } from '../answers/compose-answer.ts';
import { buildInvitation } from '../answers/invitation.ts';
import { readAskContext } from '../kit/channels/channel-context.ts';
import { readAccessForAll } from '../kit/channels/reader-access.ts';
import { type BotContext, createRequestContext, type RequestContext } from '../kit/context.ts';
import { createErrorId, isOutOfReach, isReplyRefused } from '../kit/failures.ts';
import { logRefused } from '../kit/log.ts';
import { extractQuestion } from '../kit/markdown/markdown.ts';
import { addNonce, confirmPosted } from '../kit/posting.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';
import { react, refuseBriefly, SIGNS, SILENT } from './brief-refusal.ts';

/**
 * Answers a message that mentions the bot, replies to one of its answers, or is a direct message to it. Ignores other messages, and those
 * of bots, webhooks and Discord itself. Catches every error while answering. It rejects only when nobody can tell whether a message is
 * for the bot: people who did not ask must not see an apology.
 */
export async function handleMessage(message: Message, context: BotContext): Promise<void> {
  if (!isForBot(message)) return;
  try {
    await answer(message, await readContext(message, context));
  } catch (error) {
    await answerFailure(message, error, context);
  }
}

function readContext({ guildId, guild }: Message, context: BotContext): Promise<RequestContext> {
  return createRequestContext(context, guildId, [guild?.preferredLocale]);
}

function isForBot(message: Message): boolean {
  return isByMember(message) && (message.guildId === null || mentionsBot(message));
}

/** Returns whether a person wrote a message, and not a bot, a webhook or Discord itself. */
export function isByMember({ author, webhookId, system }: Message): boolean {
  return !author.bot && webhookId === null && !system;
}

/** Returns whether a message mentions the bot itself; mentions of everyone and of its roles do not count. */
export function mentionsBot({ client, mentions }: Message): boolean {
  return client.user !== null && mentions.has(client.user, { ignoreEveryone: true, ignoreRoles: true });
}

async function answer(message: Message, context: RequestContext): Promise<void> {
  const question = extractQuestion(message.content);
  const asker = { askerId: message.author.id, ...readAskContext(message), audience: 'all' } as const;
  if (question === '') {
    admit(context, asker);
    const invitation = await buildInvitation(
      context.texts.answer.hello,
      { guildId: message.guildId, readers: readAccessForAll(message) },
      context,
    );
    await respond(message, () => invitation);
    return;
  }
  const door: Door = message.guildId === null ? 'direct-message' : 'mention';
  const request = { question, door, ...asker, repliesTo: readRepliedTo(message) };
  const { answer: told, composeCard } = await composeAnswer(context, request, message);
  const sent = await respond(message, composeCard);
  await rememberMessage(context, told, sent.id);
}

/** Composes a message, for when it stands below the message that it replies to and for when it does not. */
type ComposeReply = (place: { readonly isReply: boolean }) => ReplyContent;

/**
 * Replies to a message, even if it has been deleted meanwhile. A message gets at most one reply: when an unconfirmed answer has arrived, no
 * apology is added.
 */
function respond(message: Message, compose: ComposeReply): Promise<Message> {
  const { channel, id } = message;
  const isIt = ({ reference }: Message): boolean => reference?.messageId === id;
  return confirmPosted(post(message, compose), { channel, after: id, isIt });
}

async function post(message: Message, compose: ComposeReply): Promise<Message> {
  const { channel, id } = message;
  const build = (isReply: boolean) => addNonce(buildReply(compose({ isReply })), 'reply', id);
  try {
    return await message.reply({ ...build(true), failIfNotExists: false });
  } catch (error) {
    // Without the permission to read the history, Discord refuses replies.
    if (!isReplyRefused(error) || !channel.isSendable()) throw error;
    return channel.send(build(false));
  }
}

/** Returns the id of the message that was replied to, or null if another member wrote it. */
function readRepliedTo({ reference, mentions, client }: Message): string | null {
  const isOthers = mentions.repliedUser !== null && mentions.repliedUser.id !== client.user?.id;
  return isOthers ? null : (reference?.messageId ?? null);
}

async function answerFailure(message: Message, error: unknown, context: BotContext): Promise<void> {
  const { log, measures, random } = context;
  if (isOutOfReach(error)) {
    log.warn({ err: error }, 'message not answered');
    await react(message, SILENT, context);
    return;
  }
  const id = createErrorId(random);
  const isForMember = error instanceof UserFacingError;
  if (isForMember) logRefused(log, error, { id });
  else {
    log.error({ err: error, id }, 'message failed');
    measures.countFailure('message');
  }
  try {
    const requestContext = await readContext(message, context);
    if (isForMember && SIGNS[error.code] !== undefined) {
      await refuseBriefly(message, error, requestContext);
      return;
    }
    const { texts } = requestContext;
    const isRefused = isForMember && error.refusal !== null;
    const words = isRefused ? describeRefusal(error.refusal, texts) : texts.notices.failed({ id });
    await respond(message, () => ({ content: words }));
  } catch (failed) {
    log.warn({ err: failed, id }, 'the failure could not be told');
  }
}
