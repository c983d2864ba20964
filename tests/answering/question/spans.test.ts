import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAmounts, findDates, findNames, findNumbers } from '../../../src/answering/question/spans.ts';
import type { Span } from '../../../src/text/sentences/sentences.ts';

type Find = (text: string) => readonly Span[];

function found(find: Find, text: string): string[] {
  return find(text).map(({ start, end }) => text.slice(start, end));
}

describe('dates', () => {
  test.each([
    ['On September, 4-5, 2008, it met.', ['September, 4-5, 2008']],
    ['dated April, 15, 1994.', ['April, 15, 1994']],
    ['on 3rd of May 2001 and 4–5 June', ['3rd of May 2001', '4–5 June']],
    ['in June 1945 or Sept. 1946', ['June 1945', 'Sept. 1946']],
    ['on 2018-12-17', ['2018-12-17']],
    ['in 1914–18, the 1990s and 2008', ['1914–18', '1990s', '2008']],
    ['in the 19th century', ['19th century']],
    ['in 500 BC', ['500 BC']],
    ['8 offices, 50 states, room 12345, 2,008 people', []],
    ['He may come.', []],
  ])('in “%s”', (text, spans) => expect(found(findDates, text)).toEqual(spans));
});

describe('numbers', () => {
  test.each([
    ['About 80 agreements and 1,000.5 others', ['80', '1,000.5']],
    ['Twenty-five men and two hundred women', ['Twenty-five', 'two hundred']],
    ['3 million', ['3 million']],
    ['the 4th of B12, and 5-star', []],
    ['On April, 15, 1994, there were 50.', ['50']],
    ['someone and tenth', []],
  ])('in “%s”', (text, spans) => expect(found(findNumbers, text)).toEqual(spans));
});

describe('amounts', () => {
  test.each([
    ['$5 million or € 3.50', ['$5 million', '€ 3.50']],
    ['80 % and 12.5 percent', ['80 %', '12.5 percent']],
    ['two hours, 10 km, 3 miles and 20°C', ['two hours', '10 km', '3 miles', '20°C']],
    ['8 offices', []],
  ])('in “%s”', (text, spans) => expect(found(findAmounts, text)).toEqual(spans));
});

describe('names', () => {
  test.each([
    ['Head of Russian FCS Andrei Belyaninov said', ['Head of Russian FCS Andrei Belyaninov']],
    ['The meeting in Finland and the Republic of Belarus', ['Finland', 'Republic of Belarus']],
    ['It is there.', []],
    ['Now we know', []],
    ['Встреча в Москве', ['Москве']],
    ['', []],
  ])('in “%s”', (text, spans) => expect(found(findNames, text)).toEqual(spans));
});

describe('what is found', () => {
  const finders: readonly Find[] = [findDates, findNumbers, findAmounts, findNames];
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'May',
          ' ',
          '4',
          '-',
          '15',
          '1994',
          ',',
          '.',
          'one',
          'hundred',
          '%',
          '$',
          'km',
          'of',
          'The',
          'Ü',
          'BC',
          's',
        ),
        fc.string({ unit: 'binary' }),
      ),
    )
    .map((parts) => parts.join(''));

  test('lies in the text in reading order, not empty, not overlapping', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...finders), (any, find) => {
        let last = 0;
        for (const { start, end } of find(any)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(any.length);
      }),
    );
  });

  test('is never both a date and a number, but for four digits that may be either', () => {
    fc.assert(
      fc.property(text, (any) => {
        for (const number of findNumbers(any)) {
          const dates = findDates(any).filter((date) => date.start < number.end && number.start < date.end);
          const longer = dates.filter((date) => !/^\d{4}$/.test(any.slice(date.start, date.end)));
          expect(longer).toEqual([]);
        }
      }),
    );
  });
});

describe('four digits', () => {
  test.each([
    ['The club has 1500 members.', ['1500']],
    ['It employs 2000 workers.', ['2000']],
    ['It was founded in 1994.', []],
    ['It was founded on May 5, 1994.', []],
    ['From 1994 to 2001 it had 3 chairs.', ['3']],
  ])('of %j count only where they are no year', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });
});

function numbersIn(text: string): readonly string[] {
  return findNumbers(text).map(({ start, end }) => text.slice(start, end));
}
