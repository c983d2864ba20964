import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJsonBody, refuseForeignHost, refuseForeignPage } from '../../../src/playground/http/gate.ts';

const PORT = 4_321;
const statusOf = (host: string | undefined, method = 'GET', url = '/'): number | null =>
  refuseForeignHost({ method, url, headers: host === undefined ? {} : { host } }, PORT)?.status ?? null;

describe('the host of a request', () => {
  test.each(['127.0.0.1:4321', 'localhost:4321'])('may be %s', (host) => {
    expect(statusOf(host)).toBeNull();
  });

  test.each([
    undefined,
    '',
    '127.0.0.1',
    'localhost',
    '127.0.0.1:4322',
    '127.0.0.1:04321',
    '127.0.0.1:4321.',
    '127.1:4321',
    '0.0.0.0:4321',
    '[::1]:4321',
    'LOCALHOST:4321',
    'evil.example:4321',
    '127.0.0.1.evil.example:4321',
    'evil.example@127.0.0.1:4321',
  ])('may not be %s', (host) => {
    expect(statusOf(host)).toBe(421);
  });

  test('may be nothing but these two', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('127.0:4321localhost@/ ')) }), (host) => {
        fc.pre(host !== '127.0.0.1:4321' && host !== 'localhost:4321');
        expect(statusOf(host)).toBe(421);
      }),
    );
  });
});

test.each(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE', 'CONNECT', 'PATCH'])('%s is refused', (method) => {
  expect(statusOf('127.0.0.1:4321', method)).toBe(405);
});

test('a long address is refused', () => {
  expect(statusOf('127.0.0.1:4321', 'GET', `/${'a'.repeat(500)}`)).toBe(414);
});

describe('the page that calls', () => {
  const host = '127.0.0.1:4321';
  test.each([
    ['POST', { origin: 'http://127.0.0.1:4321', 'sec-fetch-site': 'same-origin' }],
    ['POST', { origin: 'http://127.0.0.1:4321' }],
    ['GET', { 'sec-fetch-site': 'same-origin' }],
  ])('may be this one: %s %j', (method, headers) => {
    expect(refuseForeignPage({ method, headers: { host, ...headers } })).toBeNull();
  });

  test.each([
    ['POST', {}],
    ['GET', {}],
    ['POST', { 'sec-fetch-site': 'same-origin' }],
    ['POST', { origin: 'http://127.0.0.1:9999', 'sec-fetch-site': 'same-site' }],
    ['POST', { origin: 'http://127.0.0.1:4321', 'sec-fetch-site': 'same-site' }],
    ['POST', { origin: 'http://localhost:4321' }],
    ['POST', { origin: 'https://127.0.0.1:4321' }],
    ['POST', { origin: 'null' }],
    ['GET', { 'sec-fetch-site': 'cross-site' }],
    ['GET', { 'sec-fetch-site': 'none' }],
    ['GET', { origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' }],
  ])('may be no other: %s %j', (method, headers) => {
    expect(refuseForeignPage({ method, headers: { host, ...headers } })?.status).toBe(403);
  });
});

const JSON_TYPE = 'application/json';

function read(chunks: readonly string[], headers: Readonly<Record<string, string>> = {}) {
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  return readJsonBody(Object.assign(stream, { headers: { 'content-type': JSON_TYPE, ...headers } }));
}

test('JSON in pieces is read', async () => {
  expect(await read(['{"a"', ':"é"}'])).toEqual({ kind: 'json', value: { a: 'é' } });
});

test.each([
  [['{'], {}, 400],
  [[], {}, 400],
  [['{}'], { 'content-type': 'text/plain' }, 415],
  [['{}'], { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  [['{}'], { 'content-type': 'application/json; charset=utf-16' }, 415],
  [['{}'], { 'content-length': '524289' }, 413],
])('%j with %j is refused', async (chunks, headers, status) => {
  expect(await read(chunks, headers)).toMatchObject({ kind: 'refused', status });
});

test('a body that says nothing of its length is read to its limit and no further', async () => {
  let given = 0;
  async function* endless() {
    for (;;) {
      given += 1;
      yield Buffer.alloc(1_024, ' ');
    }
  }
  const request = Object.assign(Readable.from(endless()), { headers: { 'content-type': JSON_TYPE } });
  expect(await readJsonBody(request)).toMatchObject({ kind: 'refused', status: 413 });
  expect(given).toBeLessThan(600);
});
