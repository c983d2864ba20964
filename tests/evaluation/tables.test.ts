import { describe, expect, it } from 'vitest';
import type { Summary } from '../../src/evaluation/summary.ts';
import { renderTables } from '../../src/evaluation/tables.ts';

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
const NAME = 'fuse.js token search (300 of 4,628)';

describe('the tables', () => {
  it('fit a terminal of 120 columns with a peer’s name and every cell full', () => {
    const lines = renderTables([{ name: NAME, summary: FULL }], 'xquad-en').split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
    expect(lines.filter((line) => line.includes(NAME))).toHaveLength(3);
  });

  it('name the set that is kept', () => {
    expect(renderTables([{ name: 'a', summary: FULL }], 'own')).toContain('95 % of own kept');
    expect(renderTables([{ name: 'a', summary: FULL }], null)).toContain('\nRefusing\n');
  });

  it('leave out a table without a figure, and not one with a single figure', () => {
    const none = { name: 'a', summary: NO_UNANSWERABLE };
    expect(renderTables([none, none], null)).not.toContain('Refusing');
    expect(renderTables([none, { name: 'b', summary: { ...NO_UNANSWERABLE, area: 0.5 } }], null)).toMatch(
      /Refusing\n\n.*\n.*\n\| a .*– \|\n\| b .* 0\.500 \|/,
    );
  });
});
