import { Client, type ClientOptions, GatewayIntentBits, Options, Partials } from 'discord.js';
import { buildRestOptions, type RestSettings } from '../../kit/rest.ts';

export interface ConnectionSettings extends RestSettings {
  readonly token: string;
  /** The shard that the client connects, and the number of shards of all processes together. */
  readonly shard: { readonly id: number; readonly count: number };
  /** Lets the shard wait until it may identify. */
  readonly buildIdentifyThrottler: NonNullable<NonNullable<ClientOptions['ws']>['buildIdentifyThrottler']>;
}

const FORGET_CHANNELS_MS = 60 * 60_000;
/** READY waits this long for guilds that never arrive, and interactions wait with it; the default of 15 s would void them. */
const WAIT_FOR_GUILDS_MS = 500;

/** Creates a client for one shard that is not connected yet. It needs no privileged intent, caches no messages, and caches no member but itself. */
export function createClient(settings: Omit<ConnectionSettings, 'token'>): Client {
  const client = new Client({
    shards: [settings.shard.id],
    shardCount: settings.shard.count,
    ws: { buildIdentifyThrottler: settings.buildIdentifyThrottler },
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it, discord.js drops messages in a direct channel that it does not know yet.
    partials: [Partials.Channel],
    waitGuildTimeout: WAIT_FOR_GUILDS_MS,
    allowedMentions: { parse: [] },
    rest: buildRestOptions(settings),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      // The bot's own member stays, because its permissions depend on it.
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      ThreadMemberManager: 0,
      GuildBanManager: 0,
      GuildInviteManager: 0,
      AutoModerationRuleManager: 0,
      StageInstanceManager: 0,
      EntitlementManager: 0,
    }),
  });
  return client;
}

/** Drops cached direct channels once an hour, until the returned function is called. */
export function forgetDirectChannelsHourly(client: Client): () => void {
  const timer = setInterval(() => forgetDirectChannels(client), FORGET_CHANNELS_MS).unref();
  return () => clearInterval(timer);
}

/**
 * Drops cached direct channels. discord.js would keep every direct channel forever, and each channel of a server without the bot that an
 * interaction came from. It caches them again when something comes from there.
 */
function forgetDirectChannels({ channels }: Client): void {
  channels.cache.sweep((channel) => channel.isDMBased());
}
