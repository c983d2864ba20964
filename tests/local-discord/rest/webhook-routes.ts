import { type Exchange, isAcknowledged, updateOutcome } from '../interactions/exchange.ts';
import { installType, messageFlag } from '../wire-values.ts';
import type { StoredMessage, World } from '../world/world.ts';
import { invalidWebhookToken, tooManyFollowUps, unknownMessage, unknownWebhook } from './api-error.ts';
import { checkMessageBody, type MessageCheck, messageSchema } from './body-check.ts';
import { advanceOriginal, postForInteraction, removeMessage, storeEdit } from './interaction-messages.ts';
import { type Answer, type ApiRequest, defineTokenlessRoute, noContent, ok, type Route } from './route.ts';

/** @see https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */
const TOKEN_LIFETIME_MS = 15 * 60_000;

/** For interactions that only a user's own installation of the app has made possible. */
const USER_INSTALL_FOLLOW_UPS = 5;

const ORIGINAL = '@original';

/** Editing an answer and following it up, with the interaction's token. */
export const webhookRoutes: readonly Route[] = [
  defineTokenlessRoute('POST', '/webhooks/:app/:token', followUp),
  defineTokenlessRoute('GET', '/webhooks/:app/:token/messages/:message', (request, world) =>
    ok(ownMessage(request, world).message),
  ),
  defineTokenlessRoute('PATCH', '/webhooks/:app/:token/messages/:message', edit),
  defineTokenlessRoute('DELETE', '/webhooks/:app/:token/messages/:message', remove),
];

/**
 * The acknowledged interaction that the token in the path belongs to.
 *
 * @throws ApiError 10015 before the interaction is acknowledged, 50027 after 15 minutes.
 */
function liveExchange(request: ApiRequest, world: World): Exchange {
  const exchange = world.exchangesByToken.get(request.param('token'));
  if (!exchange || request.param('app') !== world.bot.id) throw unknownWebhook();
  if (world.now() - exchange.createdAt > TOKEN_LIFETIME_MS) throw invalidWebhookToken();
  if (!isAcknowledged(exchange.outcome.value)) throw unknownWebhook();
  return exchange;
}

function ownMessage(request: ApiRequest, world: World): StoredMessage {
  const { token } = liveExchange(request, world);
  const name = request.param('message');
  const original = world.originals.get(token);
  const stored = world.messages.get(name === ORIGINAL ? (original ?? '') : name);
  // A component's own message is `@original` although another interaction made it.
  if (!stored || (stored.token !== token && stored.message.id !== original)) throw unknownMessage();
  return stored;
}

function followUp(request: ApiRequest, world: World): Answer {
  const exchange = liveExchange(request, world);
  const count = world.followUpCounts.get(exchange.token) ?? 0;
  if (!(installType.guild in exchange.owners) && count >= USER_INSTALL_FOLLOW_UPS) throw tooManyFollowUps();
  const answer = checkedFollowUp(request, world, exchange);
  world.followUpCounts.set(exchange.token, count + 1);
  return answer;
}

function checkedFollowUp(request: ApiRequest, world: World, exchange: Exchange): Answer {
  const original = world.messages.get(world.originals.get(exchange.token) ?? '');
  const check = { request, world, schema: messageSchema.followUp, channelId: exchange.channel.id };
  // Discord turns the first follow-up after a deferral into the edit of the waiting message.
  if (original && original.message.flags & messageFlag.loading) {
    return editStored(check, original);
  }
  const message = postForInteraction(world, exchange, checkMessageBody(check));
  updateOutcome(exchange, { followUps: [...exchange.outcome.value.followUps, message] });
  return ok(message);
}

function edit(request: ApiRequest, world: World): Answer {
  const stored = ownMessage(request, world);
  const { id: channelId } = stored.channel;
  return editStored({ request, world, schema: messageSchema.webhookEdit, channelId }, stored);
}

function editStored(check: MessageCheck, stored: StoredMessage): Answer {
  const { request, world } = check;
  const message = storeEdit(world, stored, checkMessageBody(check, stored.message));
  const exchange = liveExchange(request, world);
  if (message.id === world.originals.get(exchange.token)) advanceOriginal(exchange, message);
  return ok(message);
}

function remove(request: ApiRequest, world: World): Answer {
  const stored = ownMessage(request, world);
  const exchange = liveExchange(request, world);
  removeMessage(world, stored);
  if (stored.message.id === world.originals.get(exchange.token)) {
    updateOutcome(exchange, { message: undefined, isDeleted: true });
  } else {
    const followUps = exchange.outcome.value.followUps.filter(({ id }) => id !== stored.message.id);
    updateOutcome(exchange, { followUps });
  }
  return noContent;
}
