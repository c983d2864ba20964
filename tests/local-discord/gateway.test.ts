import { Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { logIn, makeClient, startTestDiscord } from './client-under-test.ts';
import { command } from './interactions/requests.ts';

const answering = {
  onInteraction: async (interaction: Interaction) => {
    if (interaction.isRepliable()) await interaction.reply('here');
  },
};

describe('a session that goes on', () => {
  test('after a dropped socket it is resumed, and what was missed is replayed', async () => {
    const { discord } = await logIn(answering);
    discord.faults.dropGateway();
    const missed = discord.dispatch(command({ name: 'ask' }));
    expect(missed.isDelivered).toBe(true);
    await discord.resumed();
    expect((await missed.final()).message?.content).toBe('here');
    await discord.interact(command({ name: 'ask' }));
    // Each answered once: nothing is replayed that the bot already had.
    expect(discord.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(2);
  });

  test('after op 7 it is resumed', async () => {
    const { discord } = await logIn(answering);
    discord.faults.askToReconnect();
    await discord.resumed();
    expect((await discord.interact(command({ name: 'ask' }))).message?.content).toBe('here');
  });

  test('after op 9, resumable, it is resumed over the same connection', async () => {
    const { discord } = await logIn(answering);
    discord.faults.invalidateSession({ isResumable: true });
    await discord.resumed();
    expect((await discord.interact(command({ name: 'ask' }))).message?.content).toBe('here');
  });

  test('after unanswered heartbeats the client reconnects and resumes', async () => {
    const { discord } = await logIn(answering, { heartbeatIntervalMs: 50 });
    discord.faults.makeZombies();
    const missed = discord.dispatch(command({ name: 'ask' }));
    await discord.resumed();
    expect((await missed.final()).message?.content).toBe('here');
  });
});

describe('a session that ends', () => {
  test('after op 9, not resumable, the client identifies anew and what came between is lost', async () => {
    const { discord } = await logIn(answering);
    discord.faults.invalidateSession({ isResumable: false });
    const lost = discord.dispatch(command({ name: 'ask' }));
    expect(lost.isDelivered).toBe(false);
    await discord.ready(2);
    await discord.interact(command({ name: 'ask' }));
    expect(lost.outcome.type).toBeUndefined();
  });

  test('a refused resume leads to a new session', async () => {
    const { discord } = await logIn(answering);
    discord.faults.refuseNextResume();
    discord.faults.dropGateway();
    await discord.ready(2);
    expect((await discord.interact(command({ name: 'ask' }))).message?.content).toBe('here');
  });

  test('a client that logs out cannot be reached', async () => {
    const { discord, client } = await logIn(answering);
    await client.destroy();
    await expect.poll(() => discord.dispatch(command({ name: 'ask' })).isDelivered).toBe(false);
  });
});

describe('a refused login', () => {
  test('with a token that the gateway does not take, the client gives up (4004)', async () => {
    const discord = await startTestDiscord();
    discord.faults.refuseNextToken();
    const client = makeClient(discord);
    const closed = new Promise((resolve) => client.once(Events.ShardDisconnect, ({ code }) => resolve(code)));
    await expect(client.login(discord.token)).rejects.toThrow('Authentication failed');
    expect(await closed).toBe(4004);
  });

  test('with an intent that the application was not granted, the client gives up (4014)', async () => {
    const discord = await startTestDiscord();
    const client = makeClient(discord, { intents: [GatewayIntentBits.MessageContent] });
    await expect(client.login(discord.token)).rejects.toThrow('disallowed intents');
  });

  test('with a granted privileged intent it is READY and reads every message', async () => {
    const discord = await startTestDiscord({ privilegedIntents: 'granted' });
    const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
    const client = makeClient(discord, { intents: [Guilds, GuildMessages, MessageContent] });
    const content = new Promise((resolve) =>
      client.once(Events.MessageCreate, (message) => resolve(message.content)),
    );
    await client.login(discord.token);
    await discord.ready();
    discord.say({ text: 'just talking' });
    expect(await content).toBe('just talking');
  });
});

test('a guild that never arrives holds the client back for its waiting time', async () => {
  const discord = await startTestDiscord();
  const [home] = discord.guilds;
  if (!home) throw new Error('no guild');
  discord.faults.withholdGuild(home);
  const client = makeClient(discord, { waitGuildTimeout: 20 });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  expect(client.guilds.cache.get(home.id)?.available).toBe(false);
});
