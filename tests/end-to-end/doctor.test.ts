import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text as allOf } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { startLocalDiscord } from '../local-discord/start-local-discord.ts';
import { permission } from '../local-discord/world/permissions.ts';
import { temporaryFolder } from '../store/scene.ts';
import { clockAt } from './clock-at.ts';
import { startBot } from './running-bot.ts';
import { registered } from './scene.ts';

interface Scene {
  readonly discord: LocalDiscord;
  readonly folder: string;
  /** Runs `footnote doctor` with settings that are right, and with those that are given. */
  readonly doctor: (
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly text: string }>;
}

async function startScene(): Promise<Scene> {
  const discord = await startLocalDiscord();
  onTestFinished(async () => {
    await discord.stop();
    expect(discord.unhandledRoutes).toEqual([]);
  });
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'articles'));
  await writeFile(join(folder, 'articles', 'a.md'), 'The library opens at nine.\n');
  const doctor: Scene['doctor'] = async (args, env = {}) => {
    const child = spawn(process.execPath, [resolve('dist/main.js'), 'doctor', ...args], {
      env: {
        ...process.env,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        KNOWLEDGE_DIR: join(folder, 'articles'),
        DATABASE_URL: join(folder, 'footnote.db'),
        ENCODERS: 'off',
        ...env,
      },
    });
    const [stdout, stderr, [status]] = await Promise.all([
      allOf(child.stdout),
      allOf(child.stderr),
      once(child, 'close'),
    ]);
    expect(stderr).toBe('');
    expect(stdout).not.toContain(discord.token);
    return { status: Number(status), text: stdout };
  };
  return { discord, folder, doctor };
}

describe('footnote doctor', () => {
  test('finds a bot that is well, line by line, and writes nothing anywhere', async () => {
    const { discord, doctor, folder } = await startScene();
    const bot = startBot(discord, join(folder, 'articles'), { DATABASE_URL: join(folder, 'footnote.db') });
    await registered(bot);
    const before = discord.requests.length;
    const { status, text } = await doctor([], {
      ENCODERS: 'on',
      KNOWLEDGE_GUILD_IDS: discord.guilds.map(({ id }) => id).join(),
    });
    expect(text).toMatch(/^✓ Node\.js \d+\.\d+/);
    for (const line of [
      /^✓ The settings can be used\.$/m,
      /^✓ 1 article with 1 fact, no problems\.$/m,
      /^✓ The database \S+footnote\.db \(SQLite\) can be read and written\.$/m,
      /^✓ The encoders run: loaded, and one question read, in [\d,]+ ms\.$/m,
      new RegExp(`^✓ Discord knows the token, as footnote \\(${discord.applicationId}\\)\\.$`, 'm'),
      /^✓ The clock differs from Discord’s by [0-5] seconds?\.$/m,
      new RegExp(
        `^✓ Invite the bot with https://discord\\.com/oauth2/authorize\\?client_id=${discord.applicationId}&`,
        'm',
      ),
      /^✓ 999 of 1,?000 sessions can be started within the next 1,?440 minutes\.$/m,
      /^✓ \d+ commands are registered\.$/m,
      /^✓ The bot is in 2 servers\.$/m,
    ])
      expect(text).toMatch(line);
    expect(text).toMatch(/\nThe bot can run\.\n$/);
    expect(status).toBe(0);
    expect(discord.requests.slice(before).every(({ method }) => method === 'GET')).toBe(true);
    await bot.stop();
  });

  test('tells what is wrong and what to do, all at once', async () => {
    const { discord, doctor, folder } = await startScene();
    const [first] = discord.guilds;
    if (first !== undefined) discord.denyBotIn(first, permission.sendMessages | permission.addReactions);
    Object.assign(discord.application, {
      flags: (1 << 19) | (1 << 14),
      interactionsEndpointUrl: 'https://example.org',
      requiresCodeGrant: true,
    });
    await writeFile(join(folder, 'articles', 'b.md'), '---\ntitle: "x\n---\n\nText.\n');
    await writeFile(join(folder, 'text.db'), 'no database at all, although it is long enough'.repeat(4));
    const { status, text } = await doctor([], {
      DATABASE_URL: join(folder, 'text.db'),
      LOG_LEVEL: 'loud',
      KNOWLEDGE_GUILD_IDS: '123456789012345678',
      ...clockAt('2027-01-01T00:00:00Z'),
    });
    for (const line of [
      /^✗ LOG_LEVEL is “loud”; .*Correct it in \.env/m,
      /^! 1 article with 1 fact, 1 problem\. “npm run articles”/m,
      /^✗ “\S+text\.db” cannot be used as the database.*set DATABASE_URL/m,
      /^! The clock differs from Discord’s by [\d,]+ seconds\. Have the system/m,
      /^! The application has intents that Footnote does not need: Server Members Intent, Message Content Intent\./m,
      /^✗ The application requires an OAuth2 code grant/m,
      /^✗ The application has an Interactions Endpoint URL/m,
      /^! No commands are registered\..*npm run register/m,
      /^! In the server Reading Room, the bot lacks: Send Messages, Add Reactions\./m,
      /^! KNOWLEDGE_GUILD_IDS names the server 123456789012345678, but/m,
      /^4 things have to be put right first\. \d+ things may be meant otherwise\.$/m,
    ])
      expect(text).toMatch(line);
    expect(status).toBe(1);
  });

  test('says that nobody looks after the articles in several servers, where no server is named', async () => {
    const { doctor } = await startScene();
    const { status, text } = await doctor([]);
    expect(text).toMatch(/^! KNOWLEDGE_GUILD_IDS is not set, so .* Set it to the ID of the server/m);
    expect(status).toBe(0);
  });

  test('stops at a token that Discord refuses, and at a Discord out of reach', async () => {
    const { doctor } = await startScene();
    const refused = await doctor([], { DISCORD_TOKEN: 'not-the-token' });
    expect(refused.text).toMatch(/^✗ Discord refuses the token\. Copy it anew from the “Bot” page/m);
    expect(refused.text.match(/Discord/g)?.length).toBeLessThan(6);
    const away = await doctor([], { DISCORD_API_URL: 'http://127.0.0.1:9/api' });
    expect(away.text).toMatch(/^✗ Discord cannot be reached \([\w ]+\)\. Check the network/m);
    expect([refused.status, away.status]).toEqual([1, 1]);
  });

  test('leaves Discord out with --offline, and gives JSON for scripts', async () => {
    const { discord, doctor } = await startScene();
    const { status, text } = await doctor(['--offline', '--json'], { DISCORD_TOKEN: '' });
    const { ok, findings } = JSON.parse(text);
    expect([status, ok]).toEqual([0, true]);
    expect(
      Object(findings).map(({ check, level }: { check: string; level: string }) => [check, level]),
    ).toEqual([
      ['node', 'good'],
      ['settings', 'doubtful'],
      ['articles', 'good'],
      ['store', 'good'],
      ['encoders', 'good'],
    ]);
    expect(text.trimEnd()).not.toContain('\n');
    expect(discord.requests).toEqual([]);
  });
});
