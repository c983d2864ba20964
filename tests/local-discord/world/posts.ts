import { readMessage } from '../rules/body-views.ts';
import { channelType, intent } from '../wire-values.ts';
import { canBotSee } from './access.ts';
import { buildChannelPayload, type Channel } from './channels.ts';
import { announce } from './message-events.ts';
import { makeMessage } from './messages.ts';
import { buildUserPayload, type Person } from './people.ts';
import { findAudience } from './pings.ts';
import type { World } from './world.ts';

/** A post that a person writes in a forum. */
export interface WrittenPost {
  readonly forum: Channel;
  readonly title: string;
  /** The ready-made member when absent; the bot itself is a person too. */
  readonly user?: Person;
  /** The text of its first message. */
  readonly text?: string;
  /** How long ago it was written, in milliseconds; now when absent. Its id tells. */
  readonly ageMs?: number;
  /** Whether its first message comes later, with `addFirstMessage`: its files are still being uploaded. */
  readonly isUploading?: boolean;
}

/**
 * Starts a post and tells the bot, first of the thread and then of its first message, which has the same id.
 *
 * @see https://docs.discord.com/developers/topics/threads#forums
 */
export function startPost(world: World, post: WrittenPost): Channel {
  const { forum, title, user = world.people.member, ageMs = 0, isUploading = false } = post;
  const thread = {
    id: ageMs === 0 ? world.newId() : String(BigInt(world.newId()) - (BigInt(ageMs) << 22n)),
    name: title,
    type: channelType.publicThread,
    guildId: forum.guildId ?? '',
    parentId: forum.id,
    ownerId: user.id,
  };
  world.channels.set(thread.id, thread);
  announceThread(world, thread);
  if (!isUploading) addFirstMessage(world, thread, post);
  return thread;
}

/**
 * Tells the bot of a new thread.
 *
 * @see https://docs.discord.com/developers/events/gateway-events#thread-create
 */
export function announceThread(world: World, thread: Channel): void {
  if (!canBotSee(world, thread)) return;
  const data = { ...buildChannelPayload(world, thread), newly_created: true };
  world.dispatch({ name: 'THREAD_CREATE', intents: intent.guilds, buildData: () => data });
}

/** Lets the author's first message of a post arrive. */
export function addFirstMessage(
  world: World,
  channel: Channel,
  { user = world.people.member, text = 'See the title.' }: Pick<WrittenPost, 'user' | 'text'>,
): void {
  const message = makeMessage(readMessage({ content: text }), {
    id: channel.id,
    channel,
    author: buildUserPayload(user),
    at: world.now(),
    audience: findAudience(world, channel, user),
  });
  world.messages.set(message.id, { message, channel });
  announce(world, 'MESSAGE_CREATE', { message, channel, author: user });
}

/** Whether the thread is a post whose author's first message is not there yet. */
export function isPostWithoutMessage({ channels, messages }: World, { id, parentId }: Channel): boolean {
  return channels.get(parentId ?? '')?.type === channelType.forum && !messages.has(id);
}
