import { type Client, Events } from 'discord.js';
import type { BotContext } from '../../kit/context.ts';
import { postDueDigests } from '../../notifications/digests.ts';
import { Coalescer } from './coalescer.ts';
import type { PendingReplies } from './pending-replies.ts';

const LOOK_MS = 60_000;

/** Looks at the start and once a minute where the digest of the last week is due. Returns the function that stops this. */
export function followWeeks(
  client: Client,
  context: BotContext,
  pendingReplies: Pick<PendingReplies, 'add'>,
): () => void {
  const digests = new Coalescer((signal) => postDueDigests(client, context, signal));
  const look = (): void => pendingReplies.add(digests.trigger());
  client.once(Events.ClientReady, look);
  const timer = setInterval(look, LOOK_MS);
  return () => {
    clearInterval(timer);
    digests.stop();
  };
}
