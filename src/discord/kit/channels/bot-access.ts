import { ChannelType, type Guild } from 'discord.js';
import { listParentIds } from './channel-context.ts';

/** What the bot may do in a server, as far as can be told beforehand. */
export interface BotAccess {
  /** Whether it may write in a channel. */
  readonly mayWrite: (channelId: string) => boolean;
  /** What a channel hangs under, the nearest first: a thread's channel, and the category. */
  readonly parentsOf: (channelId: string) => readonly string[];
  /** Whether it is none but a category of channels. */
  readonly isCategory: (channelId: string) => boolean;
  /** Whether a card would be shown there; Discord leaves it out without a word otherwise. */
  readonly mayShowCards: (channelId: string) => boolean;
  /**
   * Whether a role is pinged there: one that not everyone may mention is named, but nobody hears of it, unless the bot may mention
   * everyone. What is permitted in the whole server counts where no channel is chosen; a channel may still take it away.
   */
  readonly mayCall: (roleId: string, channelId: string | null) => boolean;
}

/** Nothing where a server has the commands without the bot, or the server is not known. */
export function readBotAccess(guild: Guild | null): BotAccess {
  const bot = guild?.members.me ?? null;
  const channelOf = (id: string) => guild?.channels.resolve(id) ?? null;
  const permissionsIn = (id: string) => (bot === null ? null : channelOf(id)?.permissionsFor(bot));
  return {
    mayWrite(id) {
      const writing = channelOf(id)?.isThread() ? 'SendMessagesInThreads' : 'SendMessages';
      return permissionsIn(id)?.has(['ViewChannel', writing]) ?? false;
    },
    parentsOf: (id) => listParentIds(channelOf(id)),
    isCategory: (id) => channelOf(id)?.type === ChannelType.GuildCategory,
    mayShowCards: (id) => permissionsIn(id)?.has('EmbedLinks') ?? false,
    mayCall(roleId, channelId) {
      const may = channelId === null ? bot?.permissions : permissionsIn(channelId);
      const isForAllToCall = guild?.roles.resolve(roleId)?.mentionable ?? true;
      return isForAllToCall || (may?.has('MentionEveryone') ?? false);
    },
  };
}
