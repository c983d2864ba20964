import { channelType, messageFlag } from '../wire-values.ts';
import { canBotSee, findBotPermissions } from '../world/access.ts';
import type { Channel } from '../world/channels.ts';
import { permission } from '../world/permissions.ts';
import type { StoredMessage, World } from '../world/world.ts';
import { missingAccess, missingPermissions, unknownChannel, unknownMessage } from './api-error.ts';
import type { ApiRequest } from './route.ts';

/**
 * The channel in the path.
 *
 * @throws ApiError 10003 when there is none, 50001 when the bot has no access to it.
 */
export function requireChannel(request: ApiRequest, world: World): Channel {
  const channel = world.channels.get(request.param('channel'));
  if (!channel) throw unknownChannel();
  if (!canBotSee(world, channel)) throw missingAccess();
  return channel;
}

/** @throws ApiError 50013 when the bot lacks one of the permissions; direct messages ask for none. */
export function requirePermissions(world: World, channel: Channel, needed: bigint): void {
  if (channel.type === channelType.dm) return;
  if ((findBotPermissions(world, channel) & needed) !== needed) throw missingPermissions();
}

/** The permission to write in the channel. */
export function findSendPermission({ type }: Channel): bigint {
  return type === channelType.publicThread ? permission.sendMessagesInThreads : permission.sendMessages;
}

/**
 * The message in the path.
 *
 * @throws ApiError 10003, 50001 or 10008; ephemeral messages exist for their interaction's webhook only.
 */
export function requireMessage(request: ApiRequest, world: World): StoredMessage {
  const channel = requireChannel(request, world);
  const stored = findMessage(world, channel, request.param('message'));
  if (!stored) throw unknownMessage();
  return stored;
}

/** The message that everybody in the channel sees under this id. */
export function findMessage(world: World, channel: Channel, id: string): StoredMessage | undefined {
  const stored = world.messages.get(id);
  if (!stored || stored.channel.id !== channel.id) return undefined;
  return stored.message.flags & messageFlag.ephemeral ? undefined : stored;
}
