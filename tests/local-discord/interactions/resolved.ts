import { type Channel, channelPayload } from '../world/channels.ts';
import { type Person, partialMemberPayload, permissionsOf, userPayload } from '../world/people.ts';
import { type Role, rolePayload } from '../world/roles.ts';
import type { World } from '../world/world.ts';
import type { Exchange } from './exchange.ts';
import type { OptionValue } from './requests.ts';

export function isPerson(value: OptionValue): value is Person {
  return typeof value === 'object' && 'username' in value;
}

export function isChannel(value: OptionValue): value is Channel {
  return typeof value === 'object' && 'type' in value;
}

export function isRole(value: OptionValue): value is Role {
  return typeof value === 'object' && 'mentionable' in value;
}

/**
 * What the ids among the options stand for. Kinds that do not occur are left out.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure
 */
export function resolved(world: World, exchange: Exchange, values: readonly OptionValue[]): object {
  const { guild, user } = exchange;
  const people = values.filter(isPerson);
  const channels = values.filter(isChannel);
  const permissions = guild && String(permissionsOf(user, guild));
  return withoutEmpty({
    users: byId(people, userPayload),
    members: guild ? byId(people, (person) => partialMemberPayload(person, guild)) : {},
    channels: byId(channels, (channel) => ({ ...channelPayload(world, channel), permissions })),
    roles: byId(values.filter(isRole), (role) => rolePayload(role)),
  });
}

function byId<Item extends { readonly id: string }>(items: readonly Item[], payload: (item: Item) => object) {
  return Object.fromEntries(items.map((item) => [item.id, payload(item)]));
}

function withoutEmpty(maps: Readonly<Record<string, object>>): object {
  return Object.fromEntries(Object.entries(maps).filter(([, map]) => Object.keys(map).length > 0));
}
