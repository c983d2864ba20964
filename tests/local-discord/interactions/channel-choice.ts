import { installType, interactionContext } from '../wire-values.ts';
import { isBotIn } from '../world/access.ts';
import type { Channel } from '../world/channels.ts';
import type { StoredCommand } from '../world/commands.ts';
import type { Guild } from '../world/guilds.ts';
import { findGuild, openDmChannel } from '../world/make-world.ts';
import type { Person } from '../world/people.ts';
import type { World } from '../world/world.ts';
import type { Exchange } from './exchange.ts';

/** The channel that a person acts in. The first field that is given counts. */
export interface ChannelChoice {
  /** In direct messages with the bot. */
  readonly isDm?: boolean;
  /** Also a thread, a private channel, or a channel of a guild without the bot. */
  readonly channel?: Channel;
  /** In the first channel of this guild; of the first guild when absent. */
  readonly guild?: Guild;
}

/** Returns the chosen channel. */
export function findChannel(world: World, user: Person, { isDm, channel, guild }: ChannelChoice): Channel {
  const first = channel ?? guild?.channel ?? world.guilds[0]?.channel;
  if (isDm || !first) return openDmChannel(world, user);
  return first;
}

/** Returns Discord's number for the context that an interaction comes from. */
export function findContext({ channel }: Pick<Exchange, 'channel'>): number {
  if (channel.guildId !== undefined) return interactionContext.guild;
  return channel.recipient ? interactionContext.botDm : interactionContext.privateChannel;
}

/** The guild or the user that has installed the app, by kind of installation. */
export type Owners = Readonly<Record<string, string>>;

/**
 * Returns the installations that make the app available: by default the server's where the bot is, and the user's elsewhere.
 *
 * @throws Error when the server's is named where the bot is not.
 */
export function findOwners(world: World, { channel, user, request }: Omit<Exchange, 'owners'>): Owners {
  const isHere = isBotIn(world, channel);
  const { install = isHere ? 'server' : 'user' } = request;
  if (!isHere && install !== 'user') throw new Error('the app is not installed in this place');
  return {
    // A direct message with the bot belongs to no server; Discord names the server 0.
    ...(install === 'user' ? {} : { [installType.guild]: findGuild(world, channel)?.id ?? '0' }),
    ...(install === 'server' ? {} : { [installType.user]: user.id }),
  };
}

/**
 * Returns the installations that offer the command here. An unregistered command is offered everywhere.
 *
 * @throws Error when the command is not offered there.
 * @see https://docs.discord.com/developers/interactions/application-commands#contexts
 */
export function requireOffered(
  command: StoredCommand | undefined,
  exchange: Omit<Exchange, 'owners'>,
  owners: Owners,
): Owners {
  if (!command) return owners;
  const { integration_types: types, contexts, dm_permission: isInDms } = command;
  const installs = Array.isArray(types) ? types.map(String) : [installType.guild];
  const offering = Object.entries(owners).filter(([kind]) => installs.includes(kind));
  const context = findContext(exchange);
  const isContextOpen = Array.isArray(contexts)
    ? contexts.includes(context)
    : isInDms !== false || context !== interactionContext.botDm;
  if (offering.length > 0 && isContextOpen) return Object.fromEntries(offering);
  const installed = Object.keys(owners).join(', ');
  throw new Error(`${command.name} is not offered in context ${context} with installation ${installed}`);
}
