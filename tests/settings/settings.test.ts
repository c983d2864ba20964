import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import dotenv from 'dotenv';
import { describe, expect, test } from 'vitest';
import { UserFacingError } from '../../src/requests/kit/user-facing-error.ts';
import { VARIABLES } from '../../src/settings/misspelt.ts';
import {
  type CheckedSettings,
  checkAskSettings,
  checkDiscordSettings,
  checkKnowledgeSettings,
  checkRegistrationSettings,
  refuseMistakes,
  requireDatabaseUrl,
} from '../../src/settings/settings.ts';
import { temporaryFolder } from '../knowledge/temporary-folder.ts';

type Environment = Parameters<typeof checkKnowledgeSettings>[0];

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB';

/** What a command does with its settings before it looks at the places that they name. */
const reader =
  <Read>(check: (env: Environment) => CheckedSettings<Read>) =>
  (env: Environment): Read => {
    const { settings, mistakes } = check(env);
    refuseMistakes(mistakes, env);
    return settings;
  };
const readSettings = reader(checkKnowledgeSettings);
const readDiscordSettings = reader(checkDiscordSettings);
const readRegistrationSettings = reader(checkRegistrationSettings);

/** The mistakes that are reported, a line each. */
function mistakesOf(env: Environment): readonly string[] {
  return refusal(() => readDiscordSettings({ DISCORD_TOKEN: TOKEN, ...env }))
    .split('\n')
    .slice(1);
}

/** The message of the refusal; fails where there is none. */
function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UserFacingError && error.code === 'unusable-settings') return error.message;
    throw error;
  }
  throw new Error('the settings were accepted');
}

const keepersFrom = (value: string) =>
  readDiscordSettings({ DISCORD_TOKEN: TOKEN, KNOWLEDGE_GUILD_IDS: value }).maintainerGuildIds;

const accepts = (token: string, env: Environment = {}) =>
  readDiscordSettings({ ...env, DISCORD_TOKEN: token }).token === token;

const shards = (SHARD_COUNT: string, SHARDS: string) =>
  readDiscordSettings({ DISCORD_TOKEN: TOKEN, SHARD_COUNT, SHARDS }).shards;

function expectNoPart(message: string, token: string): void {
  for (const part of token.split(/[^\w]+/).filter((piece) => piece.length >= 6))
    expect(message).not.toContain(part);
}

describe('readSettings', () => {
  test('gives defaults where nothing, or nothing but white space, is set', () => {
    const defaults = { knowledgeDir: 'knowledge' };
    expect(readSettings({})).toEqual(defaults);
    expect(readSettings({ KNOWLEDGE_DIR: '' })).toEqual(defaults);
    expect(readDiscordSettings({ DISCORD_TOKEN: TOKEN, LOG_LEVEL: '  ' })).toMatchObject({
      logLevel: 'info',
    });
  });

  test('takes a folder with spaces inside, and a level in capitals', () => {
    expect(readSettings({ KNOWLEDGE_DIR: ' my articles ' })).toEqual({ knowledgeDir: 'my articles' });
    const settings = readDiscordSettings({ DISCORD_TOKEN: TOKEN, LOG_LEVEL: 'DEBUG' });
    expect(settings).toMatchObject({ logLevel: 'debug' });
  });

  test('needs no token', () => {
    expect(readSettings({ DISCORD_TOKEN: '' })).not.toHaveProperty('token');
  });

  test('refuses an unknown level and names the known ones', () => {
    expect(refusal(() => readDiscordSettings({ DISCORD_TOKEN: TOKEN, LOG_LEVEL: 'loud' }))).toMatch(
      /LOG_LEVEL is “loud”.*trace, debug.*silent/,
    );
  });

  test('of a command that answers have the choice of the encoders too', () => {
    expect(reader(checkAskSettings)({ ENCODERS: 'OFF' })).toMatchObject({ encoders: { isOn: false } });
    const message = refusal(() => reader(checkAskSettings)({ ENCODERS: 'maybe', LOG_LEVEL: 'loud' }));
    expect(message).toContain('ENCODERS is “maybe”');
    expect(message).not.toContain('LOG_LEVEL');
  });

  test('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readSettings({}))).toBe(true);
    expect(Object.isFrozen(readDiscordSettings({ DISCORD_TOKEN: TOKEN }))).toBe(true);
  });
});

