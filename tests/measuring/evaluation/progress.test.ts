import { describe, expect, test } from 'vitest';
import { progressOn } from '../../../src/measuring/evaluation/progress.ts';

const TOTAL = 718;

/** What a stream is shown from the first question to the last, as the lines that each replace the one before. */
function shownOn(stream: { readonly isTTY?: boolean; readonly columns?: number }): readonly string[] {
  const written: string[] = [];
  const progress = progressOn({ ...stream, write: (text) => written.push(text) }, TOTAL);
  for (let done = 0; done < TOTAL; done++) progress.step();
  progress.end();
  return written.join('').split('\r').slice(1);
}

describe('the progress', () => {
  test.each([
    [20, 8],
    [40, 28],
    [80, 40],
  ])('keeps within %i columns, is %i signs long at the end and then goes away', (columns, width) => {
    const lines = shownOn({ isTTY: true, columns });
    const [full = '', blank = ''] = lines.slice(-3);
    for (const line of lines) expect(line.length).toBeLessThan(columns);
    expect(full).toBe(`${'█'.repeat(width)} 718 of 718`);
    expect(blank).toBe(' '.repeat(full.length));
  });

  test('is written only where the bar grows', () => {
    expect(shownOn({ isTTY: true, columns: 80 }).length).toBeLessThan(45);
  });

  test('is shown on a terminal alone', () => {
    expect(shownOn({ columns: 80 })).toEqual([]);
  });
});
