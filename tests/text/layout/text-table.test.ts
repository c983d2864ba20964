import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  measureColumns,
  renderFittedTable,
  renderTextTable,
  wrapToColumns,
} from '../../../src/text/layout/text-table.ts';

describe('a text table', () => {
  test('lines up, with figures aligned to the right, and is Markdown', () => {
    const lines = [
      ['set', 'p50 ms'],
      ['customs', '1.25'],
      ['x', '–'],
    ];
    expect(renderTextTable(lines, { rightAligned: [1] })).toBe(
      ['| set     | p50 ms |', '| ------- | -----: |', '| customs |   1.25 |', '| x       |      – |'].join(
        '\n',
      ),
    );
  });

  test('fills a short line with empty cells, and makes room for the rule', () => {
    expect(renderTextTable([['a', 'b'], ['1']])).toBe('| a   | b   |\n| --- | --- |\n| 1   |     |');
  });
});

const LINES = [
  ['set', 'first', 'p50 ms'],
  ['customs', '93.3 %', '1.25'],
  ['nq', '–', '9'],
];
const TABLE = renderTextTable(LINES, { rightAligned: [1, 2] });
const WIDTH = TABLE.indexOf('\n');

function inColumns(columns: number): string {
  return renderFittedTable(LINES, { rightAligned: [1, 2], columns });
}

describe('a table in a window', () => {
  test('stays a table where it fits, and where there is no window', () => {
    expect(inColumns(WIDTH)).toBe(TABLE);
    expect(inColumns(Number.POSITIVE_INFINITY)).toBe(TABLE);
  });

  test('becomes one block for each line where it is too wide', () => {
    expect(inColumns(WIDTH - 1)).toBe(
      'customs\n  first: 93.3 %\n  p50 ms: 1.25\n\nnq\n  first: –\n  p50 ms: 9',
    );
  });

  test('loses no text and stays within the window, for any cells', () => {
    const cell = fc.array(fc.constantFrom('a', 'bc', ' ', '12.5', '%', 'long-word'), { maxLength: 9 });
    const line = fc.tuple(cell, cell, cell).map((cells) => cells.map((parts) => parts.join('')));
    const columns = fc.integer({ min: 20, max: 60 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 4 }), columns, (lines, width) => {
        const text = renderFittedTable(lines, { rightAligned: [], columns: width });
        for (const each of text.split('\n')) expect(each.length).toBeLessThanOrEqual(width);
        const signs = text.replace(/\s/g, '');
        for (const held of lines.slice(1).flat()) expect(signs).toContain(held.replace(/\s/g, ''));
      }),
    );
  });
});

describe('a text in a window', () => {
  test('is divided at words', () => {
    expect(
      wrapToColumns('threshold of the kept ones', 14)
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(['threshold of', 'the kept ones']);
  });

  test('stays unchanged where there is no window', () => {
    expect(wrapToColumns('x'.repeat(500), Number.POSITIVE_INFINITY)).toBe('x'.repeat(500));
  });
});

test('a stream that is not a terminal has infinite width', () => {
  expect(measureColumns({ columns: 40 })).toBe(Number.POSITIVE_INFINITY);
  expect(measureColumns({ isTTY: false, columns: 40 })).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  [40, 40],
  [300, 300],
  [5, 20],
  [0, 80],
  [undefined, 80],
])('a terminal that says %s has %i columns', (columns, expected) => {
  expect(measureColumns({ isTTY: true, ...(columns === undefined ? {} : { columns }) })).toBe(expected);
});
