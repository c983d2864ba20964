import { ApplicationFormPartialSchema } from 'discord-api-spec/zod';
import { checkApplication } from '../rules/all-rules.ts';
import { checkSchema } from '../rules/schema-check.ts';
import { listBotGuilds } from '../world/access.ts';
import { buildGuildSettings } from '../world/guild-payload.ts';
import { buildMemberPayload, buildUserPayload, type Person } from '../world/people.ts';
import { memberBits } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import { invalidForm, missingAccess, unknownGuild, unknownMember, unknownUser } from './api-error.ts';
import { refuseBroken } from './body-check.ts';
import { type Answer, type ApiRequest, defineRoute, defineTokenlessRoute, ok, type Route } from './route.ts';

/** What the bot asks about itself, its gateway, and the guilds and users it meets. */
export function createApplicationRoutes(gatewayUrl: () => string, limits: GatewayLimits): readonly Route[] {
  return [
    defineTokenlessRoute('GET', '/gateway', () => ok({ url: gatewayUrl() })),
    defineRoute('GET', '/gateway/bot', () => ok(gatewayForBots(gatewayUrl(), limits))),
    defineRoute('GET', '/users/@me', (_request, world) => ok(ownUser(world))),
    defineRoute('GET', '/applications/@me', (_request, world) => ok(ownApplication(world))),
    defineRoute('PATCH', '/applications/@me', editApplication),
    defineRoute('GET', '/oauth2/applications/@me', (_request, world) => ok(ownApplication(world))),
    defineRoute('GET', '/users/@me/guilds', ownGuilds),
    defineRoute('GET', '/users/:user', user),
    defineRoute('GET', '/guilds/:guild', guild),
    defineRoute('GET', '/guilds/:guild/members/:user', member),
    defineRoute('GET', '/guilds/:guild/audit-logs', auditLog),
  ];
}

interface GatewayLimits {
  readonly recommendedShards: number;
  readonly maxConcurrency: number;
}

function gatewayForBots(url: string, { recommendedShards, maxConcurrency }: GatewayLimits): object {
  return {
    url,
    shards: recommendedShards,
    session_start_limit: {
      total: 1000,
      remaining: 999,
      reset_after: 86_400_000,
      max_concurrency: maxConcurrency,
    },
  };
}

function ownUser(world: World): object {
  return {
    ...buildUserPayload(world.bot),
    email: null,
    verified: true,
    mfa_enabled: false,
    flags: 0,
    locale: 'en-US',
  };
}

const MOST_GUILDS = 200;

/** @see https://docs.discord.com/developers/resources/user#get-current-user-guilds */
function ownGuilds({ query }: ApiRequest, world: World): Answer {
  const limit = Number(query.get('limit') ?? MOST_GUILDS);
  if (!(limit >= 1 && limit <= MOST_GUILDS)) throw invalidForm([]);
  const after = BigInt(query.get('after') ?? '0');
  const guilds = listBotGuilds(world)
    .filter(({ id }) => BigInt(id) > after)
    .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    .slice(0, limit);
  return ok(
    guilds.map(({ id, name }) => ({
      id,
      name,
      icon: null,
      banner: null,
      owner: false,
      permissions: String(memberBits & ~(world.lacking.get(id) ?? 0n)),
      features: [],
    })),
  );
}

function ownApplication(world: World): object {
  return {
    id: world.bot.id,
    name: world.bot.username,
    description: world.profile.description,
    icon: null,
    summary: '',
    type: null,
    flags: world.application.flags,
    verify_key: '0'.repeat(64),
    bot: buildUserPayload(world.bot),
    bot_public: true,
    bot_require_code_grant: world.application.requiresCodeGrant,
    owner: buildUserPayload(world.people.administrator),
    team: null,
    redirect_uris: [],
    interactions_endpoint_url: world.application.interactionsEndpointUrl,
    role_connections_verification_url: null,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    approximate_guild_count: listBotGuilds(world).length,
    approximate_user_install_count: 0,
    integration_types_config: { 0: {}, 1: {} },
  };
}

function editApplication(request: ApiRequest, world: World): Answer {
  const { body } = request;
  refuseBroken(request, world, [
    ...checkSchema(ApplicationFormPartialSchema, body),
    ...checkApplication(body),
  ]);
  const { description } = body;
  if (typeof description === 'string') world.profile.description = description;
  return ok(ownApplication(world));
}

function user(request: ApiRequest, world: World): Answer {
  const known: readonly Person[] = [world.bot, ...world.allPeople];
  const person = known.find(({ id }) => id === request.param('user'));
  if (!person) throw unknownUser();
  return ok(buildUserPayload(person));
}

function guild(request: ApiRequest, world: World): Answer {
  const known = listBotGuilds(world).find(({ id }) => id === request.param('guild'));
  if (!known) throw unknownGuild();
  return ok(buildGuildSettings(known));
}

/** Who added the bot; nothing else is logged. @see https://docs.discord.com/developers/resources/audit-log#get-guild-audit-log */
function auditLog(request: ApiRequest, world: World): Answer {
  const adder = world.adders.get(request.param('guild'));
  if (!adder) throw missingAccess();
  const entry = { id: world.newId(), action_type: BOT_ADD, target_id: world.bot.id, user_id: adder.id };
  return ok({
    audit_log_entries: [entry],
    users: [buildUserPayload(adder), buildUserPayload(world.bot)],
    application_commands: [],
    auto_moderation_rules: [],
    guild_scheduled_events: [],
    integrations: [],
    threads: [],
    webhooks: [],
  });
}

const BOT_ADD = 28;

/** @see https://docs.discord.com/developers/resources/guild#get-guild-member */
function member(request: ApiRequest, world: World): Answer {
  const there = listBotGuilds(world).find(({ id }) => id === request.param('guild'));
  if (!there) throw missingAccess();
  const person = [...world.allPeople, world.bot].find(({ id }) => id === request.param('user'));
  if (!person) throw unknownUser();
  if (world.departed.get(there.id)?.has(person.id)) throw unknownMember();
  // The permissions come with interactions alone.
  const { permissions: _, ...payload } = buildMemberPayload(person, there);
  return ok(payload);
}
