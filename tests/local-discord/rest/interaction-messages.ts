import { type Exchange, updateOutcome } from '../interactions/exchange.ts';
import type { MessageView } from '../rules/body-views.ts';
import { interactionType, messageType } from '../wire-values.ts';
import { announce, announceDeletion } from '../world/message-events.ts';
import { buildReference, editMessage, type Message, makeMessage } from '../world/messages.ts';
import { buildUserPayload } from '../world/people.ts';
import { findAudience } from '../world/pings.ts';
import type { StoredMessage, World } from '../world/world.ts';

const types: Readonly<Record<Exchange['request']['kind'], number>> = {
  command: interactionType.command,
  'user menu': interactionType.command,
  'message menu': interactionType.command,
  button: interactionType.component,
  select: interactionType.component,
  autocomplete: interactionType.autocomplete,
  'modal submit': interactionType.modalSubmit,
};

/** The protocol's number for the kind of interaction. */
export function findInteractionType({ request }: Exchange): number {
  return types[request.kind];
}

/** Stores and announces a message that answers the interaction, and returns it. */
export function postForInteraction(world: World, exchange: Exchange, body: MessageView): Message {
  const { channel, token } = exchange;
  const message = makeMessage(body, {
    id: world.newId(),
    channel,
    author: buildUserPayload(world.bot),
    at: world.now(),
    audience: findAudience(world, channel, world.bot),
    extra: {
      ...linkTo(world, exchange),
      application_id: world.bot.id,
      webhook_id: world.bot.id,
      interaction_metadata: {
        id: exchange.id,
        type: findInteractionType(exchange),
        user: buildUserPayload(exchange.user),
        authorizing_integration_owners: exchange.owners,
      },
    },
  });
  world.messages.set(message.id, { message, channel, token });
  announce(world, 'MESSAGE_CREATE', { message, channel, author: world.bot });
  return message;
}

/** Follow-ups hang on the original, answers to components on the component's message; the rest on their command. */
function linkTo(world: World, { request, token }: Exchange): Partial<Message> {
  const used = 'message' in request ? request.message : undefined;
  const answered = world.messages.get(world.originals.get(token) ?? '')?.message ?? used;
  if (answered) return { type: messageType.reply, message_reference: buildReference(answered) };
  const isMenu = request.kind === 'user menu' || request.kind === 'message menu';
  return { type: isMenu ? messageType.menuCommand : messageType.chatCommand };
}

/** Stores and announces the message as edited, and shows it to whoever watches the interaction. */
export function storeEdit(world: World, stored: StoredMessage, merged: MessageView): Message {
  const { channel } = stored;
  const audience = findAudience(world, channel, world.bot);
  const message = editMessage(stored.message, { merged, at: world.now(), audience });
  world.messages.set(message.id, { ...stored, message });
  announce(world, 'MESSAGE_UPDATE', { message, channel, author: world.bot });
  const followUps = exchangeOf(world, stored)?.outcome.value.followUps ?? [];
  if (followUps.some(({ id }) => id === message.id)) {
    const change = { followUps: followUps.map((other) => (other.id === message.id ? message : other)) };
    advanceIfKnown(world, stored, change);
  }
  return message;
}

/** Shows an edit of the original answer. */
export function advanceOriginal(exchange: Exchange, message: Message): void {
  updateOutcome(exchange, { message, edits: exchange.outcome.value.edits + 1 });
}

/** Forgets the message and tells the bot of it. */
export function removeMessage(world: World, { message, channel }: StoredMessage): void {
  world.messages.delete(message.id);
  announceDeletion(world, message, channel);
}

function exchangeOf(world: World, { token }: StoredMessage): Exchange | undefined {
  return token === undefined ? undefined : world.exchangesByToken.get(token);
}

function advanceIfKnown(
  world: World,
  stored: StoredMessage,
  change: Parameters<typeof updateOutcome>[1],
): void {
  const exchange = exchangeOf(world, stored);
  if (exchange) updateOutcome(exchange, change);
}
