import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeDates, formatDay, formatMoment } from '../../src/wording/dates.ts';
import { english } from '../../src/wording/kit/english.ts';

test.each([
  ['2018-12-17', '17 December 2018'],
  ['2008-09-05', '5 September 2008'],
  ['2024-02-29', '29 February 2024'],
  ['1969-12-31', '31 December 1969'],
])('writes %s as people do', (iso, words) => {
  expect(formatDay(iso, 'en-GB')).toBe(words);
});

test('keeps the day that is written, whatever the machine’s time zone', () => {
  const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const words = formatDay(iso, 'en-GB').split(' ');
      expect([Number(words[2]), Number(words[0])]).toEqual([date.getUTCFullYear(), date.getUTCDate()]);
    }),
  );
});

test.each([
  [
    { published: '2008-09-05', captured: '2018-12-17' },
    'published 5 September 2008, captured 17 December 2018',
  ],
  [{ published: '2008-09-05', captured: null }, 'published 5 September 2008'],
  [{ published: null, captured: '2018-12-17' }, 'captured 17 December 2018'],
  [{ published: null, captured: null }, ''],
])('tells of %j only what is known', (dates, words) => {
  expect(describeDates(dates, english)).toBe(words);
});

test('a moment is told with its zone', () => {
  expect(formatMoment(Date.UTC(2026, 10, 24, 20, 51, 59), 'en-GB')).toBe('24 Nov 2026, 20:51 UTC');
});
