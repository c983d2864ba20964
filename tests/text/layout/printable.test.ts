import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPrintable } from '../../../src/text/layout/printable.ts';

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