describe('readDiscordSettings', () => {
  test.each([
    ['off', false],
    [' OFF ', false],
    ['On', true],
    ['', true],
  ])('takes “%s” for AUTO_REFRESH', (value, isOn) => {
    const settings = readDiscordSettings({ DISCORD_TOKEN: TOKEN, AUTO_REFRESH: value });
    expect(settings.autoRefresh).toBe(isOn);
  });

  test('refuses anything else for AUTO_REFRESH, and says what it may be', () => {
    const message = refusal(() => readDiscordSettings({ DISCORD_TOKEN: TOKEN, AUTO_REFRESH: 'no' }));
    expect(message).toContain('AUTO_REFRESH is “no”; it must be “on” or “off”.');
  });

  test('needs the token alone', () => {
    expect(readDiscordSettings({ DISCORD_TOKEN: ` ${TOKEN} ` })).toEqual({
      knowledgeDir: 'knowledge',
      logLevel: 'info',
      processName: `${hostname()}-${process.pid}`,
      token: TOKEN,
      apiUrl: 'https://discord.com/api',
      guildId: null,
      databaseUrl: 'data/footnote.db',
      retention: { keepQuestionsDays: null, keepLeftServersDays: 30 },
      maintainerGuildIds: null,
      autoRefresh: true,
      shards: { ids: 'auto', count: null },
      metrics: null,
      indexes: resolve('data/footnote.db.indexes'),
      encoders: { isOn: true, vectors: resolve('data/footnote.db.vectors') },
    });
  });

  test('takes days, and refuses what is none', () => {
    const env = { DISCORD_TOKEN: TOKEN, KEEP_QUESTIONS_DAYS: '90', KEEP_LEFT_SERVERS_DAYS: '1' };
    expect(readDiscordSettings(env).retention).toEqual({ keepQuestionsDays: 90, keepLeftServersDays: 1 });
    for (const days of ['0', '-1', 'a week', '1.5', '100000']) {
      const wrong = { ...env, KEEP_QUESTIONS_DAYS: days };
      expect(refusal(() => readDiscordSettings(wrong))).toMatch(/KEEP_QUESTIONS_DAYS is “.*a number of days/);
    }
  });

  test('takes another address, without the strokes at its end, and a server', () => {
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'http://127.0.0.1:8080/api//' };
    expect(readDiscordSettings({ ...env, DISCORD_GUILD_ID: '123456789012345678' })).toMatchObject({
      apiUrl: 'http://127.0.0.1:8080/api',
      guildId: '123456789012345678',
    });
  });

  test('takes the servers that look after the articles, and refuses what is none', () => {
    const [one, two] = ['123456789012345678', '223456789012345678'];
    expect(keepersFrom(` ${one} ,${two}`)).toEqual([one, two]);
    expect(Object.isFrozen(keepersFrom(one))).toBe(true);
    expect(keepersFrom(`${one},`)).toEqual([one]);
    expect(keepersFrom('  ')).toBeNull();
    for (const wrong of ['my server', '12345'])
      expect(refusal(() => keepersFrom(`${one},${wrong}`))).toContain(
        `KNOWLEDGE_GUILD_IDS: “${wrong}” is not a server’s ID; an ID has 17 to 20 digits`,
      );
    // One that names none would shut everybody out.
    expect(refusal(() => keepersFrom(','))).toContain('KNOWLEDGE_GUILD_IDS: “,”');
    expect(refusal(() => keepersFrom(`${one} ${two}`))).toContain('Separate several with commas');
  });

  test('reports every mistake at once, each in words', () => {
    const env = {
      LOG_LEVEL: 'x',
      DISCORD_API_URL: 'ftp://example.org',
      DISCORD_GUILD_ID: 'my server',
      KNOWLEDGE_GUILD_IDS: 'all',
      DATABASE_URL: 'postgres://footnote:hunt#er2@db/footnote',
    };
    const message = refusal(() => readDiscordSettings(env));
    expect(message.split('\n')).toEqual([
      expect.stringContaining('.env'),
      expect.stringContaining('LOG_LEVEL'),
      expect.stringContaining('DISCORD_TOKEN is missing'),
      expect.stringContaining('DISCORD_API_URL is “ftp://example.org”'),
      expect.stringContaining('DISCORD_GUILD_ID is not a server’s ID'),
      expect.stringContaining(
        'DATABASE_URL: The address of the PostgreSQL database has a “#”, or an “@” after the host',
      ),
      expect.stringContaining('KNOWLEDGE_GUILD_IDS: “all”'),
    ]);
    expect(message).not.toContain('er2');
  });

  test.each([
    ['with “Bot” before it', `Bot ${TOKEN}`],
    ['with a line break inside', `${TOKEN}\n${TOKEN}`],
    ['in the quotes that docker --env-file leaves', `"${TOKEN}"`],
    ['in single quotes', `'${TOKEN}'`],
  ])('refuses a token %s without quoting it', (_, token) => {
    const message = refusal(() => readDiscordSettings({ DISCORD_TOKEN: token, DISCORD_API_URL: 'x' }));
    expect(message).toContain('DISCORD_TOKEN');
    expect(message).not.toContain(TOKEN.slice(0, 10));
  });

  test.each(['discord.com/api', 'file:///etc', 'https://'])('refuses the address %j', (url) => {
    expect(refusal(() => readDiscordSettings({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: url }))).toContain(url);
  });

  test.each(['1234', '1'.repeat(21), '12345678901234567x', '<@123456789012345678>'])(
    'refuses the server %j, without repeating what may be a secret in the wrong place',
    (id) => {
      const message = refusal(() => readDiscordSettings({ DISCORD_TOKEN: TOKEN, DISCORD_GUILD_ID: id }));
      expect(message).toContain('DISCORD_GUILD_ID is not a server’s ID');
      expect(message).not.toContain(id);
    },
  );

  test('refuses an address that ends in a version, which would be added once more', () => {
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'https://discord.com/api/v10/' };
    expect(refusal(() => readDiscordSettings(env))).toContain('ends in a version');
  });

  test('takes another location of the database, but not memory', () => {
    const env = { DISCORD_TOKEN: TOKEN, DATABASE_URL: ' file:/srv/footnote.db ' };
    expect(readDiscordSettings(env)).toHaveProperty('databaseUrl', 'file:/srv/footnote.db');
    expect(refusal(() => readDiscordSettings({ ...env, DATABASE_URL: ':memory:' }))).toContain(
      'DATABASE_URL',
    );
  });

  test('reads what a .env file holds, with and without quotes and with a comment behind', () => {
    const lines = [
      `DISCORD_TOKEN="${TOKEN}"`,
      "KNOWLEDGE_DIR='my articles' # here",
      'LOG_LEVEL=warn # quiet',
      'DISCORD_GUILD_ID=',
    ];
    expect(readDiscordSettings(dotenv.parse(lines.join('\r\n')))).toMatchObject({
      token: TOKEN,
      knowledgeDir: 'my articles',
      logLevel: 'warn',
      guildId: null,
    });
  });
});

