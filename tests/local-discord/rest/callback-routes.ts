import { type Fields, isFields } from '../fields.ts';
import { type Exchange, isAcknowledged, type Outcome, updateOutcome } from '../interactions/exchange.ts';
import { readChoices, readMessage, readModal } from '../rules/body-views.ts';
import { callbackType, messageFlag } from '../wire-values.ts';
import { type Message, mergeBody } from '../world/messages.ts';
import type { StoredMessage, World } from '../world/world.ts';
import { alreadyAcknowledged, unknownInteraction, unknownMessage } from './api-error.ts';
import { refuseBroken } from './body-check.ts';
import { type Callback, checkCallback, readCallback } from './callback-check.ts';
import { findInteractionType, postForInteraction, storeEdit } from './interaction-messages.ts';
import { type Answer, type ApiRequest, defineTokenlessRoute, noContent, ok, type Route } from './route.ts';
import { storeFiles } from './sent-files.ts';

/** @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback */
const FIRST_RESPONSE_MAX_MS = 3000;

export const callbackRoutes: readonly Route[] = [
  defineTokenlessRoute('POST', '/interactions/:id/:token/callback', answerInteraction),
];

function answerInteraction(request: ApiRequest, world: World): Answer {
  const exchange = openExchange(request, world);
  const source = sourceMessage(world, exchange);
  const answering = findInteractionType(exchange);
  const body = bodyWithFiles(request, { world, exchange, source });
  const isFromMessage = messageOf(exchange) !== undefined;
  const check = { body, sent: request.body, answering, isFromMessage };
  refuseBroken(request, world, checkCallback(check, source));
  const callback = readCallback(body);
  // The message may have been deleted since its component was used.
  if (callback.type === callbackType.update && !source) throw unknownMessage();
  const change = outcomeOf(callback, { world, exchange, source });
  updateOutcome(exchange, {
    ...change,
    type: callback.type,
    ackMs: performance.now() - exchange.dispatchedAt,
  });
  return request.query.get('with_response') === 'true' ? ok(withResponse(world, exchange)) : noContent;
}

/**
 * The interaction that may still be answered.
 *
 * @throws ApiError 40060 after an accepted callback, 10062 for a wrong token or after 3 seconds.
 */
function openExchange(request: ApiRequest, world: World): Exchange {
  const exchange = world.exchangesById.get(request.param('id'));
  if (!exchange || exchange.token !== request.param('token')) throw unknownInteraction();
  if (isAcknowledged(exchange.outcome.value)) throw alreadyAcknowledged();
  if (world.now() - exchange.createdAt > FIRST_RESPONSE_MAX_MS) throw unknownInteraction();
  return exchange;
}

/** The message whose button, menu or modal was used. */
function messageOf({ request }: Exchange): Message | undefined {
  return 'message' in request ? request.message : undefined;
}

/** The same as it now stands; undefined once it is gone. */
function sourceMessage(world: World, exchange: Exchange): StoredMessage | undefined {
  return world.messages.get(messageOf(exchange)?.id ?? '');
}

interface Scene {
  readonly world: World;
  readonly exchange: Exchange;
  readonly source: StoredMessage | undefined;
}

function bodyWithFiles({ body, files }: ApiRequest, { world, exchange, source }: Scene): Fields {
  if (!isFields(body['data'])) return body;
  const { type } = readCallback(body);
  const before = type === callbackType.update ? (source?.message.attachments ?? []) : [];
  const data = storeFiles(body['data'], { world, channelId: exchange.channel.id, files, before });
  return { ...body, data };
}

function outcomeOf({ type, data }: Callback, scene: Scene): Partial<Outcome> {
  switch (type) {
    case callbackType.message:
      return newMessage(data, scene);
    case callbackType.deferredMessage:
      return thinking(data, scene);
    case callbackType.deferredUpdate:
      return laterUpdate(scene);
    case callbackType.update:
      return updated(data, scene);
    case callbackType.autocomplete:
      return { choices: readChoices(data) };
    case callbackType.modal:
      return { modal: readModal(data) };
    default:
      return {};
  }
}

function newMessage(data: object, { world, exchange }: Scene): Partial<Outcome> {
  const message = postForInteraction(world, exchange, readMessage(data));
  world.originals.set(exchange.token, message.id);
  return { message, isEphemeral: isEphemeral(message.flags) };
}

/** "Footnote is thinking …": an empty message that waits for its edit. */
function thinking(data: object, { world, exchange }: Scene): Partial<Outcome> {
  const { flags } = readMessage(data);
  const body = readMessage({ flags: messageFlag.loading | (flags & messageFlag.ephemeral) });
  const message = postForInteraction(world, exchange, body);
  world.originals.set(exchange.token, message.id);
  return { isEphemeral: isEphemeral(flags) };
}

function laterUpdate({ world, exchange, source }: Scene): Partial<Outcome> {
  if (!source) return {};
  world.originals.set(exchange.token, source.message.id);
  return { message: source.message, isEphemeral: isEphemeral(source.message.flags) };
}

function updated(data: Fields, { world, exchange, source }: Scene): Partial<Outcome> {
  if (!source) return {};
  world.originals.set(exchange.token, source.message.id);
  const message = storeEdit(world, source, readMessage(mergeBody(source.message, data)));
  return { message, isEphemeral: isEphemeral(message.flags) };
}

function isEphemeral(flags: number): boolean {
  return (flags & messageFlag.ephemeral) !== 0;
}

function withResponse(world: World, exchange: Exchange): object {
  const { type } = exchange.outcome.value;
  const message = world.messages.get(world.originals.get(exchange.token) ?? '')?.message;
  return {
    interaction: {
      id: exchange.id,
      type: findInteractionType(exchange),
      channel_id: exchange.channel.id,
      ...(exchange.guild ? { guild_id: exchange.guild.id } : {}),
      ...(message ? { response_message_id: message.id, ...loadingState(message.flags) } : {}),
    },
    resource: { type, ...(message ? { message } : {}) },
  };
}

function loadingState(flags: number): object {
  return {
    response_message_loading: (flags & messageFlag.loading) !== 0,
    response_message_ephemeral: isEphemeral(flags),
  };
}
