import { CreatePrivateChannelRequestSchema } from 'discord-api-spec/zod';
import { fieldsOf } from '../fields.ts';
import { schemaBreaches } from '../rules/schema-check.ts';
import { messageFlag } from '../wire-values.ts';
import { type Channel, dmChannelPayload, guildChannelPayload } from '../world/guilds.ts';
import { dmChannel } from '../world/make-world.ts';
import { announce } from '../world/message-events.ts';
import { makeMessage } from '../world/messages.ts';
import { userPayload } from '../world/people.ts';
import type { StoredMessage, World } from '../world/world.ts';
import { notTheAuthor, unknownChannel, unknownMessage, unknownUser } from './api-error.ts';
import { checkedMessage, messageSchema, refuseBroken } from './body-check.ts';
import { removeMessage, storeEdit } from './interaction-messages.ts';
import { type Answer, type ApiRequest, noContent, ok, type Route, route } from './route.ts';

/** Channels, and messages that are not answers to interactions. */
export const channelRoutes: readonly Route[] = [
  route('GET', '/channels/:channel', (request, world) => ok(channelPayload(channelOf(request, world)))),
  route('POST', '/channels/:channel/typing', (request, world) => {
    channelOf(request, world);
    return noContent;
  }),
  route('POST', '/channels/:channel/messages', post),
  route('GET', '/channels/:channel/messages/:message', (request, world) =>
    ok(storedMessage(request, world).message),
  ),
  route('PATCH', '/channels/:channel/messages/:message', edit),
  route('DELETE', '/channels/:channel/messages/:message', remove),
  route('POST', '/users/@me/channels', openDm),
];

function channelOf(request: ApiRequest, world: World): Channel {
  const channel = world.channels.get(request.param('channel'));
  if (!channel) throw unknownChannel();
  return channel;
}

function channelPayload(channel: Channel): object {
  return channel.recipient
    ? dmChannelPayload(channel, userPayload(channel.recipient))
    : guildChannelPayload(channel);
}

function storedMessage(request: ApiRequest, world: World): StoredMessage {
  const channel = channelOf(request, world);
  const stored = world.messages.get(request.param('message'));
  // Ephemeral messages exist for their interaction's webhook only.
  const isHidden = stored && stored.message.flags & messageFlag.ephemeral;
  if (!stored || isHidden || stored.channel.id !== channel.id) throw unknownMessage();
  return stored;
}

function post(request: ApiRequest, world: World): Answer {
  const channel = channelOf(request, world);
  const body = checkedMessage({ request, world, schema: messageSchema.post });
  const { message_reference: reference } = request.body;
  const { message_id: answered } = fieldsOf(reference);
  const extra =
    typeof answered === 'string'
      ? { message_reference: { message_id: answered, channel_id: channel.id } }
      : {};
  const frame = { id: world.newId(), channel, author: world.bot, at: world.now(), extra };
  const message = makeMessage(body, frame);
  world.messages.set(message.id, { message, channel });
  announce(world, 'MESSAGE_CREATE', { message, channel, author: world.bot });
  return ok(message);
}

function edit(request: ApiRequest, world: World): Answer {
  const stored = storedMessage(request, world);
  if (stored.message.author.id !== world.bot.id) throw notTheAuthor();
  const merged = checkedMessage({ request, world, schema: messageSchema.edit }, stored.message);
  return ok(storeEdit(world, stored, merged));
}

function remove(request: ApiRequest, world: World): Answer {
  removeMessage(world, storedMessage(request, world));
  return noContent;
}

function openDm(request: ApiRequest, world: World): Answer {
  refuseBroken(request, world, schemaBreaches(CreatePrivateChannelRequestSchema, request.body));
  const { recipient_id: recipientId } = request.body;
  const person = Object.values(world.people).find(({ id }) => id === recipientId);
  if (!person) throw unknownUser();
  return ok(channelPayload(dmChannel(world, person)));
}