describe('a token', () => {
  test('in the place of the database is refused, and not repeated', () => {
    const { settings, mistakes } = checkDiscordSettings({ DISCORD_TOKEN: TOKEN, DATABASE_URL: TOKEN });
    expect(mistakes).toEqual([expect.stringMatching(/^DATABASE_URL is a token of Discord/)]);
    expectNoPart(mistakes.join(), TOKEN);
    expect(settings.databaseUrl).not.toContain(TOKEN);
  });

  test.each([
    ['a zero-width space', `${TOKEN}\u200b`, 'invisible character'],
    ['a byte order mark inside', `MTI\ufeff${TOKEN}`, 'invisible character'],
    ['a soft hyphen', TOKEN.replace('.', '\u00ad.'), 'invisible character'],
    ['a control character', `${TOKEN}\u0007`, 'invisible character'],
    ['Cyrillic look-alikes', TOKEN.replace('a', 'а'), 'letters of other alphabets'],
    ['a full-width stop', TOKEN.replace('.', '．'), 'letters of other alphabets'],
    ['a sign', `${TOKEN}=`, 'A–Z, a–z, 0–9'],
    ['a typographic quotation mark', `“${TOKEN}”`, 'quotation mark'],
    ['“Bearer” before it', `Bearer ${TOKEN}`, 'without “Bot” before it'],
    ['a space', TOKEN.replace('.', ' .'), 'space'],
    ['a no-break space', TOKEN.replace('.', '\u00a0.'), 'space'],
  ])('with %s is refused wherever it is meant for, and not repeated', (_, token, words) => {
    for (const DISCORD_API_URL of ['', 'http://127.0.0.1:8080/api']) {
      const message = refusal(() => readDiscordSettings({ DISCORD_TOKEN: token, DISCORD_API_URL }));
      expect(message).toContain('DISCORD_TOKEN');
      expect(message).toContain(words);
      expectNoPart(message, token);
    }
  });

  test.each([
    ['123456789012345678', 'the id of an application'],
    ['0123456789abcdef'.repeat(4), 'the public key'],
    ['AbCdEfGhIjKlMnOpQrStUvWxYz012345', 'not a complete token'],
    [TOKEN.slice(0, 40), 'not a complete token'],
    [TOKEN.slice(0, TOKEN.lastIndexOf('.')), 'not a complete token'],
    [`${TOKEN}.${TOKEN}`, 'not a complete token'],
    [TOKEN.slice(5), 'does not begin with a bot’s id'],
  ])('of the shape %s is refused for Discord itself alone', (token, words) => {
    const message = refusal(() => readDiscordSettings({ DISCORD_TOKEN: token }));
    expect(message).toContain(words);
    expectNoPart(message, token);
    expect(accepts(token, { DISCORD_API_URL: 'http://127.0.0.1:8080/api' })).toBe(true);
  });

  test('that is whole is taken', () => {
    expect(accepts(TOKEN)).toBe(true);
    expect(accepts(`MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.G-_bcD.${'x'.repeat(38)}`)).toBe(true);
  });

  test('that is set by another name is pointed out', () => {
    const message = refusal(() => readDiscordSettings({ DISCORD_BOT_TOKEN: TOKEN }));
    expect(message).toContain('DISCORD_TOKEN is missing. DISCORD_BOT_TOKEN is set');
    expectNoPart(message, TOKEN);
  });

  test.each(VARIABLES.filter((name) => name !== 'DISCORD_TOKEN'))('behind %s is not repeated', (name) => {
    for (const wrong of [TOKEN, `${TOKEN}\u200b`, `${TOKEN}?x=#`]) {
      const { mistakes } = checkDiscordSettings({ DISCORD_TOKEN: 'x', [name]: wrong });
      expect(mistakes.join('\n')).not.toMatch(/MTIzNDU2|GaBcDe|abcdefgh/);
    }
  });

  test('is not repeated in what is said of a place', () => {
    const mistakes = [
      `KNOWLEDGE_DIR: the folder “${TOKEN}” does not exist.`,
      'DATABASE_URL: “short-one” is no file',
    ];
    for (const DISCORD_TOKEN of [TOKEN, 'short-one']) {
      const message = refusal(() => refuseMistakes(mistakes, { DISCORD_TOKEN }));
      expectNoPart(message, TOKEN);
      expect(message.includes('short-one')).toBe(DISCORD_TOKEN !== 'short-one');
    }
  });
});

