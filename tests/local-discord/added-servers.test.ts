import { Events } from 'discord.js';
import { expect, test } from 'vitest';
import { logIn, makeClient } from './client-under-test.ts';
import { command } from './interactions/requests.ts';

/** A client that says where it was asked, and by whom. */
async function asked() {
  const setting = await logIn({
    onInteraction: async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(`${interaction.guild?.name}: ${interaction.user.id}`);
    },
  });
  return { ...setting, added: setting.discord.addServers([{ name: 'Third' }, { name: 'Fourth' }]) };
}

test('servers are added to a bot that runs, which answers there people that only they have', async () => {
  const { discord, added, client } = await asked();
  const { id } = added.people.member;
  expect(id).not.toBe(discord.people.member.id);
  expect((await added.interact(command({ name: 'ask' }))).message?.content).toBe(`Third: ${id}`);
  expect(client.guilds.cache.map(({ name }) => name)).toEqual([
    'Reading Room',
    'Other Guild',
    'Third',
    'Fourth',
  ]);
  const [third] = added.guilds;
  const member = await client.guilds.resolve(third?.id ?? '')?.members.fetch(id);
  expect(member?.user.username).toBe('mia');
  const own = client.guilds.resolve(third?.id ?? '')?.members.me;
  expect(own?.roles.cache.map(({ name }) => name)).toContain('footnote');
  expect(discord.violations).toEqual([]);
});

test('of requests, broken rules, sessions and resumes those from then on are shown', async () => {
  const { discord, client } = await asked();
  await discord.interact(command({ name: 'ask' }));
  await expect(client.rest.post('/channels/1/unknown', { body: {} })).rejects.toMatchObject({ status: 404 });
  const [home] = discord.guilds;
  await expect(
    client.rest.post(`/channels/${home?.channel.id}/messages`, { body: {} }),
  ).rejects.toMatchObject({ status: 400 });
  const added = discord.addServers();
  expect(discord.violations).not.toEqual([]);
  expect([added.requests, added.violations, added.unhandledRoutes]).toEqual([[], [], []]);
  await added.ready();
  const resumed = added.resumed();
  discord.faults.dropGateway();
  await resumed;
  await added.interact(command({ name: 'ask' }));
  const body = { content: 'elsewhere' };
  await client.rest.post(`/channels/${home?.channel.id}/messages`, { body });
  expect(added.requests).toHaveLength(1);
  expect(discord.requests.slice(-2, -1)).toEqual(added.requests);
});

test('a bot that starts anew finds them, unless it has been taken out of them', async () => {
  const { discord, added, client } = await asked();
  const anew = makeClient(discord);
  const isReady = new Promise((resolve) => anew.once(Events.ClientReady, resolve));
  await anew.login(discord.token);
  await isReady;
  expect(anew.guilds.cache.map(({ name }) => name)).toContain('Fourth');
  added.leaveServers();
  await expect
    .poll(() => client.guilds.cache.map(({ name }) => name))
    .toEqual(['Reading Room', 'Other Guild']);
  added.leaveServers();
});
