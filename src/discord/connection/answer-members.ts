import { type Client, Events, type Interaction, type Message } from 'discord.js';
import type { BotContext } from '../kit/context.ts';
import { handleInteraction } from '../routing/interactions.ts';
import { handleMessage } from '../routing/messages.ts';
import type { PendingReplies } from './pending-replies.ts';

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
