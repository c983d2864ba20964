import { channelType } from '../wire-values.ts';
import type { Channel } from './channels.ts';
import { type GuildRoles, makeRoles } from './roles.ts';
import type { NewId } from './snowflakes.ts';

/** A guild with two text channels, a thread, a forum and two roles. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly createdAt: string;
  /** The text channel in which everything happens unless a test says otherwise. */
  readonly channel: Channel;
  readonly secondChannel: Channel;
  /** A public thread under `channel`. */
  readonly thread: Channel;
  /** A forum, in which each thread is a post. */
  readonly forum: Channel;
  readonly roles: GuildRoles;
  /** Where Discord welcomes new members; null for none. */
  readonly systemChannel: Channel | null;
}

/** What a test may say of a guild. */
export interface GuildSpec {
  readonly name: string;
  /** Preferred locale; `en-US` when absent. */
  readonly locale?: string;
  /** Made when absent. It decides which shard serves the guild. */
  readonly id?: string;
  /** Whether the second channel is the one where Discord welcomes new members; otherwise none is. */
  readonly hasSystemChannel?: boolean;
}

export function makeGuild(newId: NewId, spec: GuildSpec, now: number): Guild {
  const { name, locale = 'en-US', id = newId() } = spec;
  const { text, publicThread, forum: forumType } = channelType;
  const channel = { id: newId(), name: 'general', type: text, guildId: id };
  const secondChannel = { id: newId(), name: 'help', type: text, guildId: id };
  const thread = { id: newId(), name: 'a thread', type: publicThread, guildId: id, parentId: channel.id };
  const forum = { id: newId(), name: 'questions', type: forumType, guildId: id };
  return {
    id,
    name,
    locale,
    createdAt: new Date(now).toISOString(),
    channel,
    secondChannel,
    thread,
    forum,
    roles: makeRoles(newId),
    systemChannel: spec.hasSystemChannel === true ? secondChannel : null,
  };
}

/** The text channels of the guild, its thread and its forum. */
export function listChannels({ channel, secondChannel, thread, forum }: Guild): readonly Channel[] {
  return [channel, secondChannel, thread, forum];
}
