import { channelType } from '../wire-values.ts';
import type { Channel } from './channels.ts';
import { CommandBook } from './commands.ts';
import { channelsOf, type Guild, type GuildSpec, makeGuild } from './guilds.ts';
import { makePeople, makePerson, type Person } from './people.ts';
import { snowflakeMaker } from './snowflakes.ts';
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
  const { token, origin, guilds: specs, mayReadContent, now, dispatch } = options;
  const newId = snowflakeMaker(now);
  const guilds = specs.map((spec) => makeGuild(newId, spec, now()));
  const guildWithoutBot = makeGuild(newId, { name: 'Guild Without Bot', locale: 'fr' }, now());
  const privateChannel = { id: newId(), name: 'a group', type: channelType.groupDm };
  const roleIds = [...guilds, guildWithoutBot].map(({ roles }) => roles.bot.id);
  const bot = { ...makePerson(newId, 'footnote'), isBot: true, roleIds };
  const channels = [...[...guilds, guildWithoutBot].flatMap(channelsOf), privateChannel];
  return {
    now,
    newId,
    token,
    origin,
    bot,
    profile: { description: '' },
    mayReadContent,
    guilds,
    guildWithoutBot,
    withoutBot: new Set([guildWithoutBot.id]),
    gone: new Map(),
    privateChannel,
    people: makePeople(newId, guilds),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    overwrites: new Map(),
    hidden: new Map(),
    messages: new Map(),
    files: new Map(),
    exchangesById: new Map(),
    exchangesByToken: new Map(),
    originals: new Map(),
    followUpCounts: new Map(),
    ...commandBooks(newId, bot, guilds),
    violations: [],
    dispatch,
  };
}

function commandBooks(newId: World['newId'], bot: Person, guilds: readonly Guild[]) {
  const application = { application_id: bot.id };
  return {
    globalCommands: new CommandBook(newId, application),
    guildCommands: new Map(guilds.map(({ id }) => [id, guildCommandBook(newId, bot, id)])),
  };
}

/** The bot's commands of one guild, none at first. */
export function guildCommandBook(newId: World['newId'], bot: Person, guildId: string): CommandBook {
  return new CommandBook(newId, { application_id: bot.id, guild_id: guildId });
}

/** The direct-message channel with the person, opened on first use. */
export function dmChannel(world: World, person: Person): Channel {
  for (const channel of world.channels.values()) if (channel.recipient?.id === person.id) return channel;
  const channel = { id: world.newId(), name: person.username, type: channelType.dm, recipient: person };
  world.channels.set(channel.id, channel);
  return channel;
}

/** The channel's guild, with or without the bot; undefined for direct messages and groups. */
export function guildOf(world: World, channel: Channel): Guild | undefined {
  return [...world.guilds, world.guildWithoutBot].find(({ id }) => id === channel.guildId);
}
