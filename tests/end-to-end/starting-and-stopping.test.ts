import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { startLocalDiscord } from '../local-discord/start-local-discord.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { temporaryFolder } from '../store/scene.ts';
import { type RunningBot, startBot } from './running-bot.ts';
import { startedScene, startScene, writeArticles } from './scene.ts';
import { prepareStore, readStore, storeUrlOf } from './scene-store.ts';
import { ask, MEETING, shown, textOf } from './under-answers.ts';

describe('starting', () => {
  test('all that is wrong with values, names and places is reported together, and nothing connects', async () => {
    const env = {
      DISCORD_TOKEN: 'abc\u200bdef',
      DISCORD_GUILD_ID: 'my server',
      LOG_LEVEL: 'loud',
      KNOWLEDGE_DIR: '/nope',
      DATABASE_URL: await temporaryFolder(),
      KEEP_QUESTION_DAYS: '30',
      KEEP_LEFT_SERVERS_DAYS: 'soon',
      KNOWLEDGE_GUILD_IDS: 'all',
      AUTO_REFRESH: 'maybe',
      SHARD_COUNT: '0',
    };
    const { bot, discord } = await startScene({ env });
    expect(await bot.exited).toBe(2);
    for (const name of Object.keys(env)) expect(bot.stderr).toContain(name);
    expect(bot.stderr).toContain('AUTO_REFRESH is “maybe”; it must be “on” or “off”.');
    expect(bot.stderr.match(/•/g)).toHaveLength(Object.keys(env).length);
    expect(bot.stderr).not.toContain('abc');
    expect(discord.requests).toEqual([]);
  });

  test.each([
    [4010, 'SHARD_COUNT'],
    [4013, 'intents'],
  ])('a connection closed with %i ends the process with what to change', async (code, words) => {
    const { bot } = await startScene({ before: ({ faults }) => faults.closeNextIdentify(code) });
    expect(await bot.exited).toBe(2);
    expect(bot.stderr).toContain(words);
  });
});

describe('an exception that nobody has caught', () => {
  test.each([
    ['a rejection', 'Promise.reject(new Error("nobody caught this"))'],
    ['an exception', 'setImmediate(() => { throw new Error("nobody caught this") })'],
  ])(
    '%s ends the process with 1, and the log has its stack; inside discord.js, over one event, it costs that event alone',
    async (_, code) => {
      const atSignal = `data:text/javascript,process.on('SIGUSR2', () => { ${encodeURIComponent(code)} })`;
      const { bot, discord } = await startedScene({
        env: { NODE_OPTIONS: `--import=${atSignal.replaceAll(' ', '')}` },
      });
      // A member without a user.
      discord.faults.sendEvent('INTERACTION_CREATE', { id: '1', type: 2, data: { type: 1 }, member: {} });
      const { msg, err } = await bot.logged(({ event }) => event === 'INTERACTION_CREATE');
      expect(msg).toBe('event lost');
      expect(err).toMatchObject({ stack: expect.stringContaining('discord.js') });
      expect(textOf(shown(await discord.interact(ask(MEETING))))).toContain('September');
      bot.signal('SIGUSR2');
      expect(await bot.exited).toBe(1);
      expect(bot.log.at(-1)).toMatchObject({ level: 60, err: { message: 'nobody caught this' } });
      expect(bot.log.at(-1)).toHaveProperty('err.stack', expect.stringContaining('at '));
    },
  );
});

describe('npm start', () => {
  test.each([
    // npm passes these on, and then tells how the bot has ended.
    ['SIGTERM', 0],
    ['SIGINT', 0],
    ['SIGHUP', null],
    ['SIGKILL', null],
  ] as const)('that is ended by %s takes the bot with it, which says goodbye', async (signal, expected) => {
    const { npm, log, ended, status } = await npmStart();
    await log((line) => line.includes('commands registered'));
    npm.kill(signal);
    await log((line) => line.includes('"stopped"'));
    const lines = await ended;
    expect(lines.some((line) => line.includes('reconnecting'))).toBe(false);
    expect(await status).toBe(expected);
  });

  test('a second signal ends the bot at once, whatever hangs', async () => {
    const { discord, bot } = await startedScene();
    discord.faults.next({ path: /callback/ }, { kind: 'delay', until: new Promise(() => undefined) });
    await discord.dispatch(ask(MEETING)).acknowledged();
    bot.signal('SIGTERM');
    await bot.logged(({ msg }) => msg === 'stopping');
    bot.signal('SIGTERM');
    expect(await bot.exited).toBe(143);
    expect(bot.log.map(({ msg }) => msg)).not.toContain('left with replies under way');
  });
});

test.skipIf(process.platform !== 'linux')(
  'a full disk under the log keeps nobody from being answered',
  async () => {
    const { discord, env } = await npmSetting();
    const shell = spawn('sh', ['-c', 'exec node dist/main.js start > /dev/full'], { env, detached: true });
    onTestFinished(() => killGroup(shell));
    const ended = once(shell, 'exit');
    await discord.ready();
    for (const question of ['When does the museum open?', 'museum opening'])
      expect(textOf(shown(await discord.interact(ask(question))))).toContain('nine');
    shell.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  },
);

