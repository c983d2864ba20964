import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import { buildRestOptions, type RestSettings } from '../kit/rest.ts';

export interface ConnectionSettings extends RestSettings {
  readonly token: string;
  /** Which of the gateway connections of all processes this one keeps. */
  readonly shards: { readonly ids: readonly number[]; readonly count: number };
}

const FORGET_PLACES_MS = 60 * 60_000;
/** READY waits this long for guilds that never arrive, and interactions wait with it; the default of 15 s voids them. */
const WAIT_FOR_GUILDS_MS = 500;

/** A client that is not connected yet. It needs no privileged intent and remembers no messages, and of members only itself. */
export function createClient(settings: RestSettings & Pick<ConnectionSettings, 'shards'>): Client {
  const client = new Client({
    shards: [...settings.shards.ids],
    shardCount: settings.shards.count,
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it messages in a direct channel that is not known yet are not told.
    partials: [Partials.Channel],
    waitGuildTimeout: WAIT_FOR_GUILDS_MS,
    allowedMentions: { parse: [] },
    rest: buildRestOptions(settings),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      // But itself, to know what it may do where.
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
  setInterval(() => forgetStrangePlaces(client), FORGET_PLACES_MS).unref();
  return client;
}

/**
 * discord.js keeps every direct channel, and each channel that an interaction comes from in a server that the bot is not in, for good.
 * They are known again as soon as something comes from there.
 */
function forgetStrangePlaces({ channels }: Client): void {
  channels.cache.sweep((channel) => channel.isDMBased());
}
