import { buildChannelPayload, type Channel } from '../world/channels.ts';
import { type Attachment, storeFile, type Upload } from '../world/files.ts';
import {
  buildPartialMemberPayload,
  buildUserPayload,
  findPermissions,
  type Person,
} from '../world/people.ts';
import { buildRolePayload, type Role } from '../world/roles.ts';
import type { World } from '../world/world.ts';
import type { Exchange } from './exchange.ts';
import type { OptionValue } from './requests.ts';

export function isPerson(value: OptionValue | Resolvable): value is Person {
  return typeof value === 'object' && 'username' in value;
}

export function isChannel(value: OptionValue | Resolvable): value is Channel {
  return typeof value === 'object' && 'type' in value;
}

export function isRole(value: OptionValue | Resolvable): value is Role {
  return typeof value === 'object' && 'mentionable' in value;
}

export function isUpload(value: OptionValue): value is Upload {
  return typeof value === 'object' && 'bytes' in value;
}

/** What an id among the options can stand for. */
export type Resolvable = Person | Channel | Role | Attachment;

/** Gives an id to what has none yet: a file is kept, and stands for itself from then on. */
export function assignId(world: World, value: Exclude<Resolvable, Attachment> | Upload): Resolvable {
  return isUpload(value) ? storeFile(world, value) : value;
}

function isAttachment(value: Resolvable): value is Attachment {
  return 'proxy_url' in value;
}

/**
 * What the ids among the options stand for. Kinds that do not occur are left out.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure
 */
export function buildResolved(world: World, exchange: Exchange, values: readonly Resolvable[]): object {
  const { guild, user } = exchange;
  const people = values.filter(isPerson);
  const channels = values.filter(isChannel);
  const permissions = guild && String(findPermissions(user, guild));
  return withoutEmpty({
    users: byId(people, buildUserPayload),
    members: guild ? byId(people, (person) => buildPartialMemberPayload(person, guild)) : {},
    channels: byId(channels, (channel) => ({ ...buildChannelPayload(world, channel), permissions })),
    roles: byId(values.filter(isRole), (role) => buildRolePayload(role)),
    attachments: byId(values.filter(isAttachment), (attachment) => attachment),
  });
}

function byId<Item extends { readonly id: string }>(items: readonly Item[], payload: (item: Item) => object) {
  return Object.fromEntries(items.map((item) => [item.id, payload(item)]));
}

function withoutEmpty(maps: Readonly<Record<string, object>>): object {
  return Object.fromEntries(Object.entries(maps).filter(([, map]) => Object.keys(map).length > 0));
}
