import { DiscordAPIError, HTTPError, RateLimitError, REST } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../../src/discord/kit/log.ts';
import { UserFacingError } from '../../../src/requests/kit/user-facing-error.ts';
import { StoreError } from '../../../src/store/kit/store-error.ts';
import { startTestDiscord } from '../../local-discord/client-under-test.ts';

const BOT_TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB';
const INTERACTION_TOKEN = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OnNlY3JldA';
const CALLBACK = `https://discord.com/api/v10/interactions/123456789012345678/${INTERACTION_TOKEN}/callback`;
const BODY = { files: undefined, body: { content: 'what the member asked' } };

/** The lines that `write` logs, as one text and read. */
function logged(write: (log: ReturnType<typeof createLog>) => void, level = 'info') {
  const lines: string[] = [];
  write(createLog({ logLevel: level, processName: 'first' }, { write: (line: string) => lines.push(line) }));
  return { text: lines.join(''), lines: lines.map((line): unknown => JSON.parse(line)) };
}

function apiError(url: string, message = 'Unknown interaction'): DiscordAPIError {
  return new DiscordAPIError({ code: 10062, message }, 10062, 404, 'POST', url, BODY);
}

describe('a line of the log', () => {
  test('tells time, process, level and what was given', () => {
    const { lines } = logged((log) => log.info({ outcome: 'answered' }, 'asked'));
    const time: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(lines).toEqual([
      { level: 30, time, pid: process.pid, process: 'first', outcome: 'answered', msg: 'asked' },
    ]);
  });

  test('is left out below the level', () => {
    expect(logged((log) => log.debug({ question: 'secret?' }, 'question')).text).toBe('');
    expect(logged((log) => log.debug({ question: 'secret?' }, 'question'), 'debug').text).toContain(
      'secret?',
    );
    expect(logged((log) => log.fatal('x'), 'silent').text).toBe('');
  });
});

describe('a logged error', () => {
  test('that tells the operator what to do says it once', () => {
    const message = 'The disk is full. Make room.';
    const cause = new StoreError('cannot-write', message, { cause: new Error('disk I/O error') });
    const { lines, text } = logged((log) =>
      log.error({ err: new StoreError('cannot-write', message, { cause }) }, 'not saved'),
    );
    const err = { type: 'StoreError', code: 'cannot-write', message, cause: { message: 'disk I/O error' } };
    expect(lines).toMatchObject([{ err }]);
    expect(text.split(message)).toHaveLength(2);
  });

  test.each([
    ['DiscordAPIError', apiError(CALLBACK)],
    ['HTTPError', new HTTPError(502, 'Bad Gateway', 'POST', CALLBACK, BODY)],
    ['an error that quotes the address', new Error(`POST ${CALLBACK} failed`)],
    [
      'a webhook’s address',
      new Error(`PATCH /webhooks/123456789012345678/${INTERACTION_TOKEN}/messages/@original`),
    ],
    ['an address at the end of a sentence', new Error(`No route "/webhooks/1/${INTERACTION_TOKEN}"`)],
    ['a message with the bot’s token', new Error(`Authorization: Bot ${BOT_TOKEN}`)],
    ['something thrown that is no error', `Bot ${BOT_TOKEN} at ${CALLBACK}`],
    [
      'a chain of causes',
      new Error('outer', { cause: new Error(CALLBACK, { cause: apiError(CALLBACK, BOT_TOKEN) }) }),
    ],
    ['a cause that is no error', new Error('outer', { cause: `Bot ${BOT_TOKEN} at ${CALLBACK}` })],
  ])('holds no token, no body and no request address: %s', (_, err) => {
    const { text } = logged((log) => log.error({ err }, 'failed'));
    expect(text).toContain('"err":');
    expect(text).not.toContain(BOT_TOKEN);
    expect(text).not.toContain(INTERACTION_TOKEN);
    expect(text).not.toContain('what the member asked');
    expect(text).not.toMatch(/"(?:url|requestBody|rawError)"/);
  });

  test('of the rate limit holds no address either', () => {
    const data = { global: false, method: 'POST', url: CALLBACK, route: '/interactions/:id/:token/callback' };
    const limits = {
      timeToReset: 1,
      limit: 1,
      hash: 'h',
      majorParameter: INTERACTION_TOKEN,
      retryAfter: 1,
      sublimitTimeout: 0,
    };
    const err = new RateLimitError({ ...data, ...limits, scope: 'user' });
    expect(logged((log) => log.warn({ err })).text).not.toContain(INTERACTION_TOKEN);
  });

  test('tells type, message, code, status, place and every cause', () => {
    const cause = new Error('connection lost', { cause: apiError(CALLBACK) });
    const err = new UserFacingError('bad-token', 'Discord refused the token.', { cause });
    expect(logged((log) => log.error({ err, id: '1a2b' }, 'failed')).lines).toMatchObject([
      {
        id: '1a2b',
        msg: 'failed',
        err: {
          type: 'UserFacingError',
          message: 'Discord refused the token.',
          code: 'bad-token',
          cause: {
            message: 'connection lost',
            stack: expect.stringContaining('log.test.ts'),
            cause: {
              type: 'DiscordAPIError[10062]',
              message: 'Unknown interaction',
              code: 10062,
              status: 404,
            },
          },
        },
      },
    ]);
  });

  test('keeps an address that holds no token readable', () => {
    const err = new Error('GET /applications/123456789012345678/commands failed: v1.2.3');
    expect(logged((log) => log.error({ err })).text).toContain(err.message);
  });

  test('that discord.js itself has thrown gives nothing away', async () => {
    const discord = await startTestDiscord();
    const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
    const path = `/interactions/123456789012345678/${INTERACTION_TOKEN}/callback` as const;
    const body = { type: 4, data: { content: 'what the member asked' } };
    const err: unknown = await rest.post(path, { body }).catch((error: unknown) => error);
    expect(err).toBeInstanceOf(DiscordAPIError);
    const { text } = logged((log) => log.error({ err }, 'failed'));
    expect(text).not.toContain(INTERACTION_TOKEN);
    expect(text).not.toContain(discord.token);
    expect(text).not.toContain('what the member asked');
  });
});