const metrics = (METRICS_PORT: string, METRICS_HOST = '') =>
  readDiscordSettings({ DISCORD_TOKEN: TOKEN, METRICS_PORT, METRICS_HOST }).metrics;

describe('the address of the metrics', () => {
  test('is none unless a port is set, and of this machine alone unless another is', () => {
    expect(metrics('')).toBeNull();
    expect(metrics('', '0.0.0.0')).toBeNull();
    expect(metrics('9464')).toEqual({ host: '127.0.0.1', port: 9464 });
    for (const host of ['0.0.0.0', '::', 'localhost', 'bot-1.internal'])
      expect(metrics('0', host)).toEqual({ host, port: 0 });
  });

  test.each(['65536', '-1', '1e3', 'on', '80.5'])('is refused with the port %s', (port) => {
    expect(refusal(() => metrics(port))).toMatch(/METRICS_PORT is .*from 1 to 65535/);
  });

  test.each(['http://x', '127.0.0.1:80', 'a b', '-x', 'a..b'])('is refused with the host %s', (host) => {
    expect(refusal(() => metrics('1', host))).toMatch(/METRICS_HOST is .*127\.0\.0\.1/);
  });
});

const processName = (PROCESS_NAME: string) =>
  readDiscordSettings({ DISCORD_TOKEN: TOKEN, PROCESS_NAME }).processName;

