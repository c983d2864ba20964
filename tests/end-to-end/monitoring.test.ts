import { rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import { permission } from '../local-discord/world/permissions.ts';
import { parseMetrics } from '../monitoring/parse-metrics.ts';
import { temporaryFolder } from '../store/scene.ts';
import { clockThatLeaps } from './clock-at.ts';
import type { LoggedLines, LogLine } from './running-bot.ts';
import { type Scene, startedScene } from './scene.ts';
import { isOnPostgres, storeUrlOf } from './scene-store.ts';
import { ask, MEETING, press, shown, textOf } from './under-answers.ts';

/** A free port is taken, and the log names it. */
const METRICS = { METRICS_PORT: '0' };

async function addressOf(bot: LoggedLines): Promise<string> {
  return String((await bot.logged(({ msg }) => msg === 'metrics served'))['address']);
}

async function scrape(address: string) {
  const response = await fetch(`${address}/metrics`);
  return parseMetrics(await response.text()).samples;
}

async function health(address: string) {
  const response = await fetch(`${address}/healthz`);
  const { status, checks }: { status: string; checks: Record<string, { ok: boolean; seen: string }> } =
    JSON.parse(await response.text());
  return { code: response.status, status, checks };
}

/** At the start, one line of the log says what runs where, with the link that invites the bot. */
async function expectSummary(
  { bot, discord, folder }: Pick<Scene, 'bot' | 'discord' | 'folder'>,
  address: string,
): Promise<void> {
  const line = await bot.logged(({ msg }) => msg === 'serving');
  expect(line).toMatchObject({
    process: 'first',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    node: process.versions.node,
    store: isOnPostgres
      ? { kind: 'PostgreSQL', location: storeUrlOf(folder).replace(/^.*@|\?.*$/g, '') }
      : { kind: 'SQLite', location: storeUrlOf(folder) },
    articles: 1,
    facts: 19,
    servers: discord.guilds.length,
    shards: [0],
    shardCount: 1,
    metrics: address,
  });
  const invite = new URL(String(line['invite']));
  expect(Object.fromEntries(invite.searchParams)).toEqual({
    client_id: discord.applicationId,
    scope: 'bot applications.commands',
    permissions: String(
      permission.viewChannel |
        permission.sendMessages |
        permission.sendMessagesInThreads |
        permission.embedLinks |
        permission.readMessageHistory |
        permission.addReactions,
    ),
  });
  expect(bot.log.every((each) => each['process'] === 'first')).toBe(true);
}

describe('metrics of a running bot', () => {
  test('count questions by outcome and door, refreshes, servers and connections, and hold no id', async () => {
    const { bot, discord, folder } = await startedScene({ env: { ...METRICS, PROCESS_NAME: 'first' } });
    const address = await addressOf(bot);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const { member } = discord.people;
    const [guild] = discord.guilds;
    await discord.interact(ask(MEETING));
    await discord.interact(ask('How do I mine bitcoin?'));
    await discord.ask({ user: member, text: `<@${discord.applicationId}> ${MEETING}` });
    await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
    const samples = await scrape(address);
    const count = (name: string) => samples.get(name);
    expect(count('footnote_questions_total{outcome="answered",door="command"}')).toBe(1);
    expect(count('footnote_questions_total{outcome="unknown",door="command"}')).toBe(1);
    expect(count('footnote_questions_total{outcome="answered",door="mention"}')).toBe(1);
    expect(count('footnote_answer_seconds_count')).toBe(3);
    expect(count('footnote_refreshes_total{result="done"}')).toBe(1);
    expect(count('footnote_refresh_seconds_count')).toBe(1);
    expect(count('footnote_articles')).toBe(1);
    expect(count('footnote_facts')).toBe(19);
    expect(count('footnote_shard_state{shard="0",state="ready"}')).toBe(1);
    expect(count('footnote_servers{shard="0"}')).toBe(discord.guilds.length);
    expect(count('footnote_store_reachable')).toBe(1);
    expect(count('footnote_failures_total{kind="interaction"}')).toBe(0);
    expect(count('process_resident_memory_bytes')).toBeGreaterThan(50e6);
    expect(count('process_cpu_seconds_total')).toBeGreaterThan(0.1);
    expect(count('nodejs_eventloop_lag_max_seconds')).toBeLessThan(5);
    const text = [...samples.keys()].join('\n');
    for (const secret of [guild?.id, member.id, discord.token, 'bitcoin']) expect(text).not.toContain(secret);
    expect(await health(address)).toMatchObject({ code: 200, status: 'ok' });
    await expectSummary({ bot, discord, folder }, address);
  });

  test('and the health tell of each shard, and each line of a shard names it', async () => {
    const { bot } = await startedScene({
      env: { ...METRICS, SHARD_COUNT: '2' },
      discord: { maxConcurrency: 2 },
    });
    const address = await addressOf(bot);
    for (const shard of [0, 1])
      await bot.logged((line) => line.msg === 'connected' && line['shard'] === shard);
    const samples = await scrape(address);
    const ready = [0, 1].map((shard) => samples.get(`footnote_shard_state{shard="${shard}",state="ready"}`));
    expect(ready).toEqual([1, 1]);
    expect((await health(address)).checks['gateway']).toEqual({ ok: true, seen: '2 of 2 shards ready' });
  });

  test('are not there unless the operator asks for them', async () => {
    const { bot } = await startedScene();
    expect(bot.log.map(({ msg }) => msg)).not.toContain('metrics served');
  });

  test('on a port that is taken are missed in the log, and the bot answers', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { bot, discord } = await startedScene({ env: { METRICS_PORT: port } });
    const line = await bot.logged(({ level }) => level >= 50);
    expect(line.msg).toMatch(/metrics not served: 127\.0\.0\.1:\d+ .*EADDRINUSE.*METRICS_PORT/);
    expect((await discord.interact(ask(MEETING))).message).toBeDefined();
  });
});

