import { describe, expect, test } from 'vitest';
import type { NaturalSummary } from '../../../src/measuring/evaluation/measures/natural-summary.ts';
import type { PlainSummary } from '../../../src/measuring/evaluation/measures/plain-summary.ts';
import { renderNaturalTables, renderPlainTables } from '../../../src/measuring/evaluation/tables.ts';

const FULL_NATURAL: NaturalSummary = {
  files: 1234,
  loaded: 1234,
  problems: 123,
  questions: 4628,
  first: 1,
  topThree: 1,
  shownRightly: 1,
  answeredRightly: 1,
  rightOfAnswered: 1,
  answeredRightlyBySentence: 1,
  rightOfAnsweredBySentence: 1,
  notAnswered: 1,
  whole: 1,
  wholeOfAll: 1,
  fit: 1,
  area: 1,
  p50Ms: 123.4,
  p99Ms: 1234.5,
  changed: 4628,
  loneItems: 4628,
  loneLeads: 4628,
  bareRows: 4628,
  partialSteps: 4628,
};
const FULL_PLAIN: PlainSummary = {
  questions: 4628,
  rightSentence: 1,
  topThree: 1,
  reciprocalRank: 1,
  rightArticle: 1,
  lostToTypos: 0.123,
  f1: 1,
  exactMatch: 1,
  answered: 1,
  rightWhenAnswered: 1,
  shown: 1,
  rightWhenShown: 1,
  refused: 1,
  notAnswered: 1,
  area: 1,
  threshold: 12.345,
  refusedAtThreshold: 1,
  keptAtThreshold: 1,
  p50Ms: 123.4,
  p99Ms: 1234.5,
};
const NO_UNANSWERABLE: PlainSummary = {
  ...FULL_PLAIN,
  refused: null,
  notAnswered: null,
  area: null,
  threshold: null,
  refusedAtThreshold: null,
  keptAtThreshold: null,
};
const ENDLESS = Number.POSITIVE_INFINITY;
const NAME = 'fuse.js token search (300 of 4,628)';

describe('the tables of natural sets', () => {
  test('fit a terminal of 120 columns with a peer’s name and every cell full', () => {
    const lines = renderNaturalTables(
      [{ name: NAME, summary: FULL_NATURAL }],
      Number.POSITIVE_INFINITY,
    ).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(lines.filter((line) => line.includes(NAME))).toHaveLength(4);
  });

  test('fit narrower windows, figures below the name of their set', () => {
    const text = renderNaturalTables([{ name: NAME, summary: FULL_NATURAL }], 40);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    expect(text).toContain(`\n${NAME}\n  files: 1,234 of 1,234\n`);
  });
});

describe('the tables of plain sets', () => {
  test('fit a terminal of 120 columns with a peer’s name and every cell full', () => {
    const rows = [{ name: NAME, summary: FULL_PLAIN }];
    const lines = renderPlainTables(rows, { keptSet: 'xquad-en', columns: ENDLESS }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(lines.filter((line) => line.includes(NAME))).toHaveLength(3);
  });

  test('name the set that is kept', () => {
    const rows = [{ name: 'a', summary: FULL_PLAIN }];
    expect(renderPlainTables(rows, { keptSet: 'own', columns: ENDLESS })).toContain('95 % of own kept');
    expect(renderPlainTables(rows, { keptSet: null, columns: ENDLESS })).toContain('\nRefusing\n');
  });

  test('leave out a table without a figure, and not one with a single figure', () => {
    const none = { name: 'a', summary: NO_UNANSWERABLE };
    const one = { name: 'b', summary: { ...NO_UNANSWERABLE, area: 0.5 } };
    const whole = { keptSet: null, columns: ENDLESS };
    expect(renderPlainTables([none, none], whole)).not.toContain('Refusing');
    expect(renderPlainTables([none, one], whole)).toMatch(
      /Refusing\n\n.*\n.*\n\| a .*– \|\n\| b .* 0\.500 \|/,
    );
  });

  test.each([40, 80])('fit a window of %i columns, figures below the name of their set', (columns) => {
    const rows = [
      { name: 'customs-paraphrase-dev', summary: FULL_PLAIN },
      { name: NAME, summary: FULL_PLAIN },
    ];
    const text = renderPlainTables(rows, { keptSet: 'customs-paraphrase-dev', columns });
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
    expect(text).toContain(`\n\n${NAME}\n  asked: 4,628\n  first: 100.0 %\n`);
    expect(text).toContain('  refused at 95 % kept: 100.0 %\n  kept: 100.0 %');
  });

  test('stay tables where the window is wide enough for them', () => {
    const rows = [{ name: NAME, summary: FULL_PLAIN }];
    const wide = renderPlainTables(rows, { keptSet: null, columns: 120 });
    expect(wide).toBe(renderPlainTables(rows, { keptSet: null, columns: ENDLESS }));
  });
});