/** `npm start` whose output is read to the end: that comes once no process holds it any more. */
async function npmStart() {
  const { env } = await npmSetting();
  const npm = spawn('npm', ['--silent', 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  onTestFinished(() => killGroup(npm));
  const status = once(npm, 'exit').then(([code]: readonly unknown[]) => code);
  const lines: string[] = [];
  const arrived = new EventEmitter();
  const reader = createInterface({ input: npm.stdout });
  reader.on('line', (line) => {
    lines.push(line);
    arrived.emit('line');
  });
  const ended = once(reader, 'close').then((): readonly string[] => lines);
  const log = async (wish: (line: string) => boolean): Promise<void> => {
    while (!lines.some(wish)) await once(arrived, 'line', { signal: AbortSignal.timeout(15_000) });
  };
  return { npm, log, ended, status };
}

/** A local Discord, and what is set for a bot that is to use it. */
async function npmSetting() {
  const discord = await startLocalDiscord();
  onTestFinished(() => discord.stop());
  const folder = await temporaryFolder();
  await prepareStore(folder);
  await writeArticles(folder, { 'museum.md': '---\ntitle: Museum\n---\n\nThe museum opens at nine.\n' });
  const env = {
    ...process.env,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    KNOWLEDGE_DIR: folder,
    DATABASE_URL: storeUrlOf(folder),
    AUTO_REFRESH: 'off',
    ENCODERS: 'off',
  };
  return { discord, env };
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}

describe('two processes that share the servers', () => {
  /** Ids of servers that the first and the second of two shards serve. */
  const [ofFirst, ofSecond] = [110_000_000_000n, 110_000_000_001n].map((time) => String(time << 22n));
  const discord = {
    guilds: [
      { name: 'First', id: ofFirst ?? '' },
      { name: 'Second', id: ofSecond ?? '' },
    ],
  };

  test('answer and tell of a refresh each in its own, and neither takes the other’s for servers that were left', async () => {
    const first = await startedScene({ env: shard(0), discord });
    const { discord: local, folder } = first;
    const second = startBot(local, folder, shard(1));
    await second.logged(({ msg }) => msg === 'commands registered');
    const user = manager(local);
    for (const guild of local.guilds) {
      expect(textOf(shown(await local.interact({ ...ask(MEETING), guild })))).toContain('September');
      const options = { channel: guild.secondChannel };
      await local.interact(command({ name: 'settings', subcommand: 'log', options, user, guild }));
    }
    await writeArticles(folder, { 'tower.md': '---\ntitle: Tower\n---\n\nThe tower is blue.\n' });
    await local.interact(command({ name: 'refresh', user }));
    for (const bot of [first.bot, second]) {
      expect(bot.log.filter(({ msg }) => msg === 'asked')).toHaveLength(1);
      await endOrderly(bot);
    }
    const told = local.guilds.map(({ secondChannel }) =>
      local.listMessages(secondChannel.id).filter((message) => textOf(message).includes('Refreshed')),
    );
    expect(told.map(({ length }) => length)).toEqual([1, 0]);
    const again = startBot(local, folder, shard(1));
    await again.logged(({ msg }) => msg === 'commands registered');
    await endOrderly(again);
    expect(await leftGuilds(folder)).toEqual([]);
  });

  test('may be one: it answers in all servers, and counts them', async () => {
    const { discord: local, bot } = await startedScene({ env: { SHARD_COUNT: '2' }, discord });
    await bot.logged(({ msg, shard: id }) => msg === 'connected' && id === 1);
    for (const guild of local.guilds)
      expect(textOf(shown(await local.interact({ ...ask(MEETING), guild })))).toContain('September');
    const [first, second] = local.identifies.map(({ atMs }) => atMs);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(5_000);
    local.removeBotFrom(ofSecondShard(local));
    const undo = command({ name: 'refresh', options: { undo: true }, user: manager(local) });
    expect(textOf((await local.interact(undo)).message)).not.toContain('KNOWLEDGE_GUILD_IDS');
  });

  test('do not go back, since neither can know that there is one server alone', async () => {
    const { discord: local } = await startedScene({
      env: { ...shard(0), KNOWLEDGE_GUILD_IDS: '' },
      discord: { guilds: [{ name: 'Only One', id: ofFirst ?? '' }] },
    });
    const user = manager(local);
    const refused = await local.interact(command({ name: 'refresh', options: { undo: true }, user }));
    expect(textOf(refused.message)).toContain('KNOWLEDGE_GUILD_IDS');
  });
});

const shard = (id: number) => ({ SHARD_COUNT: '2', SHARDS: String(id) });
const manager = ({ people }: LocalDiscord): Person =>
  replacePermissions(people.administrator, memberBits | permission.manageGuild);

function ofSecondShard({ guilds: [, second] }: LocalDiscord): Guild {
  if (second === undefined) throw new Error('there is one server alone');
  return second;
}

async function endOrderly(bot: RunningBot): Promise<void> {
  bot.signal('SIGTERM');
  expect(await bot.exited).toBe(0);
}

/** The servers that the store holds to have been left. */
function leftGuilds(folder: string): Promise<readonly unknown[]> {
  return readStore(folder, 'select guild_id from left_guilds');
}
