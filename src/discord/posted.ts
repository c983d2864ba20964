import type { Message, Snowflake, TextBasedChannel } from 'discord.js';
import { isUnconfirmed } from './rest.ts';

/** Where an unconfirmed message stands if Discord took it, and how to recognise it. */
interface Trace {
  /** Null where the bot does not see the channel. */
  readonly channel: TextBasedChannel | null;
  /** It is later than the message or interaction of this id. */
  readonly after: Snowflake;
  readonly isIt: (message: Message) => boolean;
}

const MAX_LOOKED_AT = 50;

/**
 * The message that was posted. Where Discord did not confirm it, looks whether it is there, since posting it again could say
 * it twice. Rejects as `post` does where the message is not found.
 */
export async function confirmPosted(post: Promise<Message>, trace: Trace): Promise<Message> {
  try {
    return await post;
  } catch (error) {
    const found = isUnconfirmed(error) ? await find(trace) : undefined;
    if (found === undefined) throw error;
    return found;
  }
}

async function find({ channel, after, isIt }: Trace): Promise<Message | undefined> {
  try {
    const later = await channel?.messages.fetch({ after, limit: MAX_LOOKED_AT, cache: false });
    return later?.find((message) => message.author.id === message.client.user.id && isIt(message));
  } catch {
    // The bot may not see the channel's history. That the message was not confirmed is what is told.
    return undefined;
  }
}
