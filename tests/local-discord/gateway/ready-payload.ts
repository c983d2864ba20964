import { listBotGuilds } from '../world/access.ts';
import { buildUserPayload } from '../world/people.ts';
import type { World } from '../world/world.ts';
import type { Session } from './session.ts';
import { isServedByShard } from './shard.ts';

/**
 * The payload of READY. Guilds are named only; each arrives with a GUILD_CREATE of its own.
 *
 * @see https://docs.discord.com/developers/events/gateway-events#ready
 */
export function buildReadyPayload(
  { id, shard }: Pick<Session, 'id' | 'shard'>,
  world: World,
  resumeUrl: string,
): object {
  return {
    v: 10,
    user: { ...buildUserPayload(world.bot), email: null, verified: true, mfa_enabled: false, flags: 0 },
    guilds: listBotGuilds(world)
      .filter((guild) => isServedByShard(shard, guild.id))
      .map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: id,
    session_type: 'normal',
    resume_gateway_url: resumeUrl,
    shard,
    application: { id: world.bot.id, flags: 0 },
    private_channels: [],
    relationships: [],
    presences: [],
    guild_join_requests: [],
    geo_ordered_rtc_regions: [],
    user_settings: {},
    _trace: [],
  };
}
