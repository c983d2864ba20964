import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { RunningBot } from '../end-to-end/running-bot.ts';
import { registered } from '../end-to-end/scene.ts';
import { startLocalDiscord } from '../local-discord/start-local-discord.ts';
import { describeWithPostgres } from '../postgres/databases.ts';
import { mayMount } from '../store/disk.ts';
import { type ContainerRoot, makeRoot, runContainer } from './container.ts';
import { readImageConfig, readStages } from './dockerfile.ts';

/** What the layers of the Dockerfile may take beside the base image. */
const MAX_ADDED_MB = 150;
/** The C library of Debian 12, which the base image is made of. */
const GLIBC_MINOR = 36;
/** The code of the processor in the head of an ELF file. */
const PROCESSORS = { amd64: 0x3e, arm64: 0xb7 };

const config = readImageConfig();
let folder = '';
let amd64 = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-image-'));
  amd64 = assemble('amd64');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the last step of the Dockerfile's first stage, and returns the folder that the second one copies from. */
function assemble(platform: string): string {
  const built = join(folder, platform);
  execFileSync(process.execPath, ['packaging/image/assemble.js', built, platform]);
  return built;
}

function filesBelow(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => lstatSync(file).isFile());
}

describe('the Dockerfile', () => {
  const [build = [], image = []] = readStages();

  test('builds as a clone does, and runs nothing on the platform of the image', () => {
    const commands = build.filter(({ word }) => word === 'RUN').map(({ rest }) => rest);
    expect(commands.join(' && ')).toBe(
      'npm ci --ignore-scripts && npm run build && node packaging/image/assemble.js /image "$TARGETARCH"',
    );
    expect(image.filter(({ word }) => word === 'RUN')).toEqual([]);
    // A default would hide the value that Docker gives.
    expect(build.filter(({ word, rest }) => word === 'ARG' && rest.includes('='))).toEqual([]);
  });

  test('starts Node.js as npm start does, and by a user without a name', () => {
    const start = /call (node .*)$/.exec(
      Object(JSON.parse(readFileSync('package.json', 'utf8'))).scripts.start,
    )?.[1];
    const called = [...config.entrypoint, ...config.cmd].join(' ');
    expect(called.replace('/app/', '')).toBe(start);
    expect(config.user).toMatch(/^[1-9]\d{4}:[1-9]\d{4}$/);
  });
});

