import { memberPayload, type Person } from './people.ts';
import type { NewId } from './snowflakes.ts';

/** A guild that the bot has been added to. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly createdAt: string;
  /** The one text channel. */
  readonly channel: Channel;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  /** Absent for a direct message. */
  readonly guildId?: string;
  /** The other side of a direct message. */
  readonly recipient?: Person;
}

export function makeGuild(newId: NewId, { name, locale = 'en-US' }: GuildSpec, now: number): Guild {
  const id = newId();
  return {
    id,
    name,
    locale,
    createdAt: new Date(now).toISOString(),
    channel: { id: newId(), name: 'general', guildId: id },
  };
}

/** What a test may say of a guild. */
export interface GuildSpec {
  readonly name: string;
  /** Preferred locale; `en-US` when absent. */
  readonly locale?: string;
}

const TEXT_CHANNEL = 0;
const DM_CHANNEL = 1;

/** A text channel of a guild as Discord sends it. */
export function guildChannelPayload(channel: Channel) {
  return {
    id: channel.id,
    type: TEXT_CHANNEL,
    guild_id: channel.guildId,
    name: channel.name,
    topic: null,
    position: 0,
    parent_id: null,
    permission_overwrites: [],
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    flags: 0,
  };
}

/** A direct-message channel as Discord sends it. */
export function dmChannelPayload(channel: Channel, recipient: unknown) {
  return { id: channel.id, type: DM_CHANNEL, flags: 0, last_message_id: null, recipients: [recipient] };
}

/** The payload of GUILD_CREATE. */
export function guildPayload(guild: Guild, people: readonly Person[]) {
  return {
    ...guildSettings(guild),
    joined_at: guild.createdAt,
    large: false,
    unavailable: false,
    member_count: people.length,
    members: people.map((person) => memberPayload(person, guild)),
    channels: [guildChannelPayload(guild.channel)],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** A guild as `GET /guilds/:id` answers it. */
export function guildSettings(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.id,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    vanity_url_code: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    application_id: null,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.locale,
    features: [],
    emojis: [],
    stickers: [],
    roles: [everyoneRole(guild)],
  };
}

function everyoneRole(guild: Guild) {
  return {
    id: guild.id,
    name: '@everyone',
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: '0',
    managed: false,
    mentionable: false,
    flags: 0,
  };
}
