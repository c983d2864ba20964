import { describe, expect, it, test } from 'vitest';
import { readQuestion } from '../../../src/answering/question.ts';
import { READING_FEATURES, readingFeatures } from '../../../src/answering/ranking/reading-features.ts';
import type { Reading } from '../../../src/reading/reader.ts';
import { baseOf } from '../../articles.ts';

const base = baseOf('The tower was built in 1900.', 'The tower fell in May.');
const question = readQuestion(base, 'How many towers were built?');

interface Found extends Partial<Reading> {
  readonly first?: number;
}

/** The features of one sentence for each of what was found in it, under their names. */
function featuresOf(...found: readonly Found[]): readonly Readonly<Record<string, number>>[] {
  const [candidate] = base.find(question.terms, 1);
  if (candidate === undefined) throw new Error('nothing is found');
  const read = found.map(({ first = 0, ...reading }) => ({
    candidate,
    score: first,
    reading: { score: 0, margin: 0, span: null, sureness: 0.5, ...reading },
  }));
  return readingFeatures(question, read).map((row) => {
    expect(row).toHaveLength(READING_FEATURES.length);
    return Object.fromEntries(row.map((value, place) => [READING_FEATURES[place], value]));
  });
}

describe('of what was read', () => {
  it('each stands so far below the best, 20 at the most', () => {
    const rows = featuresOf({ score: 3 }, { score: 1 }, { score: -99 });
    expect(rows.map((row) => row['reading.of best'])).toEqual([0, -2, -20]);
  });

  it('each has its share, and all shares make 1', () => {
    const [best = {}, other = {}] = featuresOf({ score: 3 }, { score: 1 });
    expect(best['reading.share']).toBeCloseTo(1 / (1 + Math.exp(-2)));
    expect(Number(best['reading.share']) + Number(other['reading.share'])).toBeCloseTo(1);
  });

  it('margin and sureness are given, the margin no further than 20', () => {
    const rows = featuresOf({ margin: 1.5, sureness: 0.8 }, { margin: 99 }, { margin: -99 });
    expect(rows.map((row) => row['reading.margin'])).toEqual([1.5, 20, -20]);
    expect(rows[0]?.['reading.sureness']).toBe(0.8);
  });

  it('the first ranker’s score is given, and how far below its best that is', () => {
    const rows = featuresOf({ first: -1, score: 9 }, { first: 4, score: 1 });
    expect(rows.map((row) => row['first.score'])).toEqual([-1, 4]);
    expect(rows.map((row) => row['first.of best'])).toEqual([-5, 0]);
  });
});

describe('the stretch that was read', () => {
  const TEXT = 'The tower was built in 1900.';

  function fits(asked: string, stretch: string | null): number | undefined {
    const start = stretch === null ? 0 : TEXT.indexOf(stretch);
    const span = stretch === null ? null : { start, end: start + stretch.length };
    const [candidate] = base.find(readQuestion(base, 'tower built').terms, 1);
    if (candidate?.fact.text !== TEXT) throw new Error('another is found');
    const reading = { score: 0, margin: 0, span, sureness: 0.5 };
    const [row] = readingFeatures(readQuestion(base, asked), [{ candidate, score: 0, reading }]);
    return row?.[READING_FEATURES.indexOf('reading.fits kind')];
  }

  test.each([
    ['When was the tower built?', 'in 1900', 1],
    ['When was the tower built?', 'The tower', -1],
    ['When was the tower built?', 'built in ', -1],
    ['What was built in 1900?', 'The tower', 0],
    ['When was the tower built?', null, 0],
  ])('fits what “%s” asks for where it touches that, as “%s”: %d', (asked, stretch, value) =>
    expect(fits(asked, stretch)).toBe(value),
  );
});
