import type { Message } from 'discord.js';
import type { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { describeRefusal } from '../../wording/refusals.ts';
import type { BotContext, RequestContext } from '../kit/context.ts';
import { isOutOfReach } from '../kit/failures.ts';
import { addNonce } from '../kit/posting.ts';
import { buildReply } from '../kit/replies.ts';

/** The sign for a message in a channel where the bot may not write. */
export const SILENT = '🔇';

/** The signs for refusals that a message may cause again and again: it came too soon, or the bot is set to be silent there. */
export const SIGNS: Readonly<Record<string, string>> = { 'cooling-down': '⏳', 'not-here': SILENT };

/** Everyone sees the line and every message may cause one, so a channel never shows two, and each member gets few. */
const LINE_RATES = {
  channel: { burst: 1, everyMs: 10_000 },
  member: { burst: 2, everyMs: 60_000 },
} as const;
const MAX_CHANNELS_NAMED = 3;

/**
 * Tells whoever wrote a message in a line why it is not answered, and deletes the line after ten seconds: a message cannot be answered to one
 * person alone. Reacts with a sign in place of a line that would be one too many, or that Discord refuses.
 */
export async function refuseBriefly(
  message: Message,
  error: UserFacingError,
  context: RequestContext,
): Promise<void> {
  const { author, channelId, guildId } = message;
  const { callCooldown, fleeting } = context;
  // A line that the channel has no room for costs the member nothing, nor one that the member has no more of the channel.
  const isFree = callCooldown.tryTakeAll([
    { key: `lines in ${channelId}`, rate: LINE_RATES.channel },
    { key: `${author.id} lines in ${guildId}`, rate: LINE_RATES.member },
  ]);
  if (isFree) {
    try {
      // Not the nonce of an answer, which another process may have posted: the line is deleted.
      const line = addNonce(buildReply({ content: describeBriefly(error, context) }), 'line', message.id);
      fleeting.add(await message.reply({ ...line, failIfNotExists: false }));
      return;
    } catch (failed) {
      if (!isOutOfReach(failed)) throw failed;
    }
  }
  await react(message, SIGNS[error.code] ?? SILENT, context);
}

function describeBriefly(
  { code, refusal, message }: UserFacingError,
  { settings, texts, commandLinks }: RequestContext,
): string {
  if (code !== 'not-here') return refusal === null ? message : describeRefusal(refusal, texts);
  const { answersMentions, mentionChannelIds, speakChannelIds } = settings;
  const ids = mentionChannelIds.length === 0 ? speakChannelIds : mentionChannelIds;
  const channels = ids.slice(0, MAX_CHANNELS_NAMED).map((id) => `<#${id}>`);
  const { mentionsElsewhere, noMentionsHere } = texts.notices;
  const words =
    answersMentions && channels.length > 0
      ? mentionsElsewhere({ channels: channels.join(', ') })
      : noMentionsHere;
  return commandLinks.link(words, texts);
}

/** Everyone sees the reactions, and every message may cause one, so each member gets only a few. */
const REACTION_RATE = { burst: 3, everyMs: 20_000 };

/** Reacts to a message, unless its author has got many signs lately. */
export async function react(
  message: Message,
  emoji: string,
  { log, callCooldown }: Pick<BotContext, 'log' | 'callCooldown'>,
): Promise<void> {
  const { author, guildId } = message;
  if (!callCooldown.tryTake(`${author.id} signs in ${guildId}`, REACTION_RATE)) return;
  try {
    await message.react(emoji);
  } catch (err) {
    log.warn({ err }, 'the failure could not be told');
  }
}
