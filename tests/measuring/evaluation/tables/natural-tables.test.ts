import { expect, it } from 'vitest';
import type { NaturalSummary } from '../../../../src/measuring/evaluation/measures/natural-summary.ts';
import { renderNaturalTables } from '../../../../src/measuring/evaluation/tables/natural-tables.ts';

const FULL: NaturalSummary = {
  files: 1234,
  loaded: 1234,
  problems: 123,
  questions: 4628,
  first: 1,
  topThree: 1,
  shownRightly: 1,
  answeredRightly: 1,
  rightOfAnswered: 1,
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
const NAME = 'fuse.js token search (300 of 4,628)';

it('fit a terminal of 120 columns with a peer’s name and every cell full', () => {
  const lines = renderNaturalTables([{ name: NAME, summary: FULL }], Number.POSITIVE_INFINITY).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  expect(lines.filter((line) => line.includes(NAME))).toHaveLength(4);
});

it('fit narrower windows, figures below the name of their set', () => {
  const text = renderNaturalTables([{ name: NAME, summary: FULL }], 40);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  expect(text).toContain(`\n${NAME}\n  files: 1,234 of 1,234\n`);
});