describe.each(['amd64', 'arm64'] as const)('what the image for %s holds', (platform) => {
  test('is for that processor and the base image, with the licence of each package, and is small', () => {
    const files = filesBelow(platform === 'amd64' ? amd64 : assemble(platform));
    const binaries = files.filter((file) => /\.(?:node|so(?:\.\d+)?|dll|dylib)$/.test(file));
    expect(binaries).toHaveLength(3);
    for (const binary of binaries) {
      const bytes = readFileSync(binary);
      expect(bytes.readUInt16LE(18)).toBe(PROCESSORS[platform]);
      const minors = [...bytes.toString('latin1').matchAll(/GLIBC_2\.(\d+)/g)].map(([, minor]) =>
        Number(minor),
      );
      expect(Math.max(...minors)).toBeLessThanOrEqual(GLIBC_MINOR);
    }
    const megabytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
    expect(megabytes).toBeLessThan(MAX_ADDED_MB);
    const names = files.map((file) => file.slice(folder.length + platform.length + 2));
    expect(names).toContain('packages/node_modules/discord.js/LICENSE');
    expect(
      names.filter((name) => /node_modules\/(?:vitest|typescript|discord\.js\/src)\//.test(name)),
    ).toEqual([]);
  });
});

describe.skipIf(!mayMount)('a container of the image, with a root that nobody can write', () => {
  let root: ContainerRoot;

  beforeAll(async () => {
    root = await makeRoot(amd64, folder, config);
  });

  async function run(
    words: readonly string[],
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ) {
    const { child } = runContainer(root, args, env, words);
    const [stdout, stderr, [status]] = await Promise.all([
      child.stdout === null ? '' : text(child.stdout),
      child.stderr === null ? '' : text(child.stderr),
      once(child, 'close'),
    ]);
    return { stdout, stderr, status: Number(status) };
  }

  test('connects as process 1, keeps its file for its own user, is backed up, and stops at SIGTERM', async () => {
    const discord = await startLocalDiscord();
    onTestFinished(() => discord.stop());
    const env = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      // Inside, the container shares the network of the machine.
      METRICS_HOST: '127.0.0.1',
      METRICS_PORT: '0',
    };
    const startedMs = performance.now();
    const { child, signal } = runContainer(root, config.cmd, env);
    const bot = new RunningBot(child);
    onTestFinished(() => bot.stop());
    await registered(bot);
    console.info(`connected after ${Math.round(performance.now() - startedMs)} ms`);
    expect(bot.pid).toBe(1);
    expect(bot.log.filter(({ level }) => level >= 40)).toEqual([]);
    const { uid, mode } = statSync(join(root.volume, 'footnote.db'));
    expect([`${uid}`, mode & 0o777]).toEqual([config.user.split(':')[0], 0o600]);
    const { address } = await bot.logged(({ msg }) => msg === 'metrics served');
    const port = new URL(String(address)).port;
    const healthy = await run(config.healthCheck, [], { METRICS_PORT: port });
    expect(healthy).toMatchObject({ status: 0, stdout: expect.stringMatching(/^200 .*1 of 1 shards ready/) });
    expect(await run(config.entrypoint, ['backup', '/data/backup.db'])).toMatchObject({
      stderr: '',
      status: 0,
    });
    signal('SIGTERM');
    expect(await bot.exited).toBe(0);
    expect(discord.violations).toEqual([]);
  });

  test('answers from the article that it comes with, by the encoders: words alone know no Russian here', async () => {
    const question = 'Сколько представительств у российской таможни за рубежом?';
    const { stdout, stderr, status } = await run(config.entrypoint, ['ask', question]);
    expect({ stderr, status }).toMatchObject({ status: 0 });
    expect(stdout).toContain('8 representative offices');
  });

  test('writes nowhere but in its volume and /tmp', async () => {
    const write = `for (const file of process.argv.slice(1))
      try { require('fs').writeFileSync(file, ''); console.log(file) } catch ({ code }) { console.log(code) }`;
    const files = ['/app/dist/main.js', '/knowledge/a.md', '/app/new', '/tmp/new', '/data/new'];
    const { stdout } = await run(['node', '-e'], [write, ...files]);
    expect(stdout.trim().split('\n')).toEqual(['EROFS', 'EROFS', 'EROFS', '/tmp/new', '/data/new']);
  });

  test('tells by its health check that nothing answers', async () => {
    const { stdout, status } = await run(config.healthCheck, []);
    expect({ stdout, status }).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('does not answer'),
    });
  });

  describeWithPostgres('on PostgreSQL', ({ freshUrl }) => {
    test('takes its secrets from files, and needs no volume for its data', async () => {
      const discord = await startLocalDiscord();
      onTestFinished(() => discord.stop());
      // The volume stands for the folder that secrets are mounted at.
      const secrets = { DISCORD_TOKEN: discord.token, DATABASE_URL: await freshUrl() };
      for (const [name, value] of Object.entries(secrets))
        writeFileSync(join(root.volume, name), `${value}\n`);
      const { child, signal } = runContainer(root, config.cmd, {
        DISCORD_TOKEN_FILE: '/data/DISCORD_TOKEN',
        DATABASE_URL_FILE: '/data/DATABASE_URL',
        DISCORD_API_URL: discord.apiUrl,
        METRICS_PORT: '',
      });
      const bot = new RunningBot(child);
      onTestFinished(() => bot.stop());
      await registered(bot);
      expect(bot.log.filter(({ level }) => level >= 40)).toEqual([]);
      signal('SIGTERM');
      expect(await bot.exited).toBe(0);
    });
  });
});
