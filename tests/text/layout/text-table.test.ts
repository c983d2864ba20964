import { describe, expect, test } from 'vitest';
import { renderTextTable } from '../../../src/text/layout/text-table.ts';

describe('a text table', () => {
  test('lines up, figures at their right, and is Markdown', () => {
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

  test('fills up a line that is too short, and makes room for the rule', () => {
    expect(renderTextTable([['a', 'b'], ['1']])).toBe('| a   | b   |\n| --- | --- |\n| 1   |     |');
  });
});
