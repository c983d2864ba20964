import { describe, expect, it } from 'vitest';
import type { Summary } from '../../../../src/measuring/evaluation/measures/summary.ts';
import { renderPlainTables } from '../../../../src/measuring/evaluation/tables/plain-tables.ts';

const FULL: Summary = {
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
const NO_UNANSWERABLE: Summary = {
  ...FULL,
  refused: null,
  notAnswered: null,
  area: null,
  threshold: null,
  refusedAtThreshold: null,
  keptAtThreshold: null,
};
const ENDLESS = Number.POSITIVE_INFINITY;
const NAME = 'fuse.js token search (300 of 4,628)';

describe('the tables', () => {
  it('fit a terminal of 120 columns with a peer’s name and every cell full', () => {
    const rows = [{ name: NAME, summary: FULL }];
    const lines = renderPlainTables(rows, { keptSet: 'xquad-en', columns: ENDLESS }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(lines.filter((line) => line.includes(NAME))).toHaveLength(3);
  });

  it('name the set that is kept', () => {
    const rows = [{ name: 'a', summary: FULL }];
    expect(renderPlainTables(rows, { keptSet: 'own', columns: ENDLESS })).toContain('95 % of own kept');
    expect(renderPlainTables(rows, { keptSet: null, columns: ENDLESS })).toContain('\nRefusing\n');
  });

  it('leave out a table without a figure, and not one with a single figure', () => {
    const none = { name: 'a', summary: NO_UNANSWERABLE };
    const one = { name: 'b', summary: { ...NO_UNANSWERABLE, area: 0.5 } };
    const whole = { keptSet: null, columns: ENDLESS };
    expect(renderPlainTables([none, none], whole)).not.toContain('Refusing');
    expect(renderPlainTables([none, one], whole)).toMatch(
      /Refusing\n\n.*\n.*\n\| a .*– \|\n\| b .* 0\.500 \|/,
    );
  });

  it.each([40, 80])('fit a window of %i columns, figures below the name of their set', (columns) => {
    const rows = [
      { name: 'customs-paraphrase-dev', summary: FULL },
      { name: NAME, summary: FULL },
    ];
    const text = renderPlainTables(rows, { keptSet: 'customs-paraphrase-dev', columns });
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
    expect(text).toContain(`\n\n${NAME}\n  asked: 4,628\n  first: 100.0 %\n`);
    expect(text).toContain('  refused at 95 % kept: 100.0 %\n  kept: 100.0 %');
  });

  it('stay tables where the window is wide enough for them', () => {
    const rows = [{ name: NAME, summary: FULL }];
    const wide = renderPlainTables(rows, { keptSet: null, columns: 120 });
    expect(wide).toBe(renderPlainTables(rows, { keptSet: null, columns: ENDLESS }));
  });
});
