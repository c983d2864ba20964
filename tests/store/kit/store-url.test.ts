import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StoreError } from '../../../src/store/kit/store-error.ts';
import { describeLocation, parseStoreUrl } from '../../../src/store/kit/store-url.ts';

describe('the place of a store', () => {
  test.each([
    ['data/footnote.db', resolve('data/footnote.db')],
    ['/srv/all we know.db', resolve('/srv/all we know.db')],
    ['file:data/footnote.db', resolve('data/footnote.db')],
    ['file:./data/foot%20note.db', resolve('data/foot note.db')],
    ['FILE:///srv/foot%20note.db', resolve('/srv/foot note.db')],
    ['C:\\data\\footnote.db', resolve('C:\\data\\footnote.db')],
    ['100%.db', resolve('100%.db')],
  ])('%s is the file %s', (url, path) => {
    expect(parseStoreUrl(url)).toEqual({ kind: 'file', path });
  });

  test.each([
    'postgres://db/footnote',
    'PostgreSQL://me:p%40ss@[::1]:5433/footnote?sslmode=verify-full',
    'postgres:///footnote?host=/run/postgresql',
    'postgres://me@/footnote?host=/run/postgresql',
    'postgres://me:p@ss@db/footnote',
    'postgres://me%40home:p%23%2F%3F@db/foot%40note?user=me%40home',
  ])('%s is a PostgreSQL database', (url) => {
    expect(parseStoreUrl(url)).toEqual({ kind: 'postgres', url });
  });

  test('is memory by its own word alone', () => {
    expect(parseStoreUrl(':memory:')).toEqual({ kind: 'memory' });
    expect(parseStoreUrl('memory')).toHaveProperty('kind', 'file');
  });

  test.each([
    '',
    'data/',
    'file:',
    'file:data/',
    'file:///srv/footnote.db?mode=ro',
    'file://elsewhere/footnote.db',
    'file:%zz',
    'a\0b',
    'postgres://me:se#cret@db/footnote',
    'postgres://me:se/cret@db/footnote',
    'postgres://db:port/footnote',
    'postgres://foo:p@ss/w#rd@localhost/x',
    'postgres://foo:p@ss/word@localhost/x',
    'postgres://foo:1/word@localhost/x',
    'postgres://foo:p@ss?word@localhost/x',
    'postgres://foo:p@/ss@localhost/x',
    'postgres:foo:p@ss/x',
    'postgres://db/foot\0note',
    'postgresq://db/footnote',
    'mysql://db/footnote',
    'http://db/footnote',
  ])('is not %j, and the refusal says what to give', (url) => {
    expect(() => parseStoreUrl(url)).toThrow(/data\/footnote\.db/);
  });

  test('is told or refused whatever is given, and a refusal never repeats it', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true }),
        fc.string({ minLength: 8 }),
        (address, secret) => {
          for (const url of [`postgres://user:${secret}@db`, `${address}#${secret}`, `file:${secret}?`]) {
            expect(refusalOf(url)).not.toContain(secret);
          }
        },
      ),
    );
  });
});

function refusalOf(url: string): string {
  try {
    parseStoreUrl(url);
    return '';
  } catch (error) {
    if (error instanceof StoreError && error.code === 'unsupported-url') return error.message;
    throw error;
  }
}

test.each([
  ['data/x.db', { kind: 'SQLite', location: resolve('data/x.db') }],
  ['file:/srv/x.db', { kind: 'SQLite', location: '/srv/x.db' }],
  ['postgres://me:hunter2@db:6543/footnote', { kind: 'PostgreSQL', location: 'db:6543/footnote' }],
  [
    'postgresql://me:hunter2@db/footnote?sslmode=require',
    { kind: 'PostgreSQL', location: 'db:5432/footnote' },
  ],
  ['postgres://me:hunter2@/footnote?host=/run/pg', { kind: 'PostgreSQL', location: '/run/pg:5432/footnote' }],
  ['postgres://me:hun#ter2@db:x/y', { kind: 'PostgreSQL', location: 'an address that cannot be read' }],
] as const)('%s is told without a password', (url, shown) => {
  expect(describeLocation(url)).toEqual(shown);
  expect(JSON.stringify(describeLocation(url))).not.toMatch(/hun|ter2/);
});

test('no part of a password is told, whatever signs in it are not escaped', () => {
  const sign = fc.constantFrom('#', '@', '/', '?', ':', '&', '=', '%', '1', ' ');
  const text = fc.array(sign, { maxLength: 4 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(text, text, text, (before, between, after) => {
      const password = `${before}hunter${between}ter2${after}`;
      for (const slashes of ['//', '/', '']) {
        const told = describeLocation(`postgres:${slashes}me:${password}@localhost/x`);
        expect(JSON.stringify(told)).not.toMatch(/hunter|ter2/i);
      }
    }),
    { numRuns: 2_000 },
  );
});
