import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLines } from '../../../src/discord/cards/card.ts';
import { english } from '../../../src/wording/kit/english.ts';

const limits = { maxLines: 3, maxChars: 40, more: english.more.articles };

test.each([
  ['no line', [], []],
  ['as many as fit', ['a', 'b', 'c'], ['a', 'b', 'c']],
  ['too many lines', ['a', 'b', 'c', 'd'], ['a', 'b', 'c', '… and 1 more article']],
  [
    'too many signs',
    ['a'.repeat(10), 'b'.repeat(20), 'c'.repeat(20)],
    ['a'.repeat(10), '… and 2 more articles'],
  ],
  ['one line that is too long', ['a'.repeat(41), 'b'], ['… and 2 more articles']],
])('%s', (_, lines, shown) => {
  expect(fitLines(lines, limits)).toEqual(shown);
});

test('keeps both limits, gives whole lines in their order, and counts the others', () => {
  const lines = fc.array(fc.string({ maxLength: 60 }), { maxLength: 20 });
  fc.assert(
    fc.property(
      lines,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 30, max: 400 }),
      (all, maxLines, maxChars) => {
        const fitting = fitLines(all, { maxLines, maxChars, more: english.more.lines });
        expect(fitting.join('\n').length).toBeLessThanOrEqual(maxChars);
        if (fitting === all) return;
        const shown = fitting.slice(0, -1);
        expect(shown.length).toBeLessThanOrEqual(maxLines);
        expect(shown).toEqual(all.slice(0, shown.length));
        expect(fitting.at(-1)).toMatch(new RegExp(`^… and ${all.length - shown.length} more lines?$`));
      },
    ),
  );
});
