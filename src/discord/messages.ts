import type { Message } from 'discord.js';
import { rememberMessage } from '../requests/answer-member.ts';
import { UserFacingError } from '../requests/user-facing-error.ts';
import { textsFor } from '../wording/languages.ts';
import { answerFor } from './answering.ts';
import type { BotContext, Call } from './context.ts';
import { helpCard } from './help-card.ts';
import { reply } from './replies.ts';

/** Seen beside a question that came too soon: a message cannot be answered to one person alone. */
const TOO_SOON = '⏳';

/**
 * Answers a message that mentions the bot, replies to one of its answers, or is written to it, and never rejects: the one
 * boundary round everything that messages set off. Others, and those of bots and webhooks, are let pass.
 */
export async function handleMessage(message: Message, context: BotContext): Promise<void> {
  if (!isForUs(message)) return;
  const call = { ...context, texts: textsFor(message.guild?.preferredLocale) };
  try {
    await answer(message, call);
  } catch (error) {
    await answerFailure(message, error, call);
  }
}

function isForUs({ author, webhookId, client, guildId, mentions }: Message): boolean {
  if (author.bot || webhookId !== null) return false;
  return guildId === null || mentions.has(client.user, { ignoreEveryone: true, ignoreRoles: true });
}

async function answer(message: Message, call: Call): Promise<void> {
  const question = withoutMention(message);
  if (question === '') {
    await message.reply(reply({ embeds: [helpCard(call.texts)] }));
    return;
  }
  const { answer: told, content } = await answerFor(call, {
    question,
    askerId: message.author.id,
    guildId: message.guildId,
    channelId: message.channelId,
    isThread: message.channel.isThread(),
    repliesTo: message.reference?.messageId ?? null,
    isPrivate: () => false,
  });
  const sent = await message.reply({ ...reply(content), failIfNotExists: false });
  await rememberMessage(call, told, sent.id);
}

/** What is said beside naming the bot. */
function withoutMention({ content, client }: Message): string {
  return content.replaceAll(new RegExp(`<@!?${client.user.id}>`, 'g'), ' ').trim();
}

async function answerFailure(
  message: Message,
  error: unknown,
  { log, newErrorId, texts }: Call,
): Promise<void> {
  const id = newErrorId();
  const isTooSoon = error instanceof UserFacingError && error.refusal?.kind === 'cooling-down';
  if (isTooSoon) log.info({ code: error.code }, 'refused');
  else log.error({ err: error, id }, 'message failed');
  try {
    if (isTooSoon) await message.react(TOO_SOON);
    else await message.reply(reply({ content: texts.notices.failed(id), embeds: [] }));
  } catch (failed) {
    log.warn({ err: failed, id }, 'the failure could not be told');
  }
}
