import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinLead, shorten, toPrintable } from '../../../src/text/layout/printable.ts';

describe('printable text', () => {
  test.each([
    ['drives no terminal', 'a\u001b[31mred\u009b0m\u0007', 'a[31mred0m'],
    ['is on one line', 'a\nb\tc\rd\u2028e\u2029f\u0085g\vh\fi', 'a b c d e f g h i'],
    ['turns no reading direction round', 'a\u202eb\u2066c\u2069\u202a', 'abc'],
    ['holds no null', 'a\0b', 'ab'],
    ['keeps letters, accents, emoji and joiners', 'é e\u0301 👩‍👩‍👧 عربي 中', 'é e\u0301 👩‍👩‍👧 عربي 中'],
    ['may be empty', '', ''],
  ])('%s', (_, text, printed) => expect(toPrintable(text)).toBe(printed));

  test('holds none of those characters, and stays the same when made printable again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toPrintable(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(toPrintable(toPrintable(text))).toBe(toPrintable(text));
      }),
    );
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom('🇩🇪', '👩‍👩‍👧', 'e\u0301', 'word ', '\n', '\r\n', '\u00a0', 'a'),
    maxLength: 200,
  }),
);

/** Returns the boundaries between graphemes, including both ends of the text. */
function boundariesOf(text: string): Set<number> {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  return new Set([text.length, ...Array.from(segments, ({ index }) => index)]);
}

describe('a shortened text', () => {
  test.each<readonly [string, readonly [string, number], string]>([
    ['the text itself where it fits', ['One two', 7], 'One two'],
    ['cut between words where it can be', ['One two three', 10], 'One two…'],
    ['cut behind a word that ends just there', ['One two three four', 14], 'One two three…'],
    [
      'cut inside the word where that would take more than half',
      ['One internationalisation', 15],
      'One internatio…',
    ],
    ['cut at a line break or a no-break space too', ['abcdef\u00a0ghijk', 9], 'abcdef…'],
    ['without white space before the mark', ['One two      three', 12], 'One two…'],
    ['the mark alone where there is room for nothing else', ['One', 1], '…'],
    ['empty where there is no room for the mark', ['One', 0], ''],
    ['empty for a limit below 0', ['One', -3], ''],
    ['never half an emoji', ['👩‍👩‍👧👩‍👩‍👧', 12], '👩‍👩‍👧…'],
    ['never half an accented letter', ['e\u0301e\u0301e\u0301', 4], 'e\u0301…'],
  ])('is %s', (_, [text, maxChars], shortened) => expect(shorten(text, maxChars)).toBe(shortened));

  test('divides no flag, however many precede it', () => {
    expect(shorten('🇩🇪'.repeat(100), 67)).toBe(`${'🇩🇪'.repeat(16)}…`);
  });

  test('is never longer than its limit', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: -5, max: 250 }), (text, maxChars) => {
        expect(shorten(text, maxChars).length).toBeLessThanOrEqual(Math.max(0, maxChars));
      }),
    );
  });

  test('is the text itself, or its beginning with the mark, cut between graphemes', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 250 }), (text, maxChars) => {
        const shortened = shorten(text, maxChars);
        if (shortened === text) return;
        expect(text.length).toBeGreaterThan(maxChars);
        expect(shortened.endsWith('…')).toBe(true);
        const kept = shortened.slice(0, -1);
        expect(text.startsWith(kept)).toBe(true);
        const untrimmed = Array.from(boundariesOf(text)).filter(
          (cut) => text.slice(0, cut).trimEnd() === kept,
        );
        expect(untrimmed).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps all that fits where a text has no spaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('🇩🇪', 'e\u0301', 'a'), minLength: 1 }),
        fc.nat(120),
        (text, maxChars) => {
          fc.pre(text.length > maxChars && maxChars > 0);
          const fitting = Array.from(boundariesOf(text)).filter((cut) => cut <= maxChars - 1);
          expect(shorten(text, maxChars)).toBe(`${text.slice(0, Math.max(...fitting))}…`);
        },
      ),
    );
  });
});

test.each([
  ['The following mods are not allowed:', 'Baritone', 100, 'The following mods are not allowed: Baritone'],
  ['', 'Baritone', 100, 'Baritone'],
  ['The following mods are not allowed:', 'Baritone', 38, 'The following mods are not… Baritone'],
  ['The following mods are not allowed:', 'Baritone', 20, 'Baritone'],
  ['Not:', 'Baritone', 20, 'Not: Baritone'],
  ['Mods:', 'Meteor Client', 10, 'Meteor…'],
])('%j before %j in %i characters is %j', (...[lead, text, maxChars, expected]) => {
  expect(joinLead({ lead, text }, maxChars)).toBe(expected);
});
