import type { Message } from 'discord.js';
import { admit, rememberMessage } from '../../requests/asking/answer-member.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildHelpCard } from '../about/help-card.ts';
import { composeAnswer } from '../answers/compose-answer.ts';
import { canShowCards, readChannelContext } from '../kit/channels/channel-context.ts';
import { chooseTexts } from '../kit/choose-texts.ts';
import type { BotContext, RequestContext } from '../kit/context.ts';
import { isOutOfReach, isReplyRefused } from '../kit/failures.ts';
import { extractQuestion } from '../kit/markdown/extract-question.ts';
import { toPlainText } from '../kit/markdown/plain-text.ts';
import { addNonce, confirmPosted } from '../kit/posting.ts';
import { buildReply, type ReplyContent } from '../kit/replies.ts';

/** Seen beside a question that is not answered, since a message cannot be answered to one person alone: it came too soon, or the bot is silent there. */
const SILENT = '🔇';
const SIGNS: Readonly<Record<string, string>> = { 'cooling-down': '⏳', 'not-here': SILENT };

/**
 * Answers a message that mentions the bot, replies to one of its answers, or is written to it: the one boundary round everything that
 * messages set off. Others, and those of bots, webhooks and Discord itself, are let pass. It rejects only where it cannot be told
 * whether a message is for the bot: nobody who did not ask is to hear of that.
 */
export async function handleMessage(message: Message, context: BotContext): Promise<void> {
  if (!isForUs(message)) return;
  try {
    await answer(message, { ...context, texts: await textsOf(message, context) });
  } catch (error) {
    await answerFailure(message, error, context);
  }
}

function textsOf({ guildId, guild }: Message, context: BotContext): Promise<Texts> {
  return chooseTexts(context, guildId, guild?.preferredLocale);
}

function isForUs({ author, webhookId, system, client, guildId, mentions }: Message): boolean {
  if (author.bot || webhookId !== null || system) return false;
  return guildId === null || mentions.has(client.user, { ignoreEveryone: true, ignoreRoles: true });
}

async function answer(message: Message, context: RequestContext): Promise<void> {
  const question = extractQuestion(message.content);
  const asker = { askerId: message.author.id, ...readChannelContext(message), audience: 'all' } as const;
  if (question === '') {
    await admit(context, asker);
    await respond(message, { embeds: [buildHelpCard(context.texts)] });
    return;
  }
  const asked = { question, ...asker, repliesTo: repliedTo(message) };
  const { answer: told, content } = await composeAnswer(context, asked, message);
  const sent = await respond(message, content);
  await rememberMessage(context, told, sent.id);
}

/**
 * Replies, also where the message has been deleted meanwhile. A message gets one reply at most: where an answer has arrived though
 * Discord did not confirm it, no apology is added.
 */
function respond(message: Message, content: ReplyContent): Promise<Message> {
  const { channel, id } = message;
  const isIt = ({ reference }: Message): boolean => reference?.messageId === id;
  return confirmPosted(post(message, content), { channel, after: id, isIt });
}

async function post(message: Message, content: ReplyContent): Promise<Message> {
  const { channel, id } = message;
  const body = addNonce(buildReply(canShowCards(channel) ? content : toPlainText(content)), 'reply', id);
  try {
    return await message.reply({ ...body, failIfNotExists: false });
  } catch (error) {
    // Without a channel's history nothing can be replied to; the card names the question.
    if (!isReplyRefused(error) || !channel.isSendable()) throw error;
    return channel.send(body);
  }
}

/** The message that is replied to, unless it is known to be somebody else's. */
function repliedTo({ reference, mentions, client }: Message): string | null {
  const isOthers = mentions.repliedUser !== null && mentions.repliedUser.id !== client.user?.id;
  return isOthers ? null : (reference?.messageId ?? null);
}

async function answerFailure(message: Message, error: unknown, context: BotContext): Promise<void> {
  const { log, newErrorId } = context;
  if (isOutOfReach(error)) {
    log.warn({ err: error }, 'message not answered');
    await sign(message, SILENT, context);
    return;
  }
  const id = newErrorId();
  const emoji = error instanceof UserFacingError ? SIGNS[error.code] : undefined;
  if (emoji !== undefined) {
    log.info({ err: error }, 'refused');
    await sign(message, emoji, context);
    return;
  }
  if (error instanceof UserFacingError) log.info({ code: error.code }, 'refused');
  else log.error({ err: error, id }, 'message failed');
  try {
    const { notices, refusal } = await textsOf(message, context);
    const isRefused = error instanceof UserFacingError && error.refusal !== null;
    const words = isRefused ? refusal(error.refusal) : notices.failed(id);
    await respond(message, { content: words, embeds: [] });
  } catch (failed) {
    log.warn({ err: failed, id }, 'the failure could not be told');
  }
}

/** Signs are seen by all, and asked for by every message: whoever writes on and on gets a few only. */
const SIGN_RATE = { burst: 3, everyMs: 20_000 };

async function sign(message: Message, emoji: string, { log, callCooldown }: BotContext): Promise<void> {
  const { author, guildId } = message;
  if (!callCooldown.tryTake(`${author.id} signs in ${guildId}`, SIGN_RATE)) return;
  try {
    await message.react(emoji);
  } catch (err) {
    log.warn({ err }, 'the failure could not be told');
  }
}
