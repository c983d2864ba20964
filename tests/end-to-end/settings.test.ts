import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/discord/routing/commands.ts';
import type { Outcome } from '../local-discord/interactions/exchange.ts';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Channel } from '../local-discord/world/channels.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import type { Role } from '../local-discord/world/roles.ts';
import { shareBot } from './shared-bot.ts';
import { wordsOf } from './under-answers.ts';

const addServers = shareBot();

/** May manage the server, and nothing else that others may not. */
function manager({ people }: LocalDiscord): Person {
  return replacePermissions(people.administrator, memberBits | permission.manageGuild);
}

function firstGuild({ guilds: [guild] }: LocalDiscord): Guild {
  if (guild === undefined) throw new Error('a local Discord has a guild');
  return guild;
}

const people = (user: Person, options: { channel?: Channel; role?: Role; reset?: boolean }) =>
  command({ name: 'settings', subcommand: 'people', options, user });
const peopleAt = (user: Person, channel?: Channel) =>
  people(user, channel === undefined ? { reset: true } : { channel });

const ask = command({ name: 'ask', options: { question: 'How do I mine bitcoin?' } });

function labels({ message }: Outcome): readonly (string | undefined)[] {
  return (message?.components ?? []).flatMap(({ components = [] }) => components.map(({ label }) => label));
}

test('who manages the server says where questions for people go; the button comes and goes with it', async () => {
  const { discord, restart } = await addServers();
  expect(labels(await discord.interact(ask))).not.toContain('Ask the helpers');
  const set = await discord.interact(peopleAt(manager(discord), firstGuild(discord).secondChannel));
  expect(set.isEphemeral).toBe(true);
  expect(wordsOf(set.message)).toContain(`<#${firstGuild(discord).secondChannel.id}>`);
  expect(labels(await discord.interact(ask))).toContain('Ask the helpers');
  await restart();
  expect(labels(await discord.interact(ask))).toContain('Ask the helpers');
  await discord.interact(peopleAt(manager(discord)));
  expect(labels(await discord.interact(ask))).not.toContain('Ask the helpers');
});

test('a moderator who does not manage the server is told what it needs, and nothing changes', async () => {
  const { discord } = await addServers();
  const refused = await discord.interact(
    peopleAt(discord.people.moderator, firstGuild(discord).secondChannel),
  );
  expect(refused.isEphemeral).toBe(true);
  expect(wordsOf(refused.message)).toContain('Manage Server');
  expect(labels(await discord.interact(ask))).not.toContain('Ask the helpers');
});

/** What who manages the server is told when they choose. */
async function told(discord: LocalDiscord, options: { channel?: Channel; role?: Role }): Promise<string> {
  const set = await discord.interact(people(manager(discord), options));
  return wordsOf(set.message);
}

describe('who chooses people is told beforehand', () => {
  test('that a role is named without being called, unless everyone or the bot may mention it', async () => {
    const { discord } = await addServers();
    const { channel, secondChannel, roles } = firstGuild(discord);
    const warning = `<@&${roles.helpers.id}> won’t be notified`;
    expect(await told(discord, { role: roles.helpers })).toContain(warning);
    expect(await told(discord, { channel: secondChannel, role: roles.helpers })).toContain(warning);
    expect(await told(discord, { channel: secondChannel, role: roles.news })).not.toContain(
      'won’t be notified',
    );
    discord.setBotPermissions(secondChannel, { allow: permission.mentionEveryone });
    expect(await told(discord, { channel: secondChannel, role: roles.helpers })).not.toContain(
      'won’t be notified',
    );
    expect(await told(discord, { channel, role: roles.helpers })).toContain(warning);
  });

  test('that the bot can’t write in a channel or a thread, and nothing where it may', async () => {
    const { discord } = await addServers();
    const { channel, secondChannel, thread } = firstGuild(discord);
    for (const deny of [permission.sendMessages, permission.viewChannel]) {
      discord.setBotPermissions(secondChannel, { deny });
      const warning = `I can’t write in <#${secondChannel.id}>`;
      expect(await told(discord, { channel: secondChannel })).toContain(warning);
    }
    for (const open of [channel, thread])
      expect(await told(discord, { channel: open })).not.toContain('can’t write');
    discord.setBotPermissions(channel, { deny: permission.sendMessagesInThreads });
    expect(await told(discord, { channel })).not.toContain('can’t write');
    expect(await told(discord, { channel: thread })).toContain('can’t write');
  });
});

test('Discord shows the command to those alone who manage the server, and only in servers', () => {
  const settings = COMMANDS.find(({ definition }) => definition.name === 'settings')?.definition;
  expect(settings).toMatchObject({ default_member_permissions: '32', contexts: [0], integration_types: [0] });
});

test('whoever has a role that the server has chosen is a moderator, in that server, until it is no longer chosen', async () => {
  const { discord } = await addServers();
  const home = firstGuild(discord);
  const { member } = discord.people;
  const { helpers, news } = home.roles;
  const refreshAs = (roles: readonly Role[]) =>
    discord.interact(command({ name: 'refresh', user: member, roles }));
  const choose = (options: Record<string, Role | boolean>) =>
    discord.interact(
      command({ name: 'settings', subcommand: 'moderators', options, user: manager(discord) }),
    );
  expect(wordsOf((await refreshAs([helpers])).message)).toContain('Manage Messages');
  const chosen = await choose({ add: helpers });
  expect(wordsOf(chosen.message)).toContain(`<@&${helpers.id}>`);
  expect(chosen.message?.mention_roles).toEqual([]);
  expect(wordsOf((await refreshAs([helpers])).message)).toContain('Refreshed');
  expect(wordsOf((await refreshAs([news])).message)).toContain('Manage Messages');
  const [, other] = discord.guilds;
  const elsewhere = command({
    name: 'refresh',
    user: member,
    ...(other && { guild: other, roles: [other.roles.helpers] }),
  });
  expect(wordsOf((await discord.interact(elsewhere)).message)).toContain('Manage Messages');
  // A second role leaves the first one where it is.
  await choose({ add: news });
  for (const role of [helpers, news])
    expect(wordsOf((await refreshAs([role])).message)).toContain('Refreshed');
  await choose({ remove: news });
  expect(wordsOf((await refreshAs([news])).message)).toContain('Manage Messages');
  await choose({ reset: true });
  expect(wordsOf((await refreshAs([helpers])).message)).toContain('Manage Messages');
});
