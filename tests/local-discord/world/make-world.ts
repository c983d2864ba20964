import { channelType } from '../wire-values.ts';
import type { Channel } from './channels.ts';
import { CommandBook } from './commands.ts';
import { type Guild, type GuildSpec, listChannels, makeGuild } from './guilds.ts';
import { makePeople, makePerson, type Person } from './people.ts';
import { createIdGenerator } from './snowflakes.ts';
import type { World } from './world.ts';

export interface WorldOptions {
  readonly token: string;
  readonly origin: string;
  readonly guilds: readonly GuildSpec[];
  readonly mayReadContent: boolean;
  readonly now: () => number;
  readonly dispatch: World['dispatch'];
}

/** A Discord with guilds and people, in which nothing has happened yet. */
export function makeWorld(options: WorldOptions): World {
  const { token, origin, guilds, mayReadContent, now, dispatch } = options;
  const newId = createIdGenerator(now);
  const bot = { ...makePerson(newId, 'footnote'), isBot: true, roleIds: [] };
  const common = {
    now,
    newId,
    token,
    origin,
    bot,
    profile: { description: '' },
    application: { flags: 0, interactionsEndpointUrl: null, requiresCodeGrant: false },
    lacking: new Map<string, bigint>(),
    mayReadContent,
    allGuilds: [],
    allPeople: [],
    withoutBot: new Set<string>(),
    departed: new Map(),
    channels: new Map(),
    adders: new Map(),
    overwrites: new Map(),
    hiddenChannels: new Map(),
    messages: new Map(),
    files: new Map(),
    exchangesById: new Map(),
    exchangesByToken: new Map(),
    originals: new Map(),
    followUpCounts: new Map(),
    globalCommands: new CommandBook(newId, { application_id: bot.id }),
    guildCommands: new Map(),
    violations: [],
    dispatch,
  };
  return { ...common, ...makePart(common, guilds) };
}

/** What a part of a world has for itself. */
type Part = Pick<World, 'guilds' | 'guildWithoutBot' | 'privateChannel' | 'people'>;

/** Makes guilds and people that know nothing of those that are there already. The bot is not told of them. */
export function makePart(world: Omit<World, keyof Part>, specs: readonly GuildSpec[]): Part {
  const { newId, now, bot } = world;
  const guilds = specs.map((spec) => makeGuild(newId, spec, now()));
  const guildWithoutBot = makeGuild(
    newId,
    { name: 'Guild Without Bot', locale: 'fr', hasSystemChannel: true },
    now(),
  );
  const privateChannel = { id: newId(), name: 'a group', type: channelType.groupDm };
  const people = makePeople(newId, guilds);
  const made = [...guilds, guildWithoutBot];
  world.allGuilds.push(...made);
  world.allPeople.push(...Object.values(people));
  world.withoutBot.add(guildWithoutBot.id);
  bot.roleIds.push(...made.map(({ roles }) => roles.bot.id));
  for (const channel of [...made.flatMap(listChannels), privateChannel])
    world.channels.set(channel.id, channel);
  for (const { id } of guilds) world.guildCommands.set(id, createCommandBook(newId, bot, id));
  return { guilds, guildWithoutBot, privateChannel, people };
}

/** The bot's commands of one guild, none at first. */
export function createCommandBook(newId: World['newId'], bot: Person, guildId: string): CommandBook {
  return new CommandBook(newId, { application_id: bot.id, guild_id: guildId });
}

/** The direct-message channel with the person, opened on first use. */
export function openDmChannel(world: World, person: Person): Channel {
  for (const channel of world.channels.values()) if (channel.recipient?.id === person.id) return channel;
  const channel = { id: world.newId(), name: person.username, type: channelType.dm, recipient: person };
  world.channels.set(channel.id, channel);
  return channel;
}

/** The channel's guild, with or without the bot; undefined for direct messages and groups. */
export function findGuild(world: World, channel: Channel): Guild | undefined {
  return world.allGuilds.find(({ id }) => id === channel.guildId);
}
