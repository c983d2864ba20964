import { buildChannelPayload, type Channel } from './channels.ts';
import type { Guild } from './guilds.ts';
import { buildMemberPayload } from './people.ts';
import { memberBits, permission } from './permissions.ts';
import { buildRolePayload } from './roles.ts';
import type { World } from './world.ts';

/** The payload of GUILD_CREATE. Without privileged intents it names no member but the bot itself. */
export function buildGuildPayload(world: World, guild: Guild) {
  const { channel, secondChannel, thread, forum } = guild;
  return {
    ...buildGuildSettings(
      guild,
      world.adders.has(guild.id) ? memberBits | permission.viewAuditLog : memberBits,
    ),
    joined_at: guild.createdAt,
    large: false,
    unavailable: false,
    member_count: Object.keys(world.people).length + 1,
    members: [buildMemberPayload(world.bot, guild)],
    channels: [channel, secondChannel, forum].map((each) => buildChannelPayload(world, each)),
    threads: [thread, ...listPosts(world, forum)].map((each) => buildChannelPayload(world, each)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The posts of a forum; none of them is archived. */
function listPosts({ channels }: World, forum: Channel): readonly Channel[] {
  return [...channels.values()].filter(({ parentId }) => parentId === forum.id);
}

/** A guild as `GET /guilds/:id` answers it. */
export function buildGuildSettings(guild: Guild, botBits = memberBits) {
  const everyone = { id: guild.id, name: '@everyone', mentionable: false, managed: false };
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
    system_channel_id: guild.systemChannel?.id ?? null,
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
    roles: [
      buildRolePayload(everyone, 0),
      ...Object.values(guild.roles).map((role) =>
        buildRolePayload(role, 1, role === guild.roles.bot ? botBits : memberBits),
      ),
    ],
  };
}
