import { channelType } from '../wire-values.ts';
import { buildUserPayload, type Person } from './people.ts';
import { permission } from './permissions.ts';
import type { World } from './world.ts';

/** A place for messages. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  /** One of `channelType`. */
  readonly type: number;
  /** Absent for direct messages and groups. */
  readonly guildId?: string;
  /** The channel that a thread hangs under. */
  readonly parentId?: string;
  /** Who started a thread; the bot when absent. */
  readonly ownerId?: string;
  /** The other side of a direct message with the bot. */
  readonly recipient?: Person;
}

type Permitting = Pick<World, 'bot' | 'overwrites' | 'hiddenChannels'>;

/** The channel as Discord sends it. */
export function buildChannelPayload(world: Permitting, channel: Channel): object {
  switch (channel.type) {
    case channelType.dm:
    case channelType.groupDm:
      return privatePayload(channel);
    case channelType.publicThread:
      return threadPayload(channel, world.bot);
    case channelType.forum:
      return { ...textPayload(channel, world), ...forumFields };
    default:
      return textPayload(channel, world);
  }
}

function privatePayload({ id, type, name, recipient }: Channel) {
  const recipients = recipient ? [buildUserPayload(recipient)] : [];
  const group = type === channelType.groupDm ? { name, icon: null } : {};
  return { id, type, ...group, flags: 0, last_message_id: null, recipients };
}

function textPayload(channel: Channel, world: Permitting) {
  const { id, type, name, guildId } = channel;
  return {
    id,
    type,
    guild_id: guildId,
    name,
    topic: null,
    position: 0,
    parent_id: null,
    permission_overwrites: overwritePayloads(channel, world),
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    flags: 0,
  };
}

/** What a forum has besides the fields of a text channel. */
const forumFields = {
  available_tags: [],
  default_reaction_emoji: null,
  default_sort_order: null,
  default_forum_layout: 0,
};

const ROLE_OVERWRITE = 0;
const MEMBER_OVERWRITE = 1;

function overwritePayloads({ id, guildId }: Channel, { bot, overwrites, hiddenChannels }: Permitting) {
  const isHidden = hiddenChannels.has(id);
  const { allow = 0n, deny = 0n } = overwrites.get(id) ?? {};
  const allowed = isHidden ? allow | permission.viewChannel : allow;
  return [
    // @everyone has the guild's own id.
    ...(isHidden
      ? [{ id: guildId, type: ROLE_OVERWRITE, allow: '0', deny: String(permission.viewChannel) }]
      : []),
    ...(hiddenChannels.get(id) ?? []).map((role) => ({
      id: role.id,
      type: ROLE_OVERWRITE,
      allow: String(permission.viewChannel),
      deny: '0',
    })),
    ...(isHidden || overwrites.has(id)
      ? [{ id: bot.id, type: MEMBER_OVERWRITE, allow: String(allowed), deny: String(deny) }]
      : []),
  ];
}

/** A thread that nobody has archived and the bot has not joined. */
function threadPayload({ id, type, name, guildId, parentId, ownerId }: Channel, bot: Person) {
  return {
    id,
    type,
    guild_id: guildId,
    name,
    parent_id: parentId,
    owner_id: ownerId ?? bot.id,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    rate_limit_per_user: 0,
    flags: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: '2026-01-01T00:00:00.000000+00:00',
      create_timestamp: '2026-01-01T00:00:00.000000+00:00',
      locked: false,
    },
  };
}
