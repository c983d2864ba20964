import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { text as allOf } from 'node:stream/consumers';
import { describe, expect, test, vi } from 'vitest';
import { PROFILE } from '../../src/discord/connection/shards/register-commands.ts';
import { ALL_COMMANDS } from '../../src/discord/routing/commands.ts';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { startSilentServer } from '../postgres/silent-server.ts';
import { startBot } from './running-bot.ts';
import { startedScene, startScene } from './scene.ts';
import { isOnPostgres, listStoreFiles, readStore } from './scene-store.ts';
import { textOf } from './under-answers.ts';

const COMMAND_NAMES = ALL_COMMANDS.map(({ definition }) => definition.name).toSorted();

const guildIn = ({ guilds }: LocalDiscord): string => guilds[0]?.id ?? '';

const QUESTION = 'When was the meeting held?';
const ask = command({ name: 'ask', options: { question: QUESTION } });

describe('starting', () => {
  test('a token that Discord does not know ends the process with what to change', async () => {
    const { bot } = await startScene({ env: { DISCORD_TOKEN: 'not-the-token' } });
    expect(await bot.exited).toBe(2);
    expect(bot.stderr).toMatch(/Discord refused the token.*DISCORD_TOKEN/);
    expect(bot.stderr).not.toContain('not-the-token');
  });

  test('a refused token and a signal keep their statuses while the encoders work', async () => {
    const facts = Array.from({ length: 500 }, (_, index) => `The ferry ${index} leaves at nine.`).join(' ');
    const options = { articles: { 'ferries.md': `# Ferries\n\n${facts}\n` }, env: { ENCODERS: 'on' } };
    const { bot } = await startScene({ ...options, env: { ...options.env, DISCORD_TOKEN: 'not-the-token' } });
    expect(await bot.exited).toBe(2);
    const other = await startedScene(options);
    other.bot.signal('SIGTERM');
    expect(await other.bot.exited).toBe(0);
  });

  test('a token that only the gateway refuses ends it likewise', async () => {
    const { bot } = await startScene({ before: (discord) => discord.faults.refuseNextToken() });
    expect(await bot.exited).toBe(2);
    expect(bot.stderr).toMatch(/DISCORD_TOKEN/);
  });

  test('refused intents end the process with what to look at', async () => {
    const { bot } = await startScene({ before: (discord) => discord.faults.refuseNextIntents() });
    expect(await bot.exited).toBe(2);
    expect(bot.stderr).toMatch(/refused the gateway intents.*“Bot” page/);
  });

  test('all settings that are missing or wrong are reported together, and nothing connects', async () => {
    const env = {
      DISCORD_TOKEN: ' ',
      DISCORD_GUILD_ID: 'my server',
      LOG_LEVEL: 'loud',
      DISCORD_API_URL: 'discord',
    };
    const { bot, discord } = await startScene({ env });
    expect(await bot.exited).toBe(2);
    for (const name of Object.keys(env)) expect(bot.stderr).toContain(name);
    expect(discord.requests).toEqual([]);
  });

  test('without a readable article nothing connects, and every broken file is named', async () => {
    const { bot, discord } = await startScene({ articles: { 'broken.md': '---\ntitle: A\n' } });
    expect(await bot.exited).toBe(2);
    expect(bot.stderr).toMatch(/no readable article[\s\S]*broken\.md/);
    expect(discord.requests).toEqual([]);
  });

  test('Discord out of reach ends the process with a status that a supervisor restarts', async () => {
    const { bot } = await startScene({ env: { DISCORD_API_URL: 'http://127.0.0.1:9/api' } });
    expect(await bot.exited).toBe(1);
    expect(bot.log.at(-1)?.msg).toContain('outage');
    expect(bot.stderr).toBe(
      '127.0.0.1:9 cannot be reached (ECONNREFUSED). Check this machine’s network, proxy and firewall; then start the bot again.\n',
    );
  });

  test('a guild that never arrives does not hold up the answers', async () => {
    const { discord } = await startedScene({
      before: ({ faults, guilds }) => {
        for (const guild of guilds.slice(1)) faults.withholdGuild(guild);
      },
    });
    const answer = await discord.interact(ask);
    expect(answer.ackMs).toBeLessThan(2500);
  });
});

