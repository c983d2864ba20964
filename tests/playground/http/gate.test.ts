import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refuseForeignHost, refuseForeignPage } from '../../../src/playground/http/gate.ts';

const PORT = 4_321;
const status = (host: string | undefined, method = 'GET', url = '/'): number | null =>
  refuseForeignHost({ method, url, headers: host === undefined ? {} : { host } }, PORT)?.status ?? null;

describe('the host of a request', () => {
  test.each(['127.0.0.1:4321', 'localhost:4321'])('may be %s', (host) => {
    expect(status(host)).toBeNull();
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
    expect(status(host)).toBe(421);
  });

  test('may be nothing but these two', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('127.0:4321localhost@/ ')) }), (host) => {
        fc.pre(host !== '127.0.0.1:4321' && host !== 'localhost:4321');
        expect(status(host)).toBe(421);
      }),
    );
  });
});

test.each(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE', 'CONNECT', 'PATCH'])('%s is refused', (method) => {
  expect(status('127.0.0.1:4321', method)).toBe(405);
});

test('a long address is refused', () => {
  expect(status('127.0.0.1:4321', 'GET', `/${'a'.repeat(500)}`)).toBe(414);
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
