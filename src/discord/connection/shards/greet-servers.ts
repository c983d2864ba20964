import { type Client, Events, type Guild } from 'discord.js';
import { nullOnStoreError } from '../../../requests/kit/store-errors.ts';
import type { BotContext } from '../../kit/context.ts';
import { greet } from '../../notifications/greeting.ts';
import type { PendingReplies } from './pending-replies.ts';

/**
 * Greets each server that the bot joins, once. Servers that it is in when it connects know it, whether it was added a moment or a year ago:
 * a restart greets nobody. While the store fails, the bot cannot tell, and greets nobody either.
 */
export function greetServers(client: Client, context: BotContext, pendingReplies: PendingReplies): void {
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
