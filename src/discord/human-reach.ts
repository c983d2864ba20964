import type { ChatInputCommandInteraction } from 'discord.js';

/** Whether questions for people get where they are to go, as far as can be told beforehand. */
export interface HumanReach {
  readonly mayWrite: boolean;
  /** Whether a card would be shown there; Discord leaves it out without a word otherwise. */
  readonly mayShowCards: boolean;
  /** A role that not everyone may mention is named, but nobody hears of it, unless the bot may mention everyone. */
  readonly mayCall: boolean;
}

/**
 * What the bot may do with the channel and the role that an option of `/settings` names. Permissions of a whole server count where no channel is chosen,
 * since questions stay where they were asked then; a channel may still take them away.
 */
export function humanReach({ guild, options }: ChatInputCommandInteraction): HumanReach {
  const chosen = options.getChannel('channel')?.id;
  const channel = chosen === undefined ? undefined : guild?.channels.resolve(chosen);
  // Null too where a server has the commands without the bot.
  const bot = guild?.members.me ?? null;
  const may = chosen === undefined ? bot?.permissions : bot && channel?.permissionsFor(bot);
  const writing = channel?.isThread() ? 'SendMessagesInThreads' : 'SendMessages';
  const isForAllToCall = options.getRole('role')?.mentionable ?? true;
  return {
    mayWrite: may?.has(['ViewChannel', writing]) ?? false,
    mayShowCards: may?.has('EmbedLinks') ?? false,
    mayCall: isForAllToCall || (may?.has('MentionEveryone') ?? false),
  };
}
