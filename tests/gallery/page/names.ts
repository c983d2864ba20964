import type { Names } from '../../../src/playground/look/read-inline.ts';
import type { LocalDiscord } from '../../local-discord/local-discord.ts';
import type { Person } from '../../local-discord/world/people.ts';

/** The names of everybody and everything in a local Discord, and of people that came later. */
export function collectNames(
  { people, guilds, applicationId }: LocalDiscord,
  visitors: readonly Person[] = [],
): Names {
  const users = [...Object.values<Person>({ ...people }), ...visitors];
  const channels = guilds.flatMap((guild) => [guild.channel, guild.secondChannel, guild.thread]);
  const roles = guilds.flatMap((guild) => Object.values({ ...guild.roles }));
  return {
    users: new Map([
      ...users.map(({ id, displayName }) => [id, displayName] as const),
      [applicationId, 'Footnote'],
    ]),
    roles: new Map(roles.map(({ id, name }) => [id, name])),
    channels: new Map(channels.map(({ id, name }) => [id, name])),
    now: Date.now(),
  };
}
