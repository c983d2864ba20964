import { setTimeout as delay } from 'node:timers/promises';
import type { Message, MessageComponentInteraction, Snowflake, TextBasedChannel } from 'discord.js';
import type { Reply } from './replies.ts';
import { isUnconfirmed, Unconfirmed } from './rest.ts';

/** Where an unconfirmed message stands if Discord took it, and how to recognise it. */
interface Trace {
  /** Null where the bot does not see the channel. */
  readonly channel: TextBasedChannel | null;
  /** It is later than the message or interaction of this id. */
  readonly after: Snowflake;
  readonly isIt: (message: Message) => boolean;
}

const MAX_LOOKED_AT = 50;
const TRIES = 3;
/** Discord may still be at it when the connection breaks. */
const LOOK_AFTER_MS = 300;

/**
 * The message that was posted. Where Discord did not confirm it, looks whether it is there, since posting it again could say
 * it twice.
 *
 * @throws {Unconfirmed} where nobody can tell whether it is there, {NotPosted} where it is not
 */
export async function confirmPosted(post: Promise<Message>, trace: Trace): Promise<Message> {
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
 * Posts a follow-up that all in the channel see. Follow-ups know no nonce, so it is posted again only where the one before is not
 * in the channel.
 *
 * @throws {Unconfirmed} where nobody can tell whether it is there
 */
export async function followUpOnce(
  interaction: MessageComponentInteraction,
  body: Reply & { readonly content: string },
): Promise<void> {
  const { channel, id: after } = interaction;
  const isIt = ({ content }: Message): boolean => content === body.content;
  for (let triesLeft = TRIES - 1; ; triesLeft--) {
    try {
      await confirmPosted(interaction.followUp(body), { channel, after, isIt });
      return;
    } catch (error) {
      if (!(error instanceof NotPosted) || triesLeft === 0) throw error;
    }
  }
}

/** Discord was out of order, and the message is not there: it can be posted later. */
export class NotPosted extends Error {
  override readonly name = 'NotPosted';
}

/**
 * What has to be known before a message is posted.
 *
 * @throws {NotPosted} where Discord is out of order; else what `work` fails with
 */
export async function prepareToPost<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw isUnconfirmed(error) ? new NotPosted('it was not posted', { cause: error }) : error;
  }
}

async function find({ channel, after, isIt }: Trace): Promise<Message | 'absent' | 'unknown'> {
  if (channel === null || !maySeeHistory(channel)) return 'unknown';
  try {
    const later = await channel.messages.fetch({ after, limit: MAX_LOOKED_AT, cache: false });
    return later.find((message) => message.author.id === message.client.user.id && isIt(message)) ?? 'absent';
  } catch {
    return 'unknown';
  }
}

/** Without the permission Discord answers that there are no messages. */
function maySeeHistory(channel: TextBasedChannel): boolean {
  if (channel.isDMBased()) return true;
  const { me } = channel.guild.members;
  return me !== null && channel.permissionsFor(me).has(['ViewChannel', 'ReadMessageHistory']);
}
