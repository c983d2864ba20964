import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeLocation } from '../../../src/store/kit/describe-location.ts';

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
