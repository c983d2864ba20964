import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text as allOf } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { HELP } from '../../src/commands.ts';
import { markdown, temporaryFolder } from '../knowledge/temporary-folder.ts';
import { readAskLine } from './ask-contract.ts';

const MAIN = resolve('dist/main.js');
const WHEN = 'When was the meeting on international cooperation held?';

/** What npm and whoever runs the tests have set must not reach the commands. */
const CLEAN = {
  KNOWLEDGE_DIR: '',
  LOG_LEVEL: '',
  // Loading what understands questions takes a second for each process.
  ENCODERS: 'off',
  DISCORD_TOKEN: '',
  DISCORD_API_URL: '',
  DISCORD_GUILD_ID: '',
  INIT_CWD: undefined,
  npm_lifecycle_event: undefined,
};

/** The encoders on, with vectors of no other run. */
const WITH_ENCODERS = { env: { ENCODERS: 'on', DATABASE_URL: ':memory:' } };

interface RunOptions {
  readonly input?: string;
  readonly cwd?: string;
  /** Laid over ours; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command with its input ended, without the settings of whoever runs the tests. */
async function run(
  command: string,
  args: readonly string[],
  { input = '', cwd = '.', env = {} }: RunOptions = {},
): Promise<Run> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...CLEAN, ...env } });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [stdout, stderr, [status]] = await Promise.all([
    allOf(child.stdout),
    allOf(child.stderr),
    once(child, 'close'),
  ]);
  return { status: typeof status === 'number' ? status : null, stdout, stderr };
}

const footnote = (args: readonly string[], options?: RunOptions): Promise<Run> =>
  run(process.execPath, [MAIN, ...args], options);

/** A stack trace, or Node's own report of an error. */
const CRASH = /^\s+at .+:\d+:\d+\)?$|node:(?:internal|events)|Node\.js v\d/m;

