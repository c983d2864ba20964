import { ChannelType, type Interaction, type TextChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { addNonce } from '../../../src/discord/kit/posting.ts';
import { buildRestOptions, isUnconfirmed } from '../../../src/discord/kit/rest.ts';
import { makeClient, startTestDiscord } from '../../local-discord/client-under-test.ts';
import type { RestFault } from '../../local-discord/faults.ts';
import { command } from '../../local-discord/interactions/requests.ts';

const SILENT = { content: 'hello', allowedMentions: { parse: [] } };
/** Long enough for a loaded machine to answer, short enough to wait for. */
const restTimeoutMs = 400;

async function connected() {
  const discord = await startTestDiscord();
  const client = makeClient(discord, { rest: buildRestOptions({ apiUrl: discord.apiUrl, restTimeoutMs }) });
  await client.login(discord.token);
  const [guild] = discord.guilds;
  const channel = await client.channels.fetch(guild?.channel.id ?? '');
  if (channel?.type !== ChannelType.GuildText) throw new Error('no channel');
  return { discord, client, channel };
}

const tries = (discord: Awaited<ReturnType<typeof connected>>['discord'], path: RegExp): number =>
  discord.requests.filter((request) => request.method === 'POST' && path.test(request.path)).length;

/** A promise, and what fulfils it. */
function gate(): { readonly until: Promise<void>; readonly end: () => void } {
  const opening: { end?: () => void } = {};
  const until = new Promise<void>((resolve) => {
    opening.end = resolve;
  });
  return { until, end: () => opening.end?.() };
}

const TROUBLES: readonly (readonly [
  string,
  () => { readonly fault: RestFault; readonly end: () => void },
])[] = [
  ['a reset', () => ({ fault: { kind: 'accept then reset' }, end: () => {} })],
  ['a 504', () => ({ fault: { kind: 'accept then status', status: 504 }, end: () => {} })],
  [
    'a time-out',
    () => {
      const { until, end } = gate();
      return { fault: { kind: 'delay', until }, end };
    },
  ],
];

describe.each(TROUBLES)('after %s', (_, trouble) => {
  test('a message with a nonce is tried again, and is there once', async () => {
    const { discord, channel } = await connected();
    const { fault, end } = trouble();
    discord.faults.next({ method: 'POST' }, fault);
    const sent = await channel.send(addNonce(SILENT, 'test', '1'));
    end();
    expect(discord.listMessages(channel.id).map(({ id }) => id)).toEqual([sent.id]);
  });

  test('a message without a nonce is not tried again', async () => {
    const { discord, channel } = await connected();
    const { fault, end } = trouble();
    discord.faults.next({ method: 'POST' }, fault);
    await expect(sendTo(channel)).rejects.toSatisfy(isUnconfirmed);
    end();
    expect(discord.listMessages(channel.id)).toHaveLength(1);
  });

  test('a follow-up is not tried again', async () => {
    const { discord, client } = await connected();
    const { fault, end } = trouble();
    const followed = new Promise<unknown>((resolve) => {
      client.on('interactionCreate', (interaction: Interaction) => {
        void followUp(interaction).catch(resolve);
      });
    });
    discord.faults.next({ method: 'POST', path: /webhooks/ }, fault);
    discord.dispatch(command({ name: 'unknown' }));
    expect(await followed).toSatisfy(isUnconfirmed);
    end();
    await discord.firstRequest(({ path }) => path.includes('webhooks'));
    expect(tries(discord, /webhooks/)).toBe(1);
  });
});

const sendTo = (channel: TextChannel) => channel.send(SILENT);

async function followUp(interaction: Interaction): Promise<void> {
  if (!interaction.isRepliable()) return;
  await interaction.reply(SILENT);
  await interaction.followUp(SILENT);
}

test('a first response that timed out is not tried again: it is too late for any', async () => {
  const { discord, client } = await connected();
  const failed = new Promise<unknown>((resolve) => {
    client.on('interactionCreate', (interaction: Interaction) => {
      if (interaction.isRepliable()) void interaction.reply(SILENT).catch(resolve);
    });
  });
  const { until, end } = gate();
  discord.faults.next({ method: 'POST', path: /callback/ }, { kind: 'delay', until });
  discord.dispatch(command({ name: 'unknown' }));
  expect(await failed).toSatisfy(isUnconfirmed);
  end();
  await discord.firstRequest(({ path }) => path.includes('callback'));
  expect(tries(discord, /callback/)).toBe(1);
});

test('a connection that is closed in mid-answer is tried again where that is harmless', async () => {
  const { discord, channel } = await connected();
  discord.faults.next({ method: 'POST' }, { kind: 'close' });
  await channel.send(addNonce(SILENT, 'test', '1'));
  expect(discord.listMessages(channel.id)).toHaveLength(1);
});