describe('the health of a running bot', () => {
  test('fails while the gateway is cut for more than a minute, and is back with it', async () => {
    const { bot, discord } = await startedScene({ env: { ...METRICS, ...clockThatLeaps(61_000) } });
    const address = await addressOf(bot);
    discord.faults.setGatewayOut(true);
    await bot.logged(({ msg }) => msg.startsWith('connection lost'));
    expect((await health(address)).code).toBe(200);
    bot.signal('SIGUSR2');
    await expect.poll(async () => (await health(address)).code).toBe(503);
    const { status, checks } = await health(address);
    expect(status).toBe('failing');
    expect(checks['gateway']).toMatchObject({
      ok: false,
      seen: expect.stringMatching(/0 of 1 shards ready/),
    });
    expect(checks['store']).toMatchObject({ ok: true });
    discord.faults.setGatewayOut(false);
    await bot.logged(({ msg }) => msg === 'connection resumed');
    await expect.poll(async () => (await health(address)).checks['gateway']?.ok).toBe(true);
    expect((await scrape(address)).get('footnote_shard_reconnects_total{shard="0"}')).toBeGreaterThan(0);
  });
});

const isNotKept = (line: LogLine): boolean => line.msg === 'refused' && line['code'] === 'not-kept';

describe('a database file that is deleted while the bot runs', () => {
  test('is told by the health and the metrics, and each refused change counts once and is in the log', async () => {
    const path = join(await temporaryFolder(), 'footnote.db');
    const { bot, discord } = await startedScene({ env: { ...METRICS, DATABASE_URL: path } });
    const address = await addressOf(bot);
    const answer = shown(await discord.interact(ask(MEETING)));
    expect((await health(address)).checks['store']).toEqual({ ok: true, seen: 'can be written' });
    const errors = async () => (await scrape(address)).get('footnote_store_errors_total');
    expect(await errors()).toBe(0);
    for (const end of ['', '-wal', '-shm']) await rename(`${path}${end}`, `${path}${end}-aside`);
    const user = discord.people.administrator;
    const options = { digest: false };
    const refused = await discord.interact(command({ name: 'settings', subcommand: 'log', options, user }));
    expect(textOf(refused.message)).toContain('I can’t save anything right now');
    expect(await errors()).toBe(1);
    await discord.interact(press(answer, '👍'));
    expect(await errors()).toBe(2);
    expect(bot.log.filter(isNotKept)).toEqual(
      [1, 2].map(() =>
        expect.objectContaining({ level: 50, err: expect.objectContaining({ code: 'file-lost' }) }),
      ),
    );
    await expect
      .poll(() => health(address), { timeout: 15_000 })
      .toMatchObject({
        code: 200,
        status: 'ok',
        checks: { store: { ok: false, seen: expect.stringMatching(/was deleted .*Put the same file back/) } },
      });
    expect((await scrape(address)).get('footnote_store_reachable')).toBe(0);
    expect(await errors()).toBe(2);
  });
});

describe('a connection that hears nothing any more', () => {
  test('ends the process with 1, so that its supervisor starts it anew', async () => {
    const { bot, discord } = await startedScene({ env: clockThatLeaps(5 * 60_000) });
    discord.faults.makeZombies();
    bot.signal('SIGUSR2');
    const line = await bot.logged(({ msg }) => msg.startsWith('nothing is heard from Discord: ending'));
    expect(line).toMatchObject({ shard: 0, silentSeconds: expect.any(Number) });
    expect(await bot.exited).toBe(1);
    expect(bot.log.at(-1)?.msg).toContain('outage');
  });

  test('does not end it while events come', async () => {
    const { bot, discord } = await startedScene({ env: clockThatLeaps(2 * 60_000 + 30_000) });
    discord.faults.makeZombies();
    bot.signal('SIGUSR2');
    discord.faults.dropGateway();
    await bot.logged(({ msg }) => msg === 'connection resumed');
    bot.signal('SIGUSR2');
    expect((await discord.interact(ask(MEETING))).message).toBeDefined();
    expect(bot.log.filter(({ msg }) => msg.startsWith('nothing is heard'))).toEqual([]);
  });
});
