import { CommandBook } from './commands.ts';
import { type Channel, type GuildSpec, makeGuild } from './guilds.ts';
import { makePeople, makePerson, type Person } from './people.ts';
import { snowflakeMaker } from './snowflakes.ts';
import type { World } from './world.ts';

export interface WorldOptions {
  readonly token: string;
  readonly guilds: readonly GuildSpec[];
  readonly now: () => number;
  readonly dispatch: World['dispatch'];
}

/** A Discord with guilds and people, in which nothing has happened yet. */
export function makeWorld({ token, guilds: specs, now, dispatch }: WorldOptions): World {
  const newId = snowflakeMaker(now);
  const guilds = specs.map((spec) => makeGuild(newId, spec, now()));
  const bot = { ...makePerson(newId, 'footnote'), isBot: true };
  const application = { application_id: bot.id };
  return {
    now,
    newId,
    token,
    bot,
    guilds,
    people: makePeople(newId, guilds),
    channels: new Map(guilds.map(({ channel }) => [channel.id, channel])),
    messages: new Map(),
    exchangesById: new Map(),
    exchangesByToken: new Map(),
    originals: new Map(),
    globalCommands: new CommandBook(newId, application),
    guildCommands: new Map(
      guilds.map(({ id }) => [id, new CommandBook(newId, { ...application, guild_id: id })]),
    ),
    violations: [],
    dispatch,
  };
}

/** The direct-message channel with the person, opened on first use. */
export function dmChannel(world: World, person: Person): Channel {
  for (const channel of world.channels.values()) if (channel.recipient?.id === person.id) return channel;
  const channel = { id: world.newId(), name: person.username, recipient: person };
  world.channels.set(channel.id, channel);
  return channel;
}
