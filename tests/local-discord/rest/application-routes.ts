import { ApplicationFormPartialSchema } from 'discord-api-spec/zod';
import { applicationBreaches } from '../rules/all-rules.ts';
import { schemaBreaches } from '../rules/schema-check.ts';
import { guildsOfBot } from '../world/access.ts';
import { guildSettings } from '../world/guild-payload.ts';
import { memberPayload, type Person, userPayload } from '../world/people.ts';
import type { World } from '../world/world.ts';
import { missingAccess, unknownGuild, unknownMember, unknownUser } from './api-error.ts';
import { refuseBroken } from './body-check.ts';
import { type Answer, type ApiRequest, ok, type Route, route, tokenlessRoute } from './route.ts';

/** What the bot asks about itself, its gateway, and the guilds and users it meets. */
export function applicationRoutes(gatewayUrl: () => string): readonly Route[] {
  return [
    tokenlessRoute('GET', '/gateway', () => ok({ url: gatewayUrl() })),
    route('GET', '/gateway/bot', () => ok(gatewayForBots(gatewayUrl()))),
    route('GET', '/users/@me', (_request, world) => ok(ownUser(world))),
    route('GET', '/applications/@me', (_request, world) => ok(ownApplication(world))),
    route('PATCH', '/applications/@me', editApplication),
    route('GET', '/oauth2/applications/@me', (_request, world) => ok(ownApplication(world))),
    route('GET', '/users/:user', user),
    route('GET', '/guilds/:guild', guild),
    route('GET', '/guilds/:guild/members/:user', member),
  ];
}

function gatewayForBots(url: string): object {
  return {
    url,
    shards: 1,
    session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
  };
}

function ownUser(world: World): object {
  return {
    ...userPayload(world.bot),
    email: null,
    verified: true,
    mfa_enabled: false,
    flags: 0,
    locale: 'en-US',
  };
}

function ownApplication(world: World): object {
  return {
    id: world.bot.id,
    name: world.bot.username,
    description: world.profile.description,
    icon: null,
    summary: '',
    type: null,
    flags: 0,
    verify_key: '0'.repeat(64),
    bot: userPayload(world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    owner: userPayload(world.people.administrator),
    team: null,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    approximate_guild_count: guildsOfBot(world).length,
    approximate_user_install_count: 0,
    integration_types_config: { 0: {}, 1: {} },
  };
}

function editApplication(request: ApiRequest, world: World): Answer {
  const { body } = request;
  refuseBroken(request, world, [
    ...schemaBreaches(ApplicationFormPartialSchema, body),
    ...applicationBreaches(body),
  ]);
  const { description } = body;
  if (typeof description === 'string') world.profile.description = description;
  return ok(ownApplication(world));
}

function user(request: ApiRequest, world: World): Answer {
  const known: readonly Person[] = [world.bot, ...world.allPeople];
  const person = known.find(({ id }) => id === request.param('user'));
  if (!person) throw unknownUser();
  return ok(userPayload(person));
}

function guild(request: ApiRequest, world: World): Answer {
  const known = guildsOfBot(world).find(({ id }) => id === request.param('guild'));
  if (!known) throw unknownGuild();
  return ok(guildSettings(known));
}

/** @see https://docs.discord.com/developers/resources/guild#get-guild-member */
function member(request: ApiRequest, world: World): Answer {
  const there = guildsOfBot(world).find(({ id }) => id === request.param('guild'));
  if (!there) throw missingAccess();
  const person = [...world.allPeople, world.bot].find(({ id }) => id === request.param('user'));
  if (!person) throw unknownUser();
  if (world.gone.get(there.id)?.has(person.id)) throw unknownMember();
  // The permissions come with interactions alone.
  const { permissions: _, ...payload } = memberPayload(person, there);
  return ok(payload);
}
