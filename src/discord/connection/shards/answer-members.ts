import { type AnyThreadChannel, type Client, Events, type Interaction, type Message } from 'discord.js';
import type { BotContext } from '../../kit/context.ts';
import { FirstMessages } from '../../routing/first-messages.ts';
import { handleInteraction } from '../../routing/interactions.ts';
import { handleMessage } from '../../routing/messages.ts';
import { createPostHandler } from '../../routing/posts.ts';
import type { PendingReplies } from './pending-replies.ts';

/** Answers interactions, messages and forum posts until the returned function is called. */
export function answerMembers(
  client: Client,
  context: BotContext,
  pendingReplies: PendingReplies,
): () => void {
  const firstMessages = new FirstMessages();
  const handlePost = createPostHandler(context, firstMessages);
  const answer = (interaction: Interaction): void =>
    pendingReplies.add(handleInteraction(interaction, context));
  const answerMessage = (message: Message): void => {
    firstMessages.note(message);
    pendingReplies.add(handleMessage(message, context));
  };
  const answerThread = (thread: AnyThreadChannel, isNew: boolean): void =>
    pendingReplies.add(handlePost(thread, isNew));
  client.on(Events.InteractionCreate, answer);
  client.on(Events.MessageCreate, answerMessage);
  client.on(Events.ThreadCreate, answerThread);
  return () => {
    client.off(Events.InteractionCreate, answer);
    client.off(Events.MessageCreate, answerMessage);
    client.off(Events.ThreadCreate, answerThread);
  };
}
