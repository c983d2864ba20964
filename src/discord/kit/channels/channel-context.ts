import type { Channel, Interaction, Message } from 'discord.js';
import type { ReaderAccess } from '../../../knowledge/article/limits.ts';
import type { MemberAskRequest } from '../../../requests/asking/member-ask-request.ts';
import type { ChannelContext } from '../../../requests/kit/speaking.ts';
import { createRefusal } from '../../../requests/kit/user-facing-error.ts';
import { isSeenByMembers } from './channel-visibility.ts';
import { type ReaderSource, readReaderAccess } from './reader-access.ts';

type AskContext = Pick<MemberAskRequest, keyof ChannelContext | 'isThread' | 'isConfidential'>;

/** A message or an interaction, with the member who asks in it. */
type AskSource = ChannelSource & ReaderSource;

/** A message or an interaction, with the channel that it comes from. */
interface ChannelSource {
  readonly guildId: string | null;
  readonly channelId: string;
  readonly channel: Interaction['channel'] | Message['channel'];
}

/** Returns the server, channel and thread that a message or an interaction comes from. */
export function readChannelContext({ guildId, channelId, channel }: ChannelSource): AskContext {
  return {
    guildId,
    channelId,
    parentIds: listParentIds(channel),
    isThread: channel?.isThread() ?? false,
    isConfidential: !isSeenByMembers(channel),
  };
}

/** Returns the same, with what the asker may read there. */
export function readAskContext(source: AskSource): AskContext & { readonly access: ReaderAccess } {
  return { ...readChannelContext(source), access: readReaderAccess(source) };
}

/** Returns the ids of a channel's parents, nearest first: the channel of a thread, then the category. */
export function listParentIds(channel: Channel | null): readonly string[] {
  if (channel === null || channel.isDMBased() || channel.parentId === null) return [];
  return [channel.parentId, ...listParentIds(channel.parent)];
}

/**
 * Returns the id of the server that a command or a component for moderators comes from. Discord offers these in servers only, but a client
 * may send them from elsewhere, where nobody is a moderator.
 *
 * @throws {UserFacingError} `not-a-moderator` outside servers
 */
export function requireGuildId({ guildId }: Pick<ChannelSource, 'guildId'>): string {
  if (guildId === null) throw createRefusal({ kind: 'not-a-moderator' });
  return guildId;
}
