import dotenv from 'dotenv';
import { describe, expect, test } from 'vitest';
import { UserFacingError } from '../src/requests/user-facing-error.ts';
import { readDiscordSettings, readSettings } from '../src/settings.ts';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB';

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
  readDiscordSettings({ DISCORD_TOKEN: TOKEN, KNOWLEDGE_GUILD_IDS: value }).keeperGuildIds;

describe('readSettings', () => {
  test('gives defaults where nothing, or nothing but white space, is set', () => {
    const defaults = { knowledgeDir: 'knowledge', logLevel: 'info' };
    expect(readSettings({})).toEqual(defaults);
    expect(readSettings({ KNOWLEDGE_DIR: '', LOG_LEVEL: '  ' })).toEqual(defaults);
  });

  test('takes a folder with spaces inside, and a level in capitals', () => {
    expect(readSettings({ KNOWLEDGE_DIR: ' my articles ', LOG_LEVEL: 'DEBUG' })).toEqual({
      knowledgeDir: 'my articles',
      logLevel: 'debug',
    });
  });

  test('needs no token', () => {
    expect(readSettings({ DISCORD_TOKEN: '' })).not.toHaveProperty('token');
  });

  test('refuses an unknown level and names the known ones', () => {
    expect(refusal(() => readSettings({ LOG_LEVEL: 'loud' }))).toMatch(
      /LOG_LEVEL is “loud”.*trace, debug.*silent/,
    );
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
      token: TOKEN,
      apiUrl: 'https://discord.com/api',
      guildId: null,
      databaseUrl: 'data/footnote.db',
      retention: { keepQuestionsDays: null, keepLeftServersDays: 30 },
      keeperGuildIds: null,
      autoRefresh: true,
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
        `KNOWLEDGE_GUILD_IDS: “${wrong}” is no server’s id; that has 17 to 20 digits`,
      );
    // One that names none would shut everybody out.
    expect(refusal(() => keepersFrom(','))).toContain('KNOWLEDGE_GUILD_IDS: “,”');
    expect(refusal(() => keepersFrom(`${one} ${two}`))).toContain('a comma stands between two');
  });

  test('reports every mistake at once, each in words', () => {
    const env = {
      LOG_LEVEL: 'x',
      DISCORD_API_URL: 'ftp://example.org',
      DISCORD_GUILD_ID: 'my server',
      KNOWLEDGE_GUILD_IDS: 'all',
      DATABASE_URL: 'postgres://footnote:hunter2@db/footnote',
    };
    const message = refusal(() => readDiscordSettings(env));
    expect(message.split('\n')).toEqual([
      expect.stringContaining('.env'),
      expect.stringContaining('LOG_LEVEL'),
      expect.stringContaining('DISCORD_TOKEN is missing'),
      expect.stringContaining('DISCORD_API_URL is “ftp://example.org”'),
      expect.stringContaining('DISCORD_GUILD_ID is no server’s id'),
      expect.stringContaining('DATABASE_URL: PostgreSQL is not supported yet'),
      expect.stringContaining('KNOWLEDGE_GUILD_IDS: “all”'),
    ]);
    expect(message).not.toContain('hunter2');
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
      expect(message).toContain('DISCORD_GUILD_ID is no server’s id');
      expect(message).not.toContain(id);
    },
  );

  test('refuses an address that ends in a version, which would be added once more', () => {
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'https://discord.com/api/v10/' };
    expect(refusal(() => readDiscordSettings(env))).toContain('ends in a version');
  });

  test('takes another place for the database, but none that forgets', () => {
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
