import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';

export interface ConnectionSettings {
  readonly token: string;
  /** Base of Discord's REST interface, without the version. */
  readonly apiUrl: string;
  /** Which of the gateway connections of all processes this one keeps. */
  readonly shards: { readonly ids: readonly number[]; readonly count: number };
}

/** A try that hangs must not outlive the 15 min of an interaction's token by much; 3 s for the first response are Discord's affair. */
const REST_TIMEOUT_MS = 5000;
const REST_RETRIES = 2;
/** READY waits this long for guilds that never arrive, and interactions wait with it; the default of 15 s voids them. */
const WAIT_FOR_GUILDS_MS = 500;

/** A client that is not connected yet. It needs no privileged intent and remembers no messages, and of members only itself. */
export function createClient({ apiUrl, shards }: Pick<ConnectionSettings, 'apiUrl' | 'shards'>): Client {
  return new Client({
    shards: [...shards.ids],
    shardCount: shards.count,
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it messages in a direct channel that is not known yet are not told.
    partials: [Partials.Channel],
    waitGuildTimeout: WAIT_FOR_GUILDS_MS,
    allowedMentions: { parse: [] },
    rest: { api: apiUrl, timeout: REST_TIMEOUT_MS, retries: REST_RETRIES },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      // But itself, to know what it may do where.
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      ThreadMemberManager: 0,
    }),
  });
}
