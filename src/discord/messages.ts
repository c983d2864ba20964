import type { Message } from 'discord.js';
import { admit, rememberMessage } from '../requests/answer-member.ts';
import { UserFacingError } from '../requests/user-facing-error.ts';
import type { Texts } from '../wording/texts.ts';
import { answerFor } from './answering.ts';
import type { BotContext, Call } from './context.ts';
import { isOutOfReach } from './failures.ts';
import { helpCard } from './help-card.ts';
import { once } from './once.ts';
import { placeOf } from './place.ts';
import { confirmPosted } from './posted.ts';
import { questionIn } from './question-in.ts';
import { type ReplyContent, reply } from './replies.ts';
import { textsIn } from './texts-in.ts';

/** Seen beside a question that is not answered, since a message cannot be answered to one person alone: it came too soon, or the bot is silent there. */
const SIGNS: Readonly<Record<string, string>> = { 'cooling-down': '⏳', 'not-here': '🔇' };

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
  return textsIn(context, guildId, guild?.preferredLocale);
}

function isForUs({ author, webhookId, system, client, guildId, mentions }: Message): boolean {
  if (author.bot || webhookId !== null || system) return false;
  return guildId === null || mentions.has(client.user, { ignoreEveryone: true, ignoreRoles: true });
}

async function answer(message: Message, call: Call): Promise<void> {
  const question = questionIn(message.content);
  const asker = { askerId: message.author.id, ...placeOf(message), audience: 'all' } as const;
  if (question === '') {
    await admit(call, asker);
    await respond(message, { embeds: [helpCard(call.texts)] });
    return;
  }
  const { answer: told, content } = await answerFor(call, {
    question,
    ...asker,
    repliesTo: repliedTo(message),
  });
  const sent = await respond(message, content);
  await rememberMessage(call, told, sent.id);
}

/**
 * Replies, also where the message has been deleted meanwhile. A message gets one reply at most: where an answer has arrived though
 * Discord did not confirm it, no apology is added.
 */
function respond(message: Message, content: ReplyContent): Promise<Message> {
  const { channel, id } = message;
  const sent = message.reply(once({ ...reply(content), failIfNotExists: false }, 'reply', id));
  return confirmPosted(sent, { channel, after: id, isIt: ({ reference }) => reference?.messageId === id });
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
    return;
  }
  const id = newErrorId();
  const sign = error instanceof UserFacingError ? SIGNS[error.code] : undefined;
  if (sign !== undefined) log.info({ err: error }, 'refused');
  else log.error({ err: error, id }, 'message failed');
  try {
    if (sign !== undefined) await message.react(sign);
    else {
      const { notices } = await textsOf(message, context);
      await respond(message, { content: notices.failed(id), embeds: [] });
    }
  } catch (failed) {
    log.warn({ err: failed, id }, 'the failure could not be told');
  }
}
