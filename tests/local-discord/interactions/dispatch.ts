import { randomBytes } from 'node:crypto';
import type { Guild } from '../world/guilds.ts';
import { findGuild } from '../world/make-world.ts';
import { type Person, replaceRoles } from '../world/people.ts';
import type { Role } from '../world/roles.ts';
import { rejectAfter } from '../world/watched-value.ts';
import type { World } from '../world/world.ts';
import { type ChannelChoice, findChannel, findOwners, requireOffered } from './channel-choice.ts';
import { findCommand } from './data.ts';
import { createOutcome, type Exchange, isAcknowledged, isFinal, type Outcome } from './exchange.ts';
import { buildInteractionPayload } from './payload.ts';
import type { InteractionRequest } from './requests.ts';

const PATIENCE_MS = 28_000;

/** A sent interaction, with the present outcome and promises of later ones. */
export interface Dispatched {
  readonly id: string;
  readonly token: string;
  /** False when the bot had no session: the interaction is lost. */
  readonly isDelivered: boolean;
  /** What the user sees now. */
  readonly outcome: Outcome;
  /** Resolves with the first accepted callback. */
  readonly acknowledged: () => Promise<Outcome>;
  /** Resolves when the user sees an answer: for a deferred one, with its edit. */
  readonly final: () => Promise<Outcome>;
  /** Resolves when the outcome matches; rejects after 28 seconds. */
  readonly until: (matches: (outcome: Outcome) => boolean) => Promise<Outcome>;
}

/** Sends an interaction to the bot. */
export function dispatchInteraction(world: World, request: InteractionRequest): Dispatched {
  const exchange = newExchange(world, request);
  const payload = buildInteractionPayload(world, exchange);
  world.exchangesById.set(exchange.id, exchange);
  world.exchangesByToken.set(exchange.token, exchange);
  const isDelivered = world.dispatch({ name: 'INTERACTION_CREATE', intents: 0, buildData: () => payload });
  const until = (matches: (outcome: Outcome) => boolean) =>
    rejectAfter(exchange.outcome.until(matches), PATIENCE_MS, () => explain(exchange, isDelivered, world));
  return {
    id: exchange.id,
    token: exchange.token,
    isDelivered,
    get outcome() {
      return exchange.outcome.value;
    },
    acknowledged: () => until(isAcknowledged),
    final: () => until(isFinal),
    until,
  };
}

function newExchange(world: World, request: InteractionRequest): Exchange {
  const { ageMs = 0, user: person = world.people.member } = request;
  const id = world.newId(ageMs);
  const channel = findChannel(world, person, whereaboutsOf(world, request));
  const guild = findGuild(world, channel);
  const exchange = {
    id,
    token: Buffer.from(`interaction:${id}:${randomBytes(48).toString('hex')}`).toString('base64url'),
    request,
    user: actingWith(request.roles, person, guild),
    guild,
    channel,
    createdAt: world.now() - ageMs,
    dispatchedAt: performance.now(),
    outcome: createOutcome(),
  };
  const owners = findOwners(world, exchange);
  return { ...exchange, owners: requireOffered(findCommand(world, exchange), exchange, owners) };
}

/** @throws Error when somebody cannot hold one of the roles there: another guild's, or the bot's own. */
function actingWith(roles: readonly Role[] | undefined, person: Person, guild: Guild | undefined): Person {
  if (roles === undefined) return person;
  const known = Object.values(guild?.roles ?? {}).map(({ id }: Role) => id);
  const strange = roles.find(({ id, managed }) => managed || !known.includes(id));
  if (strange) throw new Error(`nobody holds the role ${strange.name} there`);
  return replaceRoles(person, ...roles);
}

/** What is done to a message happens in its channel unless the test says otherwise. */
function whereaboutsOf(world: World, request: InteractionRequest): ChannelChoice {
  const { isDm, channel, guild } = request;
  const message = 'message' in request ? request.message : undefined;
  const target = request.kind === 'message menu' ? request.target : message;
  const around = world.channels.get(target?.channel_id ?? '');
  return isDm || channel || guild || !around ? request : { channel: around };
}

function explain({ request, outcome }: Exchange, isDelivered: boolean, { violations }: World): string {
  if (!isDelivered) return `the ${request.kind} was lost: the bot had no gateway session`;
  const seen = JSON.stringify(outcome.value);
  return `the ${request.kind} stayed unanswered; outcome ${seen}; violations ${JSON.stringify(violations.slice(-5))}`;
}
