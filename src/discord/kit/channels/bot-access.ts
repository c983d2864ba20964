import { ChannelType, type Guild } from 'discord.js';
import { listParentIds } from './channel-context.ts';
import { isSeenByMembers } from './channel-visibility.ts';

/** What the bot may do in the channels of a server, as far as its permissions tell. */
export interface BotAccess {
  /** Returns whether the bot may write in a channel. */
  readonly canWrite: (channelId: string) => boolean;
  /** Returns whether the bot may write in the threads of a channel. */
  readonly canWriteInThreads: (channelId: string) => boolean;
  /** Returns the ids of a channel's parents, nearest first: the channel of a thread, then the category. */
  readonly listParentIds: (channelId: string) => readonly string[];
  /** Returns whether the id belongs to a category of channels. */
  readonly isCategory: (channelId: string) => boolean;
  /** Returns whether all ordinary members of the server may read a channel. */
  readonly isSeenByMembers: (channelId: string) => boolean;
  /**
   * Returns whether a mention of a role pings its members in a channel. A role that not everyone may mention is shown, but pings nobody,
   * unless the bot may mention everyone. Without a channel, the permissions in the whole server count; a channel may still deny them.
   */
  readonly canPing: (roleId: string, channelId: string | null) => boolean;
}

/** Returns what the bot may do in a server: nothing when the server has the commands without the bot, or is unknown. */
export function readBotAccess(guild: Guild | null): BotAccess {
  const bot = guild?.members.me ?? null;
  const findChannel = (id: string) => guild?.channels.resolve(id) ?? null;
  const readPermissions = (id: string) => (bot === null ? null : findChannel(id)?.permissionsFor(bot));
  return {
    canWrite(id) {
      const writing = findChannel(id)?.isThread() ? 'SendMessagesInThreads' : 'SendMessages';
      return readPermissions(id)?.has(['ViewChannel', writing]) ?? false;
    },
    canWriteInThreads: (id) => readPermissions(id)?.has(['ViewChannel', 'SendMessagesInThreads']) ?? false,
    listParentIds: (id) => listParentIds(findChannel(id)),
    isCategory: (id) => findChannel(id)?.type === ChannelType.GuildCategory,
    isSeenByMembers: (id) => isSeenByMembers(findChannel(id)),
    canPing(roleId, channelId) {
      const permissions = channelId === null ? bot?.permissions : readPermissions(channelId);
      const isMentionable = guild?.roles.resolve(roleId)?.mentionable ?? true;
      return isMentionable || (permissions?.has('MentionEveryone') ?? false);
    },
  };
}