test('the name of the process is a short word', () => {
  expect(processName('footnote@2')).toBe('footnote@2');
  for (const wrong of ['two words', 'x'.repeat(65), '"a"'])
    expect(refusal(() => processName(wrong))).toContain('PROCESS_NAME');
});

test('beside a database on a server, each machine keeps the vectors where a file would be', () => {
  const env = { DATABASE_URL: 'postgres://user:secret@db.example/footnote' };
  expect(reader(checkAskSettings)(env).encoders.vectors).toBe(resolve('data/footnote.db.vectors'));
});

describe('a secret in a file', () => {
  const env = { DISCORD_TOKEN_FILE: 'token', DATABASE_URL_FILE: 'url' };
  const inFolder = async (files: Readonly<Record<string, string>>) => {
    const folder = await temporaryFolder(files);
    return Object.fromEntries(Object.entries(env).map(([name, file]) => [name, join(folder, file)]));
  };

  test('counts as if it stood in the variable, without the line break at its end', async () => {
    const files = await inFolder({ token: `${TOKEN}\n`, url: 'file:/srv/footnote.db\r\n' });
    expect(readDiscordSettings(files)).toMatchObject({ token: TOKEN, databaseUrl: 'file:/srv/footnote.db' });
    expect(requireDatabaseUrl(files)).toBe('file:/srv/footnote.db');
    expect(readRegistrationSettings(files)).toHaveProperty('token', TOKEN);
    expect(reader(checkAskSettings)(files).encoders.vectors).toBe('/srv/footnote.db.vectors');
  });

  test('is refused beside the variable itself, with what to remove', async () => {
    const files = await inFolder({ token: TOKEN, url: 'a.db' });
    const message = refusal(() =>
      readDiscordSettings({ ...files, DISCORD_TOKEN: TOKEN, DATABASE_URL: 'b.db' }),
    );
    expect(message).toContain('DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set. Remove one of them.');
    expect(message).toContain('DATABASE_URL and DATABASE_URL_FILE are both set. Remove one of them.');
    expectNoPart(message, TOKEN);
  });

  test('that is missing, empty, no file or too large is one mistake each, which names the variable', async () => {
    const folder = await temporaryFolder({ empty: ' \n', large: 'x'.repeat(20_000) });
    for (const [file, why] of [
      ['gone', 'does not exist'],
      ['empty', 'is empty'],
      ['', 'is not a file'],
      ['large', 'is too large'],
    ] as const) {
      const path = join(folder, file);
      const { mistakes } = checkDiscordSettings({ DISCORD_TOKEN_FILE: path, DATABASE_URL_FILE: path });
      expect(mistakes).toHaveLength(2);
      for (const [index, name] of ['DISCORD_TOKEN', 'DATABASE_URL'].entries()) {
        expect(mistakes[index]).toMatch(new RegExp(`^${name}_FILE: .*${why}.*Give the path of a file`));
      }
    }
  });

  test('is checked as the variable is, and never repeated', async () => {
    const files = await inFolder({ token: `“${TOKEN}”`, url: 'mysql://me:secret@db/x' });
    const message = refusal(() => readDiscordSettings({ ...files, KNOWLEDGE_DIR: TOKEN }));
    expect(message).toContain('The file that DISCORD_TOKEN_FILE names has a quotation mark in it');
    expect(message).toContain('The file that DATABASE_URL_FILE names: ');
    expect(message).not.toContain('secret');
    expectNoPart(message, TOKEN);
    const good = await inFolder({ token: 'short-one', url: 'a.db' });
    expect(refusal(() => refuseMistakes(['KNOWLEDGE_DIR: “short-one”'], good))).toContain('[secret]');
  });
});

