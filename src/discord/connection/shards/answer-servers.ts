import {
  type AnyThreadChannel,
  type Client,
  Events,
  type Guild,
  type Interaction,
  type Message,
} from 'discord.js';
import { Coalescer } from '../../../kit/serial-work.ts';
import { DAY_MS } from '../../../kit/time.ts';
import { nullOnStoreError } from '../../../requests/kit/store-errors.ts';
import { forgetLeftServers, noteServers, type Retention } from '../../../requests/starting/retention.ts';
import type { BotContext } from '../../kit/context.ts';
import { handlesServer } from '../../kit/shards.ts';
import { postDueDigests } from '../../notifications/digests.ts';
import { greet } from '../../notifications/greeting.ts';
import { FirstMessages } from '../../routing/first-messages.ts';
import { handleInteraction } from '../../routing/interactions.ts';
import { handleMessage } from '../../routing/messages.ts';
import { createPostHandler } from '../../routing/posts.ts';
import { logConnection } from './connection-log.ts';
import { survivePacketFailures } from './ending.ts';
import type { PendingReplies } from './pending-replies.ts';

/** Answers the members of the client's servers, and looks after these. Returns the functions that end it. */
export function answerServers(
  client: Client,
  context: BotContext,
  { pendingReplies, retention }: { readonly pendingReplies: PendingReplies; readonly retention: Retention },
): (() => void)[] {
  survivePacketFailures(client, (failure) => context.log.error(failure, 'event lost'));
  greetServers(client, context, pendingReplies);
  return [
    answerMembers(client, context, pendingReplies),
    followServers(client, context, retention),
    followWeeks(client, context, pendingReplies),
    logConnection(client, context),
  ];
}

/** Answers interactions, messages and forum posts until the returned function is called. */
function answerMembers(client: Client, context: BotContext, pendingReplies: PendingReplies): () => void {
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

/**
 * Greets each server that the bot joins, once. Servers that it is in when it connects know it, whether it was added a moment or a year ago:
 * a restart greets nobody. While the store fails, the bot cannot tell, and greets nobody either.
 */
function greetServers(client: Client, context: BotContext, pendingReplies: PendingReplies): void {
  const { store, onStoreError } = context;
  const mark = (guildIds: readonly string[]) =>
    nullOnStoreError(onStoreError, () => store.greetings.markGreeted(guildIds));
  const welcome = async (guild: Guild): Promise<void> => {
    const added = (await mark([guild.id])) ?? [];
    if (added.length > 0) await greet(guild, context);
  };
  client.once(Events.ClientReady, ({ guilds }) => void mark([...guilds.cache.keys()]));
  client.on(Events.GuildCreate, (guild) => {
    const greeted = welcome(guild).catch((err: unknown) =>
      context.log.warn({ err, guildId: guild.id }, 'not greeted'),
    );
    pendingReplies.add(greeted);
  });
}

/**
 * Records which servers the bot is in. At start and once a day, deletes the records of those that it left long ago. Returns the function
 * that stops this.
 */
function followServers(client: Client, context: BotContext, retention: Retention): () => void {
  const { store, onStoreError } = context;
  const isOurs = (guildId: string): boolean => handlesServer(client, guildId);
  const forgetLeft = (): void =>
    void nullOnStoreError(onStoreError, () => forget(context, { retention, isOurs }));
  client.once(Events.ClientReady, ({ guilds }) => {
    void nullOnStoreError(onStoreError, async () => {
      await noteServers({ forgetting: store.forgetting, isOurs }, new Set(guilds.cache.keys()));
      await forget(context, { retention, isOurs });
    });
  });
  client.on(
    Events.GuildDelete,
    ({ id }) => void nullOnStoreError(onStoreError, () => store.forgetting.markLeft(id)),
  );
  client.on(
    Events.GuildCreate,
    ({ id }) => void nullOnStoreError(onStoreError, () => store.forgetting.markPresent(id)),
  );
  const timer = setInterval(forgetLeft, DAY_MS);
  return () => clearInterval(timer);
}

interface ForgettingOptions {
  readonly retention: Retention;
  readonly isOurs: (guildId: string) => boolean;
}

async function forget(
  { store, now, log }: BotContext,
  { retention, isOurs }: ForgettingOptions,
): Promise<void> {
  const servers = await forgetLeftServers({ forgetting: store.forgetting, isOurs }, retention, now());
  if (servers.length > 0) log.info({ servers }, 'forgotten');
}

const DIGEST_LOOK_MS = 60_000;

/** Looks at the start and once a minute where the digest of the last week is due. Returns the function that stops this. */
function followWeeks(
  client: Client,
  context: BotContext,
  pendingReplies: Pick<PendingReplies, 'add'>,
): () => void {
  const digests = new Coalescer((signal) => postDueDigests(client, context, signal));
  const look = (): void => pendingReplies.add(digests.trigger());
  client.once(Events.ClientReady, look);
  const timer = setInterval(look, DIGEST_LOOK_MS);
  return () => {
    clearInterval(timer);
    digests.stop();
  };
}
