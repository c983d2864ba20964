import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordPieceTokenizer } from '../../src/encoders/word-pieces.ts';

const pieces = new WordPieceTokenizer(JSON.parse(readFileSync('models/pieces.json', 'utf8')));

/** Of the reference implementation, the `tokenizers` package for Python. */
const REFERENCE: readonly (readonly [text: string, ids: readonly number[]])[] = [
  [
    'How do I install the Nvidia drivers on Fedora 39?',
    [6399, 51, 84, 10815, 67, 74305, 14242, 7, 95, 2755, 6586, 3521, 31],
  ],
  [
    'Сколько представительств у ФТС за рубежом?',
    [67386, 51136, 11789, 81, 2954, 36383, 58, 6093, 17558, 368, 31],
  ],
  [
    'run `pnpm install --frozen-lockfile`',
    [6612, 5520, 239, 19, 13711, 10815, 2750, 369, 31828, 9, 11084, 15094, 892],
  ],
  ['日本語 ﬁne ½ é', [6, 526, 3, 3685, 34865, 349]],
];

test.each(REFERENCE)('“%s” is cut as by the reference implementation', (text, ids) => {
  expect(pieces.cut(text, 100).ids).toEqual(ids);
});

test('at most the wanted number of pieces come back, each with its word', () => {
  const { ids, words } = pieces.cut('unbelievably long', 2);
  expect(ids).toHaveLength(2);
  expect(words).toEqual([
    { start: 0, end: 12 },
    { start: 0, end: 12 },
  ]);
});

test('any text is cut, with its words in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { ids, words } = pieces.cut(text, 64);
      expect(words).toHaveLength(ids.length);
      for (const [index, { start, end }] of words.entries()) {
        expect(text.slice(start, end)).toMatch(/^\S+$/u);
        expect(start).toBeGreaterThanOrEqual(words[index - 1]?.start ?? 0);
      }
    }),
  );
});
