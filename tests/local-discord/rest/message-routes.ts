import { toFields } from '../fields.ts';
import type { MessageView } from '../rules/body-views.ts';
import { channelType } from '../wire-values.ts';
import { findBotPermissions } from '../world/access.ts';
import type { Channel } from '../world/channels.ts';
import { announce, buildMessageForBot } from '../world/message-events.ts';
import { type Message, makeMessage } from '../world/messages.ts';
import { buildUserPayload } from '../world/people.ts';
import { permission } from '../world/permissions.ts';
import { findAudience } from '../world/pings.ts';
import { isPostWithoutMessage } from '../world/posts.ts';
import type { World } from '../world/world.ts';
import {
  invalidForm,
  noReplyWithoutHistory,
  notInDms,
  notInForums,
  notTheAuthor,
  postWithoutMessage,
} from './api-error.ts';
import { checkMessageBody, messageSchema } from './body-check.ts';
import {
  findMessage,
  findSendPermission,
  requireChannel,
  requireMessage,
  requirePermissions,
} from './channel-access.ts';
import { removeMessage, storeEdit } from './interaction-messages.ts';
import { type Answer, type ApiRequest, defineRoute, noContent, ok, type Route } from './route.ts';

/** Messages that are not answers to interactions. */
export const messageRoutes: readonly Route[] = [
  defineRoute('POST', '/channels/:channel/messages', post),
  defineRoute('GET', '/channels/:channel/messages', list),
  defineRoute('GET', '/channels/:channel/messages/:message', get),
  defineRoute('PATCH', '/channels/:channel/messages/:message', edit),
  defineRoute('DELETE', '/channels/:channel/messages/:message', remove),
];

function post(request: ApiRequest, world: World): Answer {
  const channel = requireChannel(request, world);
  requirePermissions(world, channel, findSendPermission(channel));
  if (channel.type === channelType.forum) throw notInForums();
  if (isPostWithoutMessage(world, channel)) throw postWithoutMessage();
  const body = checkMessageBody({ request, world, schema: messageSchema.post, channelId: channel.id });
  requirePermissions(world, channel, neededFor(body));
  const before = postedBefore(request, world);
  if (before) return ok(buildMessageForBot(world, before, world.mayReadContent));
  const message = makeMessage(body, {
    id: world.newId(),
    channel,
    author: buildUserPayload(world.bot),
    at: world.now(),
    audience: findAudience(world, channel, world.bot),
    answered: answeredMessage(request, world, channel),
  });
  world.messages.set(message.id, { message, channel, nonce: nonceOf(request) });
  announce(world, 'MESSAGE_CREATE', { message, channel, author: world.bot });
  return ok(buildMessageForBot(world, message, world.mayReadContent));
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
  const { message_id: id, fail_if_not_exists: mustExist } = toFields(reference);
  if (typeof id !== 'string') return undefined;
  const mayReadBack = findBotPermissions(world, channel) & permission.readMessageHistory;
  if (channel.guildId !== undefined && !mayReadBack) throw noReplyWithoutHistory();
  const answered = findMessage(world, channel, id)?.message;
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
  const channel = requireChannel(request, world);
  // Without it Discord answers with no messages.
  if (channel.guildId !== undefined && !(findBotPermissions(world, channel) & permission.readMessageHistory))
    return ok([]);
  const after = BigInt(request.query.get('after') ?? 0);
  const limit = Math.min(Number(request.query.get('limit') ?? 50), MAX_LISTED);
  const seen = [...world.messages.values()].filter(
    ({ message: { id } }) => BigInt(id) > after && findMessage(world, channel, id) !== undefined,
  );
  const listed = seen.slice(0, limit).toReversed();
  return ok(listed.map(({ message }) => buildMessageForBot(world, message, world.mayReadContent)));
}

function get(request: ApiRequest, world: World): Answer {
  const { message, channel } = requireMessage(request, world);
  requirePermissions(world, channel, permission.readMessageHistory);
  return ok(buildMessageForBot(world, message, world.mayReadContent));
}

const contentFields = ['content', 'embeds', 'components', 'attachments'];

function edit(request: ApiRequest, world: World): Answer {
  const stored = requireMessage(request, world);
  if (stored.message.author.id !== world.bot.id) {
    // Others' embeds can be suppressed, nothing else.
    if (contentFields.some((field) => field in request.body)) throw notTheAuthor();
    requirePermissions(world, stored.channel, permission.manageMessages);
  }
  const check = { request, world, schema: messageSchema.edit, channelId: stored.channel.id };
  const merged = checkMessageBody(check, stored.message);
  return ok(buildMessageForBot(world, storeEdit(world, stored, merged), world.mayReadContent));
}

function remove(request: ApiRequest, world: World): Answer {
  const stored = requireMessage(request, world);
  if (stored.message.author.id !== world.bot.id) {
    if (stored.channel.guildId === undefined) throw notInDms();
    requirePermissions(world, stored.channel, permission.manageMessages);
  }
  removeMessage(world, stored);
  return noContent;
}
