import { readMessage } from '../rules/body-views.ts';
import type { Guild } from '../world/guilds.ts';
import { dmChannel } from '../world/make-world.ts';
import { announce } from '../world/message-events.ts';
import { type Message, makeMessage } from '../world/messages.ts';
import { type Person, userPayload } from '../world/people.ts';
import type { World } from '../world/world.ts';

/** A message that somebody writes. */
export interface Utterance {
  readonly text: string;
  /** The ready-made member when absent. */
  readonly user?: Person;
  /** The first guild when absent. */
  readonly guild?: Guild;
  /** Written to the bot in a direct message. */
  readonly isDm?: boolean;
  /** Puts a mention of the bot before the text. */
  readonly mentionsBot?: boolean;
  /** The message that this one replies to. */
  readonly replyTo?: Message;
}

/** Writes the message and tells the bot of it as far as its intents let it know. Returns the message. */
export function say(world: World, utterance: Utterance): Message {
  const { text, user = world.people.member, mentionsBot = false, replyTo } = utterance;
  const guild = utterance.isDm ? undefined : (utterance.guild ?? world.guilds[0]);
  const channel = guild ? guild.channel : dmChannel(world, user);
  const reference = replyTo && { message_reference: { message_id: replyTo.id, channel_id: channel.id } };
  const body = readMessage({ content: mentionsBot ? `<@${world.bot.id}> ${text}` : text });
  const frame = { id: world.newId(), channel, author: user, at: world.now(), extra: { ...reference } };
  const written = makeMessage(body, frame);
  const message = mentionsBot ? { ...written, mentions: [userPayload(world.bot)] } : written;
  world.messages.set(message.id, { message, channel });
  announce(world, 'MESSAGE_CREATE', { message, channel, author: user });
  return message;
}