describe('registering', () => {
  test('writes once, with a profile text where there is none, and not again while nothing differs', async () => {
    const { discord, bot, folder } = await startedScene();
    expect(discord.registeredCommands.global.map(({ name }) => name).toSorted()).toEqual(COMMAND_NAMES);
    expect(discord.registeredCommands.writes).toBe(1);
    expect(discord.profileDescription).toBe(PROFILE);
    await bot.stop();
    const second = startBot(discord, folder);
    expect(await second.logged(({ msg }) => msg === 'commands registered')).toMatchObject({
      result: 'unchanged',
      profile: 'unchanged',
    });
    expect(discord.registeredCommands.writes).toBe(1);
  });

  test('goes to one server where the operator names it', async () => {
    const { discord } = await startedScene({ env: (local) => ({ DISCORD_GUILD_ID: guildIn(local) }) });
    expect(discord.registeredCommands.perGuild[guildIn(discord)]).toHaveLength(COMMAND_NAMES.length);
  });

  test('that fails is logged, and questions are answered all the same', async () => {
    const { discord, bot } = await startScene({
      before: ({ faults }) => faults.next({ path: /commands/ }, { kind: 'status', status: 503 }, 20),
    });
    await bot.logged(({ msg }) => msg.includes('commands not registered'));
    expect(textOf((await discord.interact(ask)).message)).toContain('September');
  });
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s lets what is under way arrive, an answer and the reply to a message, closes the store whole, hears nothing any more, and ends with 0',
  async (signal) => {
    const { discord, bot, folder } = await startedScene();
    const { until, release } = gate();
    discord.faults.next({ path: /callback/ }, { kind: 'delay', until });
    discord.faults.next({ method: 'POST', path: /channels/ }, { kind: 'delay', until });
    const sent = discord.dispatch(ask);
    await sent.acknowledged();
    const reply = discord.ask({ text: QUESTION, mentionsBot: true });
    const hasAsked = (times: number): boolean => bot.log.filter(({ msg }) => msg === 'asked').length >= times;
    await bot.logged(() => hasAsked(2));
    bot.signal(signal);
    await bot.logged(({ msg }) => msg === 'stopping');
    // Until the others know that it leaves, it answers.
    if (isOnPostgres) await vi.waitUntil(() => discord.connectionCount === 0);
    discord.say({ text: QUESTION, mentionsBot: true });
    release();
    expect(await bot.exited).toBe(0);
    expect(bot.log.at(-1)?.msg).toBe('stopped');
    // No lost connection either.
    expect(bot.log.filter(({ level }) => level >= 40)).toEqual([]);
    expect(bot.log.filter(({ msg }) => msg === 'asked')).toHaveLength(2);
    expect(textOf(sent.outcome.message)).toContain('September');
    const { id } = await reply;
    expect(textOf(discord.findMessage(id))).toContain('September');
    // The file that changes go to first is gone: all of them are in the database itself.
    expect(await listStoreFiles(folder)).toEqual(isOnPostgres ? [] : ['footnote.db']);
    const kept = await readStore(folder, 'select message_id from asked order by message_id');
    expect(kept).toEqual([sent.outcome.message?.id, id].map((message_id) => ({ message_id })));
  },
);

test('a fault of ours while the bot starts ends the process, and is logged', async () => {
  const script = `(async () => {
    const { runBot } = await import('./dist/discord/connection/bot.js');
    const { openStore } = await import('./dist/store/open-store.js');
    const store = await openStore({ url: ':memory:', now: () => new Date(), newId: () => 'id' });
    const settings = { logLevel: 'info', processName: 'p', shards: { ids: 'auto', count: 1 } };
    const stopSignal = new Promise(() => {});
    const openKnowledge = () => Promise.reject(new TypeError('a fault of ours'));
    process.exit(await runBot(settings, { store, problem: null, tell: () => {}, stopSignal, openKnowledge }));
  })()`;
  const child = spawn(process.execPath, ['--eval', script]);
  const printed = Promise.all([allOf(child.stdout), allOf(child.stderr)]);
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(await printed).toEqual([expect.stringMatching(/a fault of ours.*ended by an outage/s), '']);
});

test('SIGTERM ends a start that waits for a database', async () => {
  const { url, asked } = await startSilentServer();
  const settings = { DISCORD_TOKEN: 'any', DISCORD_API_URL: 'http://127.0.0.1:9/api', DATABASE_URL: url };
  const child = spawn(process.execPath, ['dist/main.js', 'start'], { env: { ...process.env, ...settings } });
  const printed = Promise.all([allOf(child.stdout), allOf(child.stderr)]);
  await asked;
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(await printed).toEqual(['', '']);
});

test('SIGTERM and SIGINT leave within 5 s though an answer hangs', async () => {
  const scenes = await Promise.all([startedScene(), startedScene()]);
  for (const { discord } of scenes) {
    discord.faults.next({ path: /callback/ }, { kind: 'delay', until: new Promise(() => undefined) });
    await discord.dispatch(ask).acknowledged();
  }
  const startedAt = performance.now();
  for (const [index, { bot }] of scenes.entries()) bot.signal(index === 0 ? 'SIGTERM' : 'SIGINT');
  for (const { bot } of scenes) {
    expect(await bot.exited).toBe(0);
    expect(bot.log.map(({ msg }) => msg)).toContain('left with replies under way');
  }
  expect(performance.now() - startedAt).toBeLessThan(5000);
});

/** A promise that `release` fulfils. */
function gate(): { readonly until: Promise<void>; readonly release: () => void } {
  const opened = new EventEmitter();
  return { until: once(opened, 'open').then(() => undefined), release: () => opened.emit('open') };
}
