import { EventEmitter, once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ALL_COMMANDS } from '../../src/discord/commands.ts';
import { PROFILE } from '../../src/discord/profile.ts';
import { command } from '../local-discord/interactions/requests.ts';
import { startBot } from './running-bot.ts';
import { startedScene, startScene } from './scene.ts';

const COMMAND_NAMES = ALL_COMMANDS.map(({ definition }) => definition.name).toSorted();

const ask = command({ name: 'ask', options: { question: 'When was the meeting held?' } });

describe('starting', () => {
  test('a token that Discord does not know ends the process with what to change', async () => {
    const { bot } = await startScene({ env: { DISCORD_TOKEN: 'not-the-token' } });
    expect(await bot.exited).toBe(2);
    expect(bot.stderr).toMatch(/Discord refused the token.*DISCORD_TOKEN/);
    expect(bot.stderr).not.toContain('not-the-token');
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
    const { bot, discord } = await startScene({ articles: { 'broken.md': 'No front matter.\n' } });
    expect(await bot.exited).toBe(2);
    expect(bot.stderr).toMatch(/no readable article[\s\S]*broken\.md/);
    expect(discord.requests).toEqual([]);
  });

  test('Discord out of reach ends the process with a status that a supervisor restarts', async () => {
    const { bot } = await startScene({ env: { DISCORD_API_URL: 'http://127.0.0.1:9/api' } });
    expect(await bot.exited).toBe(1);
    expect(bot.log.at(-1)?.msg).toContain('outage');
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
  test('writes once, and not again while nothing differs', async () => {
    const { discord, bot, folder } = await startedScene();
    expect(discord.registeredCommands.global.map(({ name }) => name).toSorted()).toEqual(COMMAND_NAMES);
    expect(discord.registeredCommands.writes).toBe(1);
    await bot.stop();
    const second = startBot(discord, folder);
    expect(await second.logged(({ msg }) => msg === 'commands registered')).toMatchObject({
      result: 'unchanged',
    });
    expect(discord.registeredCommands.writes).toBe(1);
  });

  test('gives the bot a profile text where it has none, once, within what Discord takes', async () => {
    const { discord, bot, folder } = await startedScene();
    expect(discord.profileDescription).toBe(PROFILE);
    await bot.stop();
    const second = startBot(discord, folder);
    expect(await second.logged(({ msg }) => msg === 'commands registered')).toMatchObject({
      profile: 'unchanged',
    });
  });

  test('goes to one server where the operator names it', async () => {
    const { discord, folder } = await startScene();
    const guildId = discord.guilds[0]?.id ?? '';
    const bot = startBot(discord, folder, { DISCORD_GUILD_ID: guildId });
    await bot.logged(({ msg }) => msg === 'commands registered');
    expect(discord.registeredCommands.perGuild[guildId]).toHaveLength(COMMAND_NAMES.length);
  });

  test('that fails is logged, and questions are answered all the same', async () => {
    const { discord, bot } = await startScene({
      before: ({ faults }) => faults.next({ path: /commands/ }, { kind: 'status', status: 503 }, 20),
    });
    await bot.logged(({ msg }) => msg.includes('commands not registered'));
    expect((await discord.interact(ask)).message?.embeds).toHaveLength(1);
  });
});

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  test('lets the answer under way arrive and ends with 0', async () => {
    const { discord, bot } = await startedScene();
    const { until, release } = gate();
    discord.faults.next({ path: /callback/ }, { kind: 'delay', until });
    const sent = discord.dispatch(ask);
    await sent.acknowledged();
    bot.signal(signal);
    await bot.logged(({ msg }) => msg === 'stopping');
    release();
    expect(await bot.exited).toBe(0);
    expect(bot.log.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['asked', 'stopped']));
    expect(sent.outcome.message?.embeds).toHaveLength(1);
  });

  test('lets the reply to a message arrive, closes the store whole, and hears nothing any more', async () => {
    const { discord, bot, folder } = await startedScene();
    const { until, release } = gate();
    const posts = { method: 'POST', path: /channels/ };
    discord.faults.next(posts, { kind: 'delay', until });
    const reply = discord.ask({ text: 'When was the meeting held?', mentionsBot: true });
    await bot.logged(({ msg }) => msg === 'asked');
    bot.signal(signal);
    await bot.logged(({ msg }) => msg === 'stopping');
    discord.say({ text: 'When was the meeting held?', mentionsBot: true });
    release();
    expect(await bot.exited).toBe(0);
    const { id } = await reply;
    expect(discord.message(id)?.embeds).toHaveLength(1);
    expect(bot.log.filter(({ msg }) => msg === 'asked')).toHaveLength(1);
    const store = join(folder, '.store');
    // The file that changes go to first is gone: all of them are in the database itself.
    expect(await readdir(store)).toEqual(['footnote.db']);
    const database = new DatabaseSync(join(store, 'footnote.db'));
    onTestFinished(() => database.close());
    expect(database.prepare('select message_id from asked').all()).toEqual([{ message_id: id }]);
  });
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