describe('the address of Discord', () => {
  test.each([
    ['https://discord.com/api?x=1', '“?”'],
    ['https://discord.com/api?', '“?”'],
    ['https://discord.com/api#top', '“#”'],
    ['https://user:hunter2@discord.com/api', 'user name or password'],
    ['https://hunter2@discord.com/api', 'user name or password'],
    ['http://discord.com/api', 'plain http'],
    ['http://8.8.8.8/api', 'plain http'],
    ['http://[2001:db8::1]/api', 'plain http'],
    ['http://172.32.0.1/api', 'plain http'],
    ['http://localhost.example.org/api', 'plain http'],
  ])('%s is refused with the reason', (url, words) => {
    const [mistake = ''] = mistakesOf({ DISCORD_API_URL: url });
    expect(mistake).toContain('DISCORD_API_URL');
    expect(mistake).toContain(words);
    expect(mistake).not.toContain('hunter2');
  });

  test.each([
    'http://localhost:3000',
    'http://127.1.2.3/api',
    'http://[::1]:80/api',
    'http://[::ffff:127.0.0.1]/api',
    'http://10.0.0.5:8080/api',
    'http://172.31.255.255/api',
    'http://192.168.1.2/api',
    'http://[fd00::1]/api',
    'http://rest-proxy:8080/api',
    'http://proxy.internal/api',
    'https://discord-proxy.example.org/api',
  ])('%s is taken', (url) => {
    expect(readDiscordSettings({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: url }).apiUrl).toBe(url);
  });

  test('has all its mistakes reported', () => {
    expect(mistakesOf({ DISCORD_API_URL: 'http://a:b@example.org/api/v10?x#y' })).toHaveLength(5);
  });
});

