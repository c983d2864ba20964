import { readMessage } from '../rules/body-views.ts';
import { announce } from '../world/message-events.ts';
import { type Author, type Message, makeMessage } from '../world/messages.ts';
import { buildUserPayload, type Person } from '../world/people.ts';
import { findAudience } from '../world/pings.ts';
import type { World } from '../world/world.ts';
import { type ChannelChoice, findChannel } from './channel-choice.ts';

/** A message that a person writes. */
export interface WrittenMessage extends ChannelChoice {
  readonly text: string;
  /** The ready-made member when absent. */
  readonly user?: Person;
  /** Written by a webhook of this name instead of a user. */
  readonly webhook?: string;
  /** Puts a mention of the bot before the text. */
  readonly mentionsBot?: boolean;
  /** The message that this one replies to; its author is pinged. */
  readonly replyTo?: Message;
  /** The author of `replyTo` is not pinged: the “@ on” of the reply is switched off. */
  readonly isReplySilent?: boolean;
}

/** Stores the message, tells the bot of it as far as its intents allow, and returns it. */
export function say(world: World, written: WrittenMessage): Message {
  const { user = world.people.member, webhook, replyTo: answered } = written;
  const author = webhook === undefined ? user : undefined;
  const channel = findChannel(world, user, written);
  if (answered && answered.channel_id !== channel.id) throw new Error('a reply stays in its channel');
  const message = makeMessage(bodyOf(world, written), {
    id: world.newId(),
    channel,
    at: world.now(),
    audience: findAudience(world, channel, author),
    answered,
    ...(webhook === undefined ? { author: buildUserPayload(user) } : byWebhook(world.newId(), webhook)),
  });
  world.messages.set(message.id, { message, channel });
  announce(world, 'MESSAGE_CREATE', { message, channel, author });
  return message;
}

function bodyOf(world: World, { text, mentionsBot = false, isReplySilent = false }: WrittenMessage) {
  const content = mentionsBot ? `<@${world.bot.id}> ${text}` : text;
  const silent = { parse: ['users', 'roles', 'everyone'], replied_user: false };
  return readMessage({ content, ...(isReplySilent ? { allowed_mentions: silent } : {}) });
}

/** A webhook looks like a bot whose id is the webhook's. */
function byWebhook(id: string, name: string): { author: Author; extra: Partial<Message> } {
  const person = { id, username: name, displayName: name, isBot: true };
  const author = buildUserPayload({ ...person, permissions: 0n, permissionsIn: {}, roleIds: [] });
  return { author: { ...author, discriminator: '0000' }, extra: { webhook_id: id } };
}
