import { describe, expect, test } from 'vitest';
import type { IndexCost } from '../../../src/measuring/bench/measurements/measure-index.ts';
import { renderReport, type SizeResult } from '../../../src/measuring/bench/report.ts';
import type { ContenderName } from '../../../src/measuring/contenders/contender.ts';
import type { BenchQuestion } from '../../../src/measuring/made-up/generate-questions.ts';
import { MODERATED } from './moderated-costs.ts';
import { tablesIn } from './table-cells.ts';

const QUESTIONS: readonly BenchQuestion[] = [
  { kind: 'plain', text: 'a?' },
  { kind: 'misspelt', text: 'b?' },
  { kind: 'plain', text: 'c?' },
  { kind: 'plain', text: 'd?' },
];
const MEGABYTE = 1024 * 1024;

/** fuse.js had time for two questions of four. */
function resultAt(facts: number, factor: number): SizeResult {
  const scaled = (times: readonly number[]) => times.map((time) => time * factor);
  const costs = new Map<ContenderName, IndexCost>([
    [
      'footnote',
      {
        buildMs: 10 * factor,
        heldBytes: MEGABYTE,
        askedMs: {
          whole: scaled([1, 2, 4, 8]),
          firstPass: scaled([1, 1, 2, 2]),
          find: scaled([1, 1, 1, 1]),
          suggest: scaled([3, 3, 3, 4]),
        },
      },
    ],
    ['minisearch', { buildMs: 20, heldBytes: 3 * MEGABYTE, askedMs: { whole: [2, 4, 8, 16] } }],
    ['vectors', { buildMs: 5, heldBytes: MEGABYTE, askedMs: { whole: [2, 2, 2, 2] } }],
    ['fuse.js', { buildMs: 5, heldBytes: 2 * MEGABYTE, askedMs: { whole: [100, 300] } }],
  ]);
  return { facts, questions: QUESTIONS, costs };
}

const processes = {
  ask: { fastestMs: 300, medianMs: 400, peakBytes: 80 * MEGABYTE },
  bare: { fastestMs: 30, medianMs: 50, peakBytes: 40 * MEGABYTE },
};

const understanding = { factMs: 8, burst: 300, lastMs: 12_000, burstFacts: 10_000 };

function report(...results: readonly SizeResult[]): string {
  return renderReport({
    machine: 'Node.js v0 on paper',
    results,
    processes,
    understanding,
    moderated: MODERATED,
  });
}

/** The cells after the first two, by the second. */
function rowsOf(
  table: readonly (readonly string[])[] | undefined,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries((table ?? []).map(([, measure, ...cells]) => [measure, cells]));
}

describe('the report', () => {
  test('compares at each size', () => {
    const [comparison] = tablesIn(report(resultAt(1000, 1)));
    expect(rowsOf(comparison)).toMatchObject({
      'building the index, ms': ['10.0', '20.0', '5.00', '5.00', '2.00×', '0.500×', '0.500×'],
      'memory the index holds, MB': ['1.00', '3.00', '2.00', '1.00', '3.00×', '2.00×', '1.00×'],
      'questions asked, of 4': ['4', '4', '2', '4', '', '', ''],
    });
  });

  test('compares the times of a sample with ours on the same sample', () => {
    const rows = rowsOf(tablesIn(report(resultAt(1000, 1)))[0]);
    expect(rows['a question, p50 ms']).toEqual(['2.00', '4.00', '100', '2.00', '2.00×', '100×', '1.00×']);
    expect(rows['a question, p99 ms']).toEqual(['8.00', '16.0', '300', '2.00', '2.00×', '150×', '0.250×']);
    expect(rows['its first pass, p99 ms']).toEqual(['2.00', '16.0', '300', '2.00', '8.00×', '300×', '1.00×']);
  });

  test('has no figure where there is nothing to compare', () => {
    const rows = rowsOf(tablesIn(report(resultAt(1000, 1)))[0]);
    expect(rows['find alone, p50 ms']).toEqual(['1.00', '–', '–', '–', '–', '–', '–']);
    expect(rows['suggestions while typing, p99 ms']).toEqual(['4.00', '–', '–', '–', '–', '–', '–']);
    expect(rows['a long question, p50 ms']).toEqual(['–', '–', '–', '–', '–', '–', '–']);
    expect(rows['a misspelt question, p50 ms']).toEqual([
      '2.00',
      '4.00',
      '300',
      '2.00',
      '2.00×',
      '150×',
      '1.00×',
    ]);
  });

  test('tells how it grows from size to size', () => {
    const [, growth] = tablesIn(report(resultAt(1000, 1), resultAt(10_000, 3)));
    expect(growth?.[0]?.[0]).toBe('1,000 → 10,000 (10.0×)');
    expect(rowsOf(growth)['building the index, ms']).toEqual(['3.00×', '1.00×', '1.00×', '1.00×']);
    expect(rowsOf(growth)['find alone, p50 ms']).toEqual(['3.00×', '–', '–', '–']);
  });

  test('leaves growth out where there is one size', () => {
    expect(tablesIn(report(resultAt(1000, 1)))).toHaveLength(7);
  });

  test('sets a process beside one that does nothing', () => {
    expect(tablesIn(report(resultAt(1000, 1)))[1]).toEqual([
      ['start to end, fastest, ms', '300', '30.0', '10.0×'],
      ['start to end, median, ms', '400', '50.0', '8.00×'],
      ['peak memory, MB', '80.0', '40.0', '2.00×'],
    ]);
  });

  test('ends with what moderators’ servers cost', () => {
    expect(tablesIn(report(resultAt(1000, 1))).at(-1)).toContainEqual(['while the bot starts, ms', '20.0']);
  });

  test('says what it ran on, and lines up as plain text', () => {
    const text = report(resultAt(1000, 1));
    expect(text.split('\n')[0]).toBe('Node.js v0 on paper');
    const widths = text.split('\n\n').filter((part) => part.startsWith('|'));
    for (const table of widths) expect(new Set(table.split('\n').map((line) => line.length)).size).toBe(1);
  });
});