describe('a misspelt variable', () => {
  test.each([
    ['KEEP_QUESTION_DAYS', 'KEEP_QUESTIONS_DAYS'],
    ['KEEP_QUESTIONS', 'KEEP_QUESTIONS_DAYS'],
    ['KEEP_QUESTIONS_FOR_DAYS', 'KEEP_QUESTIONS_DAYS'],
    ['KEEP_LEFT_SERVER_DAYS', 'KEEP_LEFT_SERVERS_DAYS'],
    ['KEEP_LEFT_GUILDS_DAYS', 'KEEP_LEFT_SERVERS_DAYS'],
    ['KNOWLEDGE_DIRECTORY', 'KNOWLEDGE_DIR'],
    ['KNOWLEDGE_DRI', 'KNOWLEDGE_DIR'],
    ['KNOWLEDGE_FOLDER', 'KNOWLEDGE_DIR'],
    ['KNOWLEGE_DIR', 'KNOWLEDGE_DIR'],
    ['knowledge_dir', 'KNOWLEDGE_DIR'],
    ['KNOWLEDGE-DIR', 'KNOWLEDGE_DIR'],
    ['KNOWLEDGE_GUILDS', 'KNOWLEDGE_GUILD_IDS'],
    ['KNOWLEDGE_GUILD_ID', 'KNOWLEDGE_GUILD_IDS'],
    ['DISCORD_GUILD_IDS', 'DISCORD_GUILD_ID'],
    ['DISCORD_GIULD_ID', 'DISCORD_GUILD_ID'],
    ['DISCORDAPIURL', 'DISCORD_API_URL'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['AUTO_REFERSH', 'AUTO_REFRESH'],
    ['AUTOREFRESH', 'AUTO_REFRESH'],
    ['LOG_LEVLE', 'LOG_LEVEL'],
    ['SHARD_COUTN', 'SHARD_COUNT'],
  ])('%s is told as %s, by its name alone', (name, meant) => {
    const [mistake = '', ...others] = mistakesOf({ [name]: 'hunter2' });
    expect(mistake).toContain(`There is no setting ${name}; did you mean ${meant}?`);
    expect(mistake).not.toContain('hunter2');
    expect(others).toEqual([]);
    // Empty, it is not set; and the right name beside it says what counts.
    expect(checkDiscordSettings({ DISCORD_TOKEN: TOKEN, [name]: ' ' }).mistakes).toEqual([]);
    expect(checkDiscordSettings({ DISCORD_TOKEN: TOKEN, [name]: '1', [meant]: '' }).mistakes).toEqual([]);
  });

  test.each([undefined, '', ' '])('of the token is told with its being missing (%o)', (empty) => {
    const message = refusal(() => readDiscordSettings({ DISCORD_TOKN: TOKEN, DISCORD_TOKEN: empty }));
    expect(message).toContain('DISCORD_TOKEN is missing');
    expect(message).toContain('did you mean DISCORD_TOKEN? Rename it, and remove');
    expect(message).not.toContain(TOKEN);
  });

  test.each([
    'PATH',
    'HOME',
    'SHELL',
    'NODE_ENV',
    'NODE_OPTIONS',
    'npm_config_loglevel',
    'npm_lifecycle_event',
    'DISCORD_WEBHOOK_URL',
    'DISCORD_CLIENT_ID',
    'DISCORD_CLIENT_SECRET',
    'DISCORD_APP_ID',
    'DISCORD_APP_URL',
    'DISCORD_API_KEY',
    'DISCORD_CHANNEL_ID',
    'DISCORD_USER_ID',
    'DISCORD_PUBLIC_KEY',
    'DATABASE_URI',
    'DATABASE_HOST',
    'DATABASE_USER',
    'DATABASE_NAME',
    'DATABASE_URL_TEST',
    'TEST_DATABASE_URL',
    'LOGLEVEL',
    'LOG_FILE',
    'LOG_FORMAT',
    'LOG_LEVEL_CONSOLE',
    'DEBUG_LEVEL',
    'SHARD',
    'SHARD_INDEX',
    'SHARD_TOTAL',
    'CARD_COUNT',
    'KEEP_ALIVE',
    'KEEP_RELEASES',
    'AUTO_UPDATE',
    'AUTH_REFRESH',
    'KNOWLEDGE_BASE_ID',
    'XDG_DATA_DIRS',
  ])('is not seen in %s, which is of another program', (name) => {
    expect(checkDiscordSettings({ DISCORD_TOKEN: TOKEN, [name]: '1' }).mistakes).toEqual([]);
  });

  test('is told where it concerns what is run', () => {
    const slips = { KEEP_QUESTION_DAYS: '1', KNOWLEDGE_DIRS: 'x', DISCORD_GUILD_IDS: '1' };
    expect(refusal(() => readSettings(slips))).toMatch(/^[^•]*•[^•]*KNOWLEDGE_DIRS[^•]*$/);
    expect(refusal(() => readRegistrationSettings({ ...slips, DISCORD_TOKEN: TOKEN }))).toMatch(
      /^[^•]*•[^•]*DISCORD_GUILD_IDS[^•]*$/,
    );
  });
});

describe('shards', () => {
  test('are all of the count, or those that are named', () => {
    expect(shards('', '')).toEqual({ ids: 'auto', count: null });
    expect(shards('', 'Auto')).toEqual({ ids: 'auto', count: null });
    expect(shards('3', '')).toEqual({ ids: 'auto', count: 3 });
    expect(shards('4', '1, 3')).toEqual({ ids: [1, 3], count: 4 });
    expect(shards('4', '[1]')).toEqual({ ids: [1], count: 4 });
  });

  test.each([
    ['0', ''],
    ['-1', ''],
    ['two', ''],
    ['1.5', ''],
    ['10000', ''],
    ['2', 'all'],
    ['2', '0;1'],
    ['2', '2'],
    ['', '1'],
    ['', '0,1'],
    ['two', '1'],
    ['2', ','],
  ])('are refused for SHARD_COUNT=%s SHARDS=%s', (SHARD_COUNT, SHARDS) => {
    expect(mistakesOf({ SHARD_COUNT, SHARDS })).toEqual([expect.stringMatching(/SHARD/)]);
  });
});

test('registering needs what concerns it alone', () => {
  const env = {
    DISCORD_TOKEN: TOKEN,
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'redis://x',
    KEEP_QUESTIONS_DAYS: 'x',
  };
  expect(readRegistrationSettings(env)).toEqual({
    token: TOKEN,
    apiUrl: 'https://discord.com/api',
    guildId: null,
  });
  expect(
    refusal(() => readRegistrationSettings({ DISCORD_GUILD_ID: 'x', DISCORD_API_URL: 'y' })).split('•'),
  ).toHaveLength(4);
});

test('.env.example documents every variable that is read, and no other', () => {
  const read = new Set<string>();
  checkDiscordSettings(new Proxy({}, { get: (_, name) => void read.add(String(name)), ownKeys: () => [] }));
  const documented = [...readFileSync('.env.example', 'utf8').matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(
    ([, name]) => name,
  );
  expect(new Set(documented)).toEqual(new Set(VARIABLES));
  expect(documented).toHaveLength(VARIABLES.length);
  for (const name of VARIABLES) expect(read).toContain(name);
});
