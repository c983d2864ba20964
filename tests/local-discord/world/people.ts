import type { Guild } from './guilds.ts';
import { everyBit, memberBits, permission } from './permissions.ts';
import type { Role } from './roles.ts';
import type { NewId } from './snowflakes.ts';

/** Somebody who uses the bot, or a bot. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly isBot: boolean;
  /** Permissions where `permissionsIn` names no others. */
  readonly permissions: bigint;
  readonly permissionsIn: Readonly<Record<string, bigint>>;
  /** Roles of all guilds together. */
  readonly roleIds: readonly string[];
}

/** The ready-made people of a local Discord. */
export interface People {
  readonly member: Person;
  /** May manage messages in every guild. */
  readonly moderator: Person;
  readonly administrator: Person;
  /** Moderator of the second guild only; an ordinary member of the first. */
  readonly moderatorElsewhere: Person;
  /** Another bot, to whose messages ours must not answer. */
  readonly otherBot: Person;
}

export function makePerson(newId: NewId, username: string, permissions = memberBits): Person {
  const displayName = username.charAt(0).toUpperCase() + username.slice(1);
  return { id: newId(), username, displayName, isBot: false, permissions, permissionsIn: {}, roleIds: [] };
}

export function makePeople(newId: NewId, guilds: readonly Guild[]): People {
  const moderatorBits = memberBits | permission.manageMessages;
  const elsewhere = guilds[1];
  return {
    member: makePerson(newId, 'mia'),
    moderator: makePerson(newId, 'theo', moderatorBits),
    administrator: makePerson(newId, 'ada', everyBit),
    moderatorElsewhere: {
      ...makePerson(newId, 'olga'),
      permissionsIn: elsewhere ? { [elsewhere.id]: moderatorBits } : {},
    },
    otherBot: { ...makePerson(newId, 'weatherbot'), isBot: true },
  };
}

/** The same person with exactly these permissions, everywhere. */
export function replacePermissions(person: Person, permissions: bigint): Person {
  return { ...person, permissions, permissionsIn: {} };
}

/** The same person with exactly these roles; they give no permissions. */
export function replaceRoles(person: Person, ...roles: readonly Role[]): Person {
  return { ...person, roleIds: roles.map(({ id }) => id) };
}

export function findPermissions(person: Person, guild: Guild): bigint {
  return person.permissionsIn[guild.id] ?? person.permissions;
}

/** A user as Discord sends it. */
export function buildUserPayload(person: Person) {
  return {
    id: person.id,
    username: person.username,
    global_name: person.isBot ? null : person.displayName,
    discriminator: '0',
    avatar: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: 0,
    bot: person.isBot,
  };
}

/** A guild member without the user, as it stands beside a message or among resolved members. */
export function buildPartialMemberPayload(person: Person, guild: Guild) {
  const known = Object.values(guild.roles).map(({ id }) => id);
  return {
    roles: person.roleIds.filter((id) => known.includes(id)),
    nick: null,
    avatar: null,
    banner: null,
    joined_at: guild.createdAt,
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    flags: 0,
    permissions: String(findPermissions(person, guild)),
  };
}

/** A guild member as it comes with an interaction, with the permissions in the channel as a decimal string. */
export function buildMemberPayload(person: Person, guild: Guild) {
  return {
    ...buildPartialMemberPayload(person, guild),
    user: buildUserPayload(person),
    deaf: false,
    mute: false,
  };
}
