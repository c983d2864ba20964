import { describe, expect, test } from 'vitest';
import { createProgressBar, createProgressLine } from '../../src/terminal/progress.ts';

const TOTAL = 718;

/** A window of a width, and the lines that a stream there was given, each of which replaces the one before. */
function watch(window: { readonly isTTY?: boolean; readonly columns?: number }) {
  const written: string[] = [];
  return {
    stream: { ...window, write: (text: string) => written.push(text) },
    lines: () => written.join('').split('\r').slice(1),
  };
}

function barIn(window: { readonly isTTY?: boolean; readonly columns?: number }): readonly string[] {
  const { stream, lines } = watch(window);
  const bar = createProgressBar(stream, TOTAL);
  for (let done = 0; done < TOTAL; done++) bar.step();
  bar.end();
  return lines();
}

describe('the progress line', () => {
  test.each([
    [undefined, 79],
    [80, 79],
    [40, 39],
  ])('cuts a text in a window of %s columns to %i characters', (columns, width) => {
    const { stream, lines } = watch({ isTTY: true, ...(columns === undefined ? {} : { columns }) });
    createProgressLine(stream).show('x'.repeat(200));
    expect(lines()).toEqual(['x'.repeat(width)]);
  });

  test('covers the whole text before, and is clear at the end', () => {
    const { stream, lines } = watch({ isTTY: true, columns: 80 });
    const line = createProgressLine(stream);
    line.show('minisearch builds');
    line.show('done');
    line.end();
    expect(lines()).toEqual(['minisearch builds', 'done             ', '    ', '']);
  });

  test('shows nothing where there is no terminal', () => {
    const { stream, lines } = watch({ columns: 80 });
    const line = createProgressLine(stream);
    line.show('minisearch builds');
    line.end();
    expect(lines()).toEqual([]);
  });
});

describe('the progress bar', () => {
  test.each([
    [20, 8],
    [40, 28],
    [80, 40],
  ])('stays within %i columns, is %i characters long at the end and is then cleared', (columns, width) => {
    const lines = barIn({ isTTY: true, columns });
    const [full = '', blank = ''] = lines.slice(-3);
    for (const line of lines) expect(line.length).toBeLessThan(columns);
    expect(full).toBe(`${'█'.repeat(width)} 718 of 718`);
    expect(blank).toBe(' '.repeat(full.length));
  });

  test('is written only where it grows', () => {
    expect(barIn({ isTTY: true, columns: 80 }).length).toBeLessThan(45);
  });

  test('is shown in a terminal only', () => {
    expect(barIn({ columns: 80 })).toEqual([]);
  });
});
