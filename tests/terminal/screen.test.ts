import fc from 'fast-check';
import pc from 'picocolors';
import { describe, expect, test } from 'vitest';
import { createScreen, type Screen, wrapText } from '../../src/terminal/screen.ts';
import { displayWidth } from './display-width.ts';

const screen = (columns: number): Screen => ({ columns, colours: pc.createColors(true) });
const words = fc.constantFrom(
  'word ',
  '関税局',
  '👩‍👩‍👧‍👦',
  'é',
  '한국어 ',
  'W'.repeat(70),
  '“x” ',
  'привет ',
  '   ',
);
const pieces = fc.oneof(words, fc.string({ unit: 'grapheme-ascii', maxLength: 20 }));
const text = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));
const anyText = fc
  .oneof(text, fc.string({ unit: 'grapheme', maxLength: 200 }))
  .map((found) => found.replace(/\p{C}/gu, ''));
const widths = fc.integer({ min: 20, max: 100 });
const indents = fc.integer({ min: 0, max: 4 });

describe('screenOf', () => {
  test('is endlessly wide and without colours where the text goes to a file or another program', () => {
    const { columns, colours } = createScreen({ columns: 40 });
    expect(columns).toBe(Number.POSITIVE_INFINITY);
    expect(colours.bold('x')).toBe('x');
  });

  test.each([
    [40, 40],
    [100, 100],
    [300, 100],
    [5, 20],
    [0, 80],
    [undefined, 80],
  ])('takes a terminal of %s columns for %i wide', (columns, expected) => {
    expect(createScreen(columns === undefined ? { isTTY: true } : { isTTY: true, columns }).columns).toBe(
      expected,
    );
  });
});

describe('wrap', () => {
  test('breaks at words and indents every line', () => {
    expect(wrapText(screen(20), 'The tower was built in 1900 by the service.', 2)).toBe(
      '  The tower was\n  built in 1900 by\n  the service.',
    );
  });

  test('counts wide characters as the two columns they take', () => {
    expect(wrapText(screen(20), '関税局は国際協力に関する会議を開催した')).toBe(
      '関税局は国際協力に関\nする会議を開催した',
    );
  });

  test('divides a word that is longer than a line, between graphemes', () => {
    const lines = wrapText(screen(20), '👩‍👩‍👧‍👦'.repeat(15)).split('\n');
    expect(lines.map((line) => displayWidth(line))).toEqual([20, 10]);
  });

  test('keeps the width on every line, whatever the text, its colour and the indent', () => {
    fc.assert(
      fc.property(text, widths, indents, (plain, columns, indent) => {
        const { colours } = screen(columns);
        for (const coloured of [plain, colours.bold(colours.green(plain))]) {
          for (const line of wrapText(screen(columns), coloured, indent).split('\n')) {
            expect(displayWidth(line)).toBeLessThanOrEqual(columns);
            expect(line.startsWith(' '.repeat(indent))).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('loses and adds nothing but white space, and joins an accent with its letter at the most', () => {
    fc.assert(
      fc.property(anyText, widths, indents, (plain, columns, indent) => {
        expect(wrapText(screen(columns), plain, indent).replace(/\s/g, '')).toBe(
          plain.normalize().replace(/\s/g, ''),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('leaves a text that is not for a terminal on its line', () => {
    const long = 'The tower was built in 1900. '.repeat(50).trim();
    expect(wrapText(createScreen({}), long, 2)).toBe(`  ${long}`);
  });
});
