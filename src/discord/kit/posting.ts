import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Message, MessageComponentInteraction, Snowflake, TextBasedChannel } from 'discord.js';
import { requireSpeaking } from '../../requests/kit/speaking.ts';
import { readChannelContext } from './channels/channel-context.ts';
import type { RequestContext } from './context.ts';
import type { Reply } from './replies.ts';
import { isUnconfirmed, Unconfirmed } from './rest.ts';

/** How to find an unconfirmed message that Discord may have accepted. */
interface MessageTrace {
  /** Null when the bot does not see the channel. */
  readonly channel: TextBasedChannel | null;
  /** The message is newer than the message or interaction with this id. */
  readonly after: Snowflake;
  readonly isIt: (message: Message) => boolean;
}

/** @see https://discord.com/developers/docs/resources/message#create-message */
const MAX_NONCE_CHARS = 25;

const MAX_LOOKED_AT = 50;
const TRIES = 3;
/** Discord may still be posting when the connection breaks. */
const LOOK_AFTER_MS = 300;

/** Adds a nonce made from the cause of a message: Discord posts only once what is sent twice for the same cause. */
export function addNonce<Body extends object>(body: Body, ...cause: readonly [string, ...string[]]) {
  const nonce = createHash('sha256').update(cause.join(' ')).digest('base64url').slice(0, MAX_NONCE_CHARS);
  return { ...body, nonce, enforceNonce: true } as const;
}

/**
 * Returns the posted message. When Discord did not confirm it, looks for it in the channel, since posting again could duplicate it.
 *
 * @throws {Unconfirmed} when nobody can tell whether the message is there, {NotPosted} when it is not
 */
export async function confirmPosted(post: Promise<Message>, trace: MessageTrace): Promise<Message> {
  try {
    return await post;
  } catch (error) {
    if (!isUnconfirmed(error)) throw error;
    await delay(LOOK_AFTER_MS);
    const found = await find(trace);
    if (found === 'unknown') throw new Unconfirmed('nobody can tell whether it was posted', { cause: error });
    if (found === 'absent') throw new NotPosted('it was not posted', { cause: error });
    return found;
  }
}

/**
 * Returns the function that posts a follow-up for everyone in the channel. It checks at once whether the bot may speak there, before the
 * caller changes anything. That function returns the message. `isIt` recognises the message in the channel.
 *
 * @throws {UserFacingError} `not-here` where the bot may not speak
 */
export function createPublicFollowUp(
  interaction: MessageComponentInteraction,
  { settings }: Pick<RequestContext, 'settings'>,
): (body: Reply, isIt: MessageTrace['isIt']) => Promise<Message> {
  requireSpeaking(settings, readChannelContext(interaction));
  return (body, isIt) => followUpOnce(interaction, body, isIt);
}

/**
 * Posts a follow-up. Discord ignores nonces of follow-ups, so this posts again only when the previous try is not in the channel.
 *
 * @throws {Unconfirmed} when nobody can tell whether the message is there
 */
async function followUpOnce(
  interaction: MessageComponentInteraction,
  body: Reply,
  isIt: MessageTrace['isIt'],
): Promise<Message> {
  const { channel, id: after } = interaction;
  for (let triesLeft = TRIES - 1; ; triesLeft--) {
    try {
      return await confirmPosted(interaction.followUp(body), { channel, after, isIt });
    } catch (error) {
      if (!(error instanceof NotPosted) || triesLeft === 0) throw error;
    }
  }
}

/** Discord had an outage and the message is not there, so it can be posted later. */
export class NotPosted extends Error {
  override readonly name = 'NotPosted';
}

/**
 * Returns the result of `work` that has to succeed before a message is posted.
 *
 * @throws {NotPosted} when Discord has an outage; otherwise the error of `work`
 */
export async function prepareToPost<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw isUnconfirmed(error) ? new NotPosted('it was not posted', { cause: error }) : error;
  }
}

async function find({ channel, after, isIt }: MessageTrace): Promise<Message | 'absent' | 'unknown'> {
  if (channel === null || !canSeeHistory(channel)) return 'unknown';
  try {
    const later = await channel.messages.fetch({ after, limit: MAX_LOOKED_AT, cache: false });
    return later.find((message) => message.author.id === message.client.user.id && isIt(message)) ?? 'absent';
  } catch {
    return 'unknown';
  }
}

/** Returns whether the bot may read old messages; without the permission Discord answers that there are none. */
function canSeeHistory(channel: TextBasedChannel): boolean {
  if (channel.isDMBased()) return true;
  const { me } = channel.guild.members;
  return me !== null && channel.permissionsFor(me).has(['ViewChannel', 'ReadMessageHistory']);
}