describe('ask', () => {
  test('answers a question in words and ends well', async () => {
    const { status, stdout, stderr } = await footnote(['ask', WHEN]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('September, 4-5, 2008');
    expect(stdout).toContain('russian-fcs-meeting.md › paragraph 1, sentence 1');
    expect(stdout).not.toContain('\u001b');
  });

  test('takes what follows “--” for the question, dashes included', async () => {
    const { status, stdout } = await footnote([
      'ask',
      '--json',
      '--limit',
      '1',
      '--',
      '--when',
      'was',
      'the',
      'meeting',
      'held?',
    ]);
    expect(status).toBe(0);
    expect(readAskLine(stdout)).toMatchObject({
      question: '--when was the meeting held?',
      outcome: 'answered',
    });
    expect(readAskLine(stdout).matches).toHaveLength(1);
  });

  test('answers a batch, a line for a line, and ends well', async () => {
    const { status, stdout, stderr } = await footnote(['ask'], {
      input: `${WHEN}\r\n\nHow do I mine bitcoin?`,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n').map(readAskLine);
    expect(lines.map(({ question }) => question)).toEqual([WHEN, '', 'How do I mine bitcoin?']);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['answered', 'unknown', 'unknown']);
  });

  // What else is refused stands in the tests of its arguments.
  test('refuses what it cannot use with 2 and the usage, on standard error', async () => {
    const { status, stdout, stderr } = await footnote(['ask', '--limit', '0', 'x']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('--limit is “0”; it must be a whole number from 1 to 100.');
    expect(stderr).toContain('Usage: npm run ask');
    expect(stderr).not.toMatch(CRASH);
  });

  test.skipIf(!existsSync('/dev/full'))(
    'says in a line that a full disk takes no answer, and ends with 1',
    () => {
      const command = `node "$1" ask --knowledge "$2" "${WHEN}" >/dev/full`;
      const { status, stderr } = spawnSync('sh', ['-c', command, 'sh', MAIN, 'knowledge'], {
        encoding: 'utf8',
        env: { ...process.env, ...CLEAN },
      });
      expect({ status, stderr }).toEqual({ status: 1, stderr: 'The output cannot be written (ENOSPC).\n' });
    },
  );

  test('refuses a folder without a readable article with 2 and what to do', async () => {
    const folder = await temporaryFolder({ 'a.md': '---\ntitle: A' });
    const { status, stdout, stderr } = await footnote(['ask', '--knowledge', folder, WHEN]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('There is no readable article');
    expect(stderr).toContain('a.md');
    expect(stderr).not.toMatch(CRASH);
  });

  test('reads the folder that KNOWLEDGE_DIR names, unless --knowledge names one', async () => {
    const folder = await temporaryFolder({
      'a/a.txt': 'A\n\nThe tower is red.\n',
      'b/b.txt': 'B\n\nThe tower is blue.\n',
    });
    const env = { KNOWLEDGE_DIR: join(folder, 'a') };
    const question = 'What is the tower?';
    const byEnv = readAskLine((await footnote(['ask', '--json', question], { env })).stdout);
    const byOption = readAskLine(
      (await footnote(['ask', '--json', '--knowledge', join(folder, 'b'), question], { env })).stdout,
    );
    expect([byEnv.matches[0]?.fact.path, byOption.matches[0]?.fact.path]).toEqual(['a.txt', 'b.txt']);
  });

  test('answers a question of any length on the command line', async () => {
    const question = `${WHEN} ${'ferry '.repeat(20_000)}`.slice(0, 120_000);
    const { status, stdout, stderr } = await footnote(['ask', question], WITH_ENCODERS);
    expect(status).toBe(0);
    // A busy machine takes long enough to be told about.
    expect(stderr).toMatch(/^(?:Reading 19 facts closely.*\n)?$/);
    expect(stdout).not.toBe('');
  });

  test('lets the engine of the encoders store no id of the machine', async () => {
    const home = await temporaryFolder({});
    const { status } = await footnote(['ask', WHEN], {
      env: { ...WITH_ENCODERS.env, HOME: home, XDG_CACHE_HOME: undefined, CI: undefined },
    });
    expect(status).toBe(0);
    expect(await readdir(home)).toEqual([]);
  });

  test('refuses settings that cannot be used with 2, all at once', async () => {
    const env = { KNOWLEDGE_DIR: 'no such folder', ENCODERS: 'maybe', LOG_LEVEL: 'loud' };
    const { status, stderr } = await footnote(['ask', WHEN], { env });
    expect(status).toBe(2);
    expect(stderr).toContain('“no such folder” does not exist');
    expect(stderr).toContain('ENCODERS is “maybe”');
    // It keeps no log.
    expect(stderr).not.toContain('LOG_LEVEL');
  });

  test('reads .env in the folder where it is started', async () => {
    const folder = await temporaryFolder({ '.env': 'KNOWLEDGE_DIR="my articles"\n' });
    await mkdir(join(folder, 'my articles'));
    await writeFile(join(folder, 'my articles', 'a.md'), markdown('Towers', 'The tower is red.'));
    const options = { cwd: folder, env: { KNOWLEDGE_DIR: undefined } };
    const { stdout } = await footnote(['ask', '--json', 'tower red'], options);
    expect(readAskLine(stdout).matches[0]?.fact.title).toBe('Towers');
  });

  test('says that an .env in UTF-16 was not read, beside what is missing', async () => {
    const folder = await temporaryFolder({});
    await writeFile(join(folder, '.env'), Buffer.from('\ufeffKNOWLEDGE_DIR=articles\n', 'utf16le'));
    const { status, stderr } = await footnote(['ask', WHEN], {
      cwd: folder,
      env: { KNOWLEDGE_DIR: undefined },
    });
    expect(status).toBe(2);
    expect(stderr).toContain('  • The file .env is not UTF-8 text');
  });

  test.skipIf(process.platform === 'win32')('is quiet when whoever reads has read enough', async () => {
    const batch = `${WHEN}\n`.repeat(3000);
    const piped = 'set -o pipefail; "$0" "$1" ask --limit 20 | head -n 1';
    const { status, stdout, stderr } = await run('bash', ['-c', piped, process.execPath, MAIN], {
      input: batch,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(readAskLine(stdout)).toMatchObject({ question: WHEN });
  });
});

describe('npm run ask', () => {
  test('means the caller’s folder by a relative --knowledge', async () => {
    const here = resolve('tests/terminal');
    const folder = await temporaryFolder({ 'articles/a.txt': 'Towers\n\nThe tower is red.\n' });
    const args = ['--prefix', resolve('.'), 'run', '--silent', 'ask', '--', '--json', '--knowledge'];
    const { status, stdout, stderr } = await run('npm', [...args, 'articles', 'tower red'], { cwd: folder });
    expect({ status, stderr: stderr.replace(/^npm warn.*\n/gm, '') }).toEqual({ status: 0, stderr: '' });
    expect(readAskLine(stdout).matches[0]?.fact.title).toBe('Towers');

    const fromInside = await run(
      'npm',
      ['run', '--silent', 'ask', '--', '--json', '--knowledge', '../../knowledge', WHEN],
      { cwd: here },
    );
    expect(readAskLine(fromInside.stdout)).toMatchObject({ outcome: 'answered' });
  });

  test.each([
    ['ask', ['--json', WHEN], 'npm run ask -- --json ["question"]'],
    ['ask', [WHEN, '--knowledge', '/nope'], 'npm run ask -- --knowledge DIR ["question"]'],
    ['articles', ['--json'], 'npm run articles -- --json'],
  ])('%s refuses %j, which npm keeps for itself, with 2', async (command, args, instead) => {
    const { status, stderr } = await run('npm', ['run', '--silent', command, ...args]);
    expect(status).toBe(2);
    expect(stderr).toContain(`Put “--” before the options: ${instead}\n`);
  });

  test('takes what follows a second “--” for the question', async () => {
    const { stdout } = await run('npm', ['run', '--silent', 'ask', '--', '--json', '--', '-5 degrees?']);
    expect(readAskLine(stdout).question).toBe('-5 degrees?');
  });

  test('reads the project’s own folder where none is named, from any sub-folder', async () => {
    const { stdout } = await run('npm', ['run', '--silent', 'ask', '--', '--json', WHEN], {
      cwd: 'tests/terminal',
    });
    expect(readAskLine(stdout).matches[0]?.fact.path).toBe('russian-fcs-meeting.md');
  });
});

describe('npx footnote', () => {
  test('runs the commands of a clone', async () => {
    // The first call in a clone builds the program anew, which would take it away from the tests beside this one.
    const env = { npm_config_ignore_scripts: 'true' };
    const { status, stdout } = await run('npx', ['footnote', 'ask', '--json', WHEN], { env });
    expect({ status, outcome: readAskLine(stdout).outcome }).toEqual({ status: 0, outcome: 'answered' });
  });

  test.skipIf(process.platform === 'win32')('runs those of an installed package', async () => {
    const folder = await temporaryFolder({ 'knowledge/a.txt': 'Towers\n\nThe tower is red.\n' });
    await mkdir(join(folder, 'node_modules', '.bin'), { recursive: true });
    await symlink(MAIN, join(folder, 'node_modules', '.bin', 'footnote'));
    const env = { KNOWLEDGE_DIR: undefined };
    const { stdout } = await run('npx', ['footnote', 'ask', '--json', 'tower red'], { cwd: folder, env });
    expect(readAskLine(stdout).matches[0]?.fact.title).toBe('Towers');
  });
});

test('npm start refuses arguments with 2', async () => {
  const { status, stderr } = await run('npm', ['start', '--silent', '--', '--foo']);
  expect({ status, stderr }).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('“start” takes no arguments, but it was given “--foo”.'),
  });
});

describe('articles', () => {
  test('reads no setting but the folder', async () => {
    const { status } = await footnote(['articles'], { env: { LOG_LEVEL: 'loud', ENCODERS: 'maybe' } });
    expect(status).toBe(0);
  });

  test('lists a folder and ends well, however long reading it closely would take', async () => {
    const facts = Array.from({ length: 400 }, (_, index) => `The ferry ${index} leaves at nine.`).join(' ');
    const folder = await temporaryFolder({ 'a.md': markdown('Ferries', facts) });
    const { status, stdout, stderr } = await footnote(['articles', '--knowledge', folder], WITH_ENCODERS);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('400 facts');
  });

  test('ends with 0 where all is well, with 1 where a file has a problem', async () => {
    const folder = await temporaryFolder({ 'a.md': markdown('First') });
    const env = { KNOWLEDGE_DIR: folder };
    expect(await footnote(['articles'], { env })).toEqual({
      status: 0,
      stdout: 'First\n  a.md · 1 fact · no dates\n  Markdown\n\n1 article, 1 fact, 0 problems.\n',
      stderr: '',
    });
    await writeFile(join(folder, 'b.md'), '');
    expect(await footnote(['articles'], { env })).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('b.md'),
    });
  });

  test('ends with 2 without one readable article', async () => {
    const env = { KNOWLEDGE_DIR: await temporaryFolder() };
    expect(await footnote(['articles'], { env })).toMatchObject({ status: 2, stdout: '' });
  });

  test('lists the folder that --knowledge names, from where the caller stands', async () => {
    const folder = await temporaryFolder({ 'mine/a.md': markdown('Mine') });
    const args = ['--prefix', resolve('.'), 'run', '--silent', 'articles', '--', '--knowledge', 'mine'];
    expect(await run('npm', args, { cwd: folder })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Mine\n  a.md'),
    });
  });

  test('refuses what it cannot use instead of passing over it, with the usage', async () => {
    const { status, stdout, stderr } = await footnote(['articles', '--limit', '3']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('--limit');
    expect(stderr).toContain('Usage: npm run articles');
  });
});

describe('texts', () => {
  test('checks the languages of the project, and exports to where the caller stands', async () => {
    expect(await footnote(['texts', 'check'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('de (german): complete\n'),
    });
    const folder = await temporaryFolder();
    const args = ['--prefix', resolve('.'), 'run', '--silent', 'texts', '--', 'export', 'de', 'de.json'];
    expect(await run('npm', args, { cwd: folder })).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, 'de.json')) && existsSync(join(folder, 'en.json'))).toBe(true);
  });

  test('refuses what it cannot use, with the usage', async () => {
    const { status, stderr } = await footnote(['texts', 'translate']);
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: npm run texts');
  });
});

describe('the command line', () => {
  test.each([
    [[], 'Say what to run.'],
    [['asks'], 'There is no command “asks”.'],
    [['constructor'], 'There is no command “constructor”.'],
    [['__proto__'], 'There is no command “__proto__”.'],
  ])('refuses %j with 2 and names the commands', async (args, mistake) => {
    const { status, stdout, stderr } = await footnote(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(mistake);
    for (const command of ['ask', 'articles', 'register', 'start']) expect(stderr).toContain(command);
  });

  test('helps, and with each command by itself', async () => {
    expect(await footnote(['--help'])).toEqual({ status: 0, stdout: HELP, stderr: '' });
    const { status, stdout } = await footnote(['ask', '-h']);
    expect(status).toBe(0);
    expect(stdout).toContain('--limit N                    how many matches to bring, 1 to 100 (default: 5)');
    expect(stdout).not.toContain('npm run articles');
  });

  test.each(['start', 'register'])(
    'refuses to %s without a token with 2, and says where to get one',
    async (command) => {
      const { status, stderr } = await footnote([command]);
      expect(status).toBe(2);
      expect(stderr).toContain('DISCORD_TOKEN is missing');
      expect(stderr).not.toMatch(CRASH);
    },
  );
});
