import { intent } from '../wire-values.ts';
import { buildGuildPayload } from './guild-payload.ts';
import type { Guild } from './guilds.ts';
import { createCommandBook } from './make-world.ts';
import { type Person, replaceRoles } from './people.ts';
import type { Role } from './roles.ts';
import type { World } from './world.ts';

/**
 * Takes the bot out of the guild, with its commands there, and tells it.
 *
 * @throws Error when it is not in it.
 * @see https://docs.discord.com/developers/events/gateway-events#guild-delete
 */
export function removeBot(world: World, { id, name }: Guild): void {
  if (world.withoutBot.has(id)) throw new Error(`the bot is not in ${name}`);
  world.withoutBot.add(id);
  world.guildCommands.delete(id);
  // Without `unavailable`, which would mean an outage.
  world.dispatch({ name: 'GUILD_DELETE', intents: intent.guilds, buildData: () => ({ id }) });
}

/**
 * The person leaves the guild, or is banned. The bot is not told: it would have to ask for a privileged intent.
 *
 * @see https://docs.discord.com/developers/events/gateway-events#guild-member-remove
 */
export function removePerson({ departed }: World, { id }: Guild, person: Person): void {
  departed.set(id, new Set([...(departed.get(id) ?? []), person.id]));
}

/** Gives a person exactly these roles, which the bot learns when it asks for the member. Returns the person who has them. */
export function giveRoles({ allPeople }: World, person: Person, roles: readonly Role[]): Person {
  const given = replaceRoles(person, ...roles);
  const index = allPeople.findIndex(({ id }) => id === person.id);
  allPeople.splice(index, 1, given);
  return given;
}

/**
 * Adds the bot to the guild, and tells it as it is told of any guild. With `by`, its role lets it see in the audit log who did.
 *
 * @throws Error when it is in it.
 */
export function addBot(world: World, guild: Guild, by?: Person): void {
  if (!world.withoutBot.delete(guild.id)) throw new Error(`the bot is in ${guild.name}`);
  world.guildCommands.set(guild.id, createCommandBook(world.newId, world.bot, guild.id));
  if (by !== undefined) world.adders.set(guild.id, by);
  announceGuild(world, guild);
}

/** Tells the bot of a guild that it is in. */
export function announceGuild(world: World, guild: Guild): void {
  const payload = buildGuildPayload(world, guild);
  world.dispatch({ name: 'GUILD_CREATE', intents: intent.guilds, buildData: () => payload });
}
