import { describe, expect, it, test } from 'vitest';
import { ASKED_FOR } from '../../src/answering/asked-for.ts';
import { HIGHLIGHT_FEATURES, highlightFeatures } from '../../src/answering/highlight.ts';
import { readQuestion } from '../../src/answering/question.ts';
import type { Ranked } from '../../src/answering/ranking/ranked.ts';
import type { Reading } from '../../src/reading/reader.ts';
import { baseOf } from '../articles.ts';

const TEXT = 'The old tower was built in 1900.';
const base = baseOf(TEXT);

/** The one fact, as if it had been ranked with this score and read so. */
function ranked(score: number, reading: Partial<Reading> | null): Ranked {
  const [candidate] = base.find(readQuestion(base, 'tower').terms, 1);
  if (candidate === undefined) throw new Error('nothing is found');
  const whole = { score: 0, margin: 0, span: null, sureness: 0, ...reading };
  return { candidate, score, features: [], reading: reading === null ? null : whole, judged: null };
}

function featuresOf(asked: string, facts: readonly Ranked[]): Readonly<Record<string, number>> {
  const row = highlightFeatures(readQuestion(base, asked), facts);
  expect(row).toHaveLength(HIGHLIGHT_FEATURES.length);
  return Object.fromEntries(row.map((value, place) => [HIGHLIGHT_FEATURES[place], value]));
}

const WHEN = 'When was the tower built?';

describe('what tells whether a stretch is the answer', () => {
  it('is how sure the reader is of it', () => {
    const [half, none] = [0.5, 0].map((sureness) => featuresOf(WHEN, [ranked(0, { sureness })]));
    expect(half?.['span.sureness']).toBeCloseTo(Math.log(0.5001));
    expect(none?.['span.sureness']).toBeCloseTo(Math.log(0.0001));
  });

  test.each([
    [1.5, 1.5],
    [99, 20],
    [-99, -20],
  ])('is how much better than no answer it is: %d counts %d', (margin, counted) => {
    expect(featuresOf(WHEN, [ranked(0, { margin })])['span.margin']).toBe(counted);
  });

  it('is how long it is, in words and as a share of the sentence', () => {
    const span = { start: TEXT.indexOf('in'), end: TEXT.indexOf('.') };
    const found = featuresOf(WHEN, [ranked(0, { span })]);
    expect(found['span.words']).toBeCloseTo(Math.log(3));
    expect(found['span.is whole']).toBeCloseTo('in 1900'.length / TEXT.length);
    expect(featuresOf(WHEN, [ranked(0, { span: { start: 0, end: TEXT.length } })])['span.is whole']).toBe(1);
  });

  it('is how far its sentence leads those that were read', () => {
    const found = featuresOf(WHEN, [ranked(3, {}), ranked(2, {}), ranked(2.9, null)]);
    expect(found['best.score']).toBe(3);
    expect(found['best.share']).toBeCloseTo(1 / (1 + Math.exp(-1)));
    expect(featuresOf(WHEN, [ranked(3, {})])['best.share']).toBe(1);
  });

  it('is the one thing that is asked for', () => {
    const found = featuresOf(WHEN, [ranked(0, {})]);
    expect(ASKED_FOR.filter((kind) => found[`asked.${kind}`] !== 0)).toEqual(['date']);
    expect(found['asked.date']).toBe(1);
  });
});
