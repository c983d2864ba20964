import { fieldsOf } from '../fields.ts';
import type { MessageView } from '../rules/body-views.ts';
import { botPermissions } from '../world/access.ts';
import type { Channel } from '../world/channels.ts';
import { announce, messageForBot } from '../world/message-events.ts';
import { type Message, makeMessage } from '../world/messages.ts';
import { userPayload } from '../world/people.ts';
import { permission } from '../world/permissions.ts';
import { audienceOf } from '../world/pings.ts';
import type { World } from '../world/world.ts';
import { invalidForm, noReplyWithoutHistory, notInDms, notTheAuthor } from './api-error.ts';
import { checkedMessage, messageSchema } from './body-check.ts';
import {
  messageIn,
  requirePermissions,
  sendingBit,
  visibleChannel,
  visibleMessage,
} from './channel-access.ts';
import { removeMessage, storeEdit } from './interaction-messages.ts';
import { type Answer, type ApiRequest, noContent, ok, type Route, route } from './route.ts';

/** Messages that are not answers to interactions. */
export const messageRoutes: readonly Route[] = [
  route('POST', '/channels/:channel/messages', post),
  route('GET', '/channels/:channel/messages', list),
  route('GET', '/channels/:channel/messages/:message', get),
  route('PATCH', '/channels/:channel/messages/:message', edit),
  route('DELETE', '/channels/:channel/messages/:message', remove),
];

function post(request: ApiRequest, world: World): Answer {
  const channel = visibleChannel(request, world);
  requirePermissions(world, channel, sendingBit(channel));
  const body = checkedMessage({ request, world, schema: messageSchema.post, channelId: channel.id });
  requirePermissions(world, channel, neededFor(body));
  const before = postedBefore(request, world);
  if (before) return ok(messageForBot(world, before, world.mayReadContent));
  const message = makeMessage(body, {
    id: world.newId(),
    channel,
    author: userPayload(world.bot),
    at: world.now(),
    audience: audienceOf(world, channel, world.bot),
    answered: answeredMessage(request, world, channel),
  });
  world.messages.set(message.id, { message, channel, nonce: nonceOf(request) });
  announce(world, 'MESSAGE_CREATE', { message, channel, author: world.bot });
  return ok(messageForBot(world, message, world.mayReadContent));
}

/** “The past few minutes”, in Discord's words. */
const NONCE_IS_KNOWN_MS = 3 * 60_000;

/**
 * The message that a body with `enforce_nonce` repeats, which is returned instead of a second one.
 *
 * @see https://docs.discord.com/developers/resources/message#create-message
 */
function postedBefore(request: ApiRequest, world: World): Message | undefined {
  const nonce = nonceOf(request);
  if (request.body['enforce_nonce'] !== true || nonce === undefined) return undefined;
  const since = world.now() - NONCE_IS_KNOWN_MS;
  const stored = [...world.messages.values()].find(
    ({ message, ...other }) => other.nonce === nonce && Date.parse(message.timestamp) >= since,
  );
  return stored?.message;
}

function nonceOf({ body: { nonce } }: ApiRequest): string | undefined {
  return typeof nonce === 'string' || typeof nonce === 'number' ? String(nonce) : undefined;
}

function neededFor({ embeds, attachments }: MessageView): bigint {
  const forEmbeds = embeds.length > 0 ? permission.embedLinks : 0n;
  return attachments.length > 0 ? forEmbeds | permission.attachFiles : forEmbeds;
}

/**
 * The message that the body replies to; undefined for none, and for one that is gone when that may be.
 *
 * @throws ApiError 160002 without the permission to read it, 50035 when it is gone and must not be.
 */
function answeredMessage(request: ApiRequest, world: World, channel: Channel): Message | undefined {
  const { message_reference: reference } = request.body;
  const { message_id: id, fail_if_not_exists: mustExist } = fieldsOf(reference);
  if (typeof id !== 'string') return undefined;
  const mayReadBack = botPermissions(world, channel) & permission.readMessageHistory;
  if (channel.guildId !== undefined && !mayReadBack) throw noReplyWithoutHistory();
  const answered = messageIn(world, channel, id)?.message;
  if (!answered && mustExist !== false) throw unknownReference();
  return answered;
}

/** Not recorded as a broken rule: the message may have been deleted while the bot was answering. */
function unknownReference() {
  const place = { rule: 'reply-target', path: ['message_reference'], detail: 'Unknown message' };
  return invalidForm([{ ...place, code: 'REPLIES_UNKNOWN_MESSAGE', refusedBy: 'discord' }]);
}

const MAX_LISTED = 100;

/**
 * The messages that everybody in the channel sees after one, latest first.
 *
 * @see https://docs.discord.com/developers/resources/message#get-channel-messages
 */
function list(request: ApiRequest, world: World): Answer {
  const channel = visibleChannel(request, world);
  // Without it Discord answers with no messages.
  if (channel.guildId !== undefined && !(botPermissions(world, channel) & permission.readMessageHistory))
    return ok([]);
  const after = BigInt(request.query.get('after') ?? 0);
  const limit = Math.min(Number(request.query.get('limit') ?? 50), MAX_LISTED);
  const seen = [...world.messages.values()].filter(
    ({ message: { id } }) => BigInt(id) > after && messageIn(world, channel, id) !== undefined,
  );
  const listed = seen.slice(0, limit).toReversed();
  return ok(listed.map(({ message }) => messageForBot(world, message, world.mayReadContent)));
}

function get(request: ApiRequest, world: World): Answer {
  const { message, channel } = visibleMessage(request, world);
  requirePermissions(world, channel, permission.readMessageHistory);
  return ok(messageForBot(world, message, world.mayReadContent));
}

const contentFields = ['content', 'embeds', 'components', 'attachments'];

function edit(request: ApiRequest, world: World): Answer {
  const stored = visibleMessage(request, world);
  if (stored.message.author.id !== world.bot.id) {
    // Others' embeds can be suppressed, nothing else.
    if (contentFields.some((field) => field in request.body)) throw notTheAuthor();
    requirePermissions(world, stored.channel, permission.manageMessages);
  }
  const check = { request, world, schema: messageSchema.edit, channelId: stored.channel.id };
  const merged = checkedMessage(check, stored.message);
  return ok(messageForBot(world, storeEdit(world, stored, merged), world.mayReadContent));
}

function remove(request: ApiRequest, world: World): Answer {
  const stored = visibleMessage(request, world);
  if (stored.message.author.id !== world.bot.id) {
    if (stored.channel.guildId === undefined) throw notInDms();
    requirePermissions(world, stored.channel, permission.manageMessages);
  }
  removeMessage(world, stored);
  return noContent;
}
