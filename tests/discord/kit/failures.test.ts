import { DiscordAPIError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import {
  classifyReplyFailure,
  createBadTokenError,
  createErrorId,
  explainClose,
  explainUnreachable,
} from '../../../src/discord/kit/failures.ts';

function apiError(code: number, status = 400): DiscordAPIError {
  const body = { files: undefined, body: undefined };
  return new DiscordAPIError({ code, message: 'x' }, code, status, 'POST', 'https://discord.com/api', body);
}

test('a refused token names the setting to change and keeps its cause', () => {
  const cause = apiError(0, 401);
  expect(createBadTokenError(cause)).toMatchObject({ code: 'bad-token', cause });
  expect(createBadTokenError().message).toContain('DISCORD_TOKEN');
});

describe('a connection closed for good', () => {
  test.each([
    [4004, 'bad-token', 'DISCORD_TOKEN'],
    [4010, 'shards-refused', 'SHARD_COUNT'],
    [4011, 'shards-refused', 'SHARD_COUNT'],
    [4012, 'version-refused', 'Update Footnote'],
    [4013, 'intents-refused', 'intents'],
    [4014, 'intents-refused', 'intents'],
  ])('with %i is refused: other settings are needed', (code, name, words) => {
    const ending = explainClose(code);
    expect(ending).toMatchObject({ kind: 'refused', error: { code: name } });
    expect(ending.kind === 'refused' && ending.error.message).toContain(words);
  });

  test.each([1000, 1006, 4000, 4001, 4005, 4009, 4015])(
    'with %i is an outage that tells the code',
    (code) => {
      const ending = explainClose(code);
      expect(ending).toMatchObject({
        kind: 'outage',
        error: { message: expect.stringContaining(String(code)) },
      });
    },
  );
});

describe('a reply that Discord does not take', () => {
  test.each([
    [10062, 'too-late'],
    [40060, 'already-answered'],
    [10008, 'message-gone'],
    [50035, null],
    [0, null],
  ])('with %i is %s', (code, expected) => {
    expect(classifyReplyFailure(apiError(code))).toBe(expected);
  });

  test.each([new Error('10062'), { code: 10062 }, null, undefined, 'x'])(
    'is a fault of ours where it is %s',
    (error) => {
      expect(classifyReplyFailure(error)).toBeNull();
    },
  );
});

test('an error id has eight hexadecimal digits, whatever the random number', () => {
  expect([0, 0.5, 1 - 2 ** -53].map((number) => createErrorId(() => number))).toEqual([
    '00000000',
    '80000000',
    'ffffffff',
  ]);
});

describe('explainUnreachable', () => {
  const API = 'https://discord.com/api';

  test('names the host and the code where the network or a name is missing', () => {
    const error = Object.assign(new Error('getaddrinfo ENOTFOUND discord.com'), { code: 'ENOTFOUND' });
    expect(explainUnreachable(error, API)).toMatch(/^discord\.com cannot be reached \(ENOTFOUND\)\. Check/);
    expect(explainUnreachable(new Error('ECONNRESET'), API)).toContain('(ECONNRESET)');
  });

  test('leaves every other outage to the log', () => {
    expect(explainUnreachable(new Error('Discord has invalidated the session'), API)).toBeNull();
    expect(explainUnreachable('a text', API)).toBeNull();
  });
});
