import { type Client, Events, type Interaction, type Message } from 'discord.js';
import type { BotContext } from '../kit/context.ts';
import { handleInteraction } from '../routing/interactions.ts';
import { handleMessage } from '../routing/messages.ts';

/** Keeps track of the replies in progress, so that a stop can wait for them. */
export class PendingReplies {
  readonly #replies = new Set<Promise<void>>();
  readonly #onFailure: (error: unknown) => void;

  /** @param onFailure receives the error of a reply that rejects although its handler should catch every error */
  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure;
  }

  add(reply: Promise<void>): void {
    const ended = reply.catch(this.#onFailure).finally(() => this.#replies.delete(ended));
    this.#replies.add(ended);
  }

  /** Resolves when no reply is left, including those that are added meanwhile. */
  async settle(): Promise<void> {
    while (this.#replies.size > 0) await Promise.allSettled(this.#replies);
  }
}

/** Answers interactions and messages until the returned function is called. */
export function answerMembers(
  client: Client,
  context: BotContext,
  pendingReplies: PendingReplies,
): () => void {
  const answer = (interaction: Interaction): void =>
    pendingReplies.add(handleInteraction(interaction, context));
  const answerMessage = (message: Message): void => pendingReplies.add(handleMessage(message, context));
  client.on(Events.InteractionCreate, answer);
  client.on(Events.MessageCreate, answerMessage);
  return () => {
    client.off(Events.InteractionCreate, answer);
    client.off(Events.MessageCreate, answerMessage);
  };
}
