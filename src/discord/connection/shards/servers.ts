import { type Client, Events } from 'discord.js';
import { DAY_MS } from '../../../kit/durations.ts';
import { nullOnStoreError } from '../../../requests/kit/store-errors.ts';
import { forgetLeftServers, noteServers, type Retention } from '../../../requests/starting/retention.ts';
import type { BotContext } from '../../kit/context.ts';
import { handlesServer } from '../../kit/shards.ts';

/**
 * Records which servers the bot is in. At start and once a day, deletes the records of those that it left long ago. Returns the function
 * that stops this.
 */
export function followServers(client: Client, context: BotContext, retention: Retention): () => void {
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
