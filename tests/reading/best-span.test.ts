import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSpan, type TokenSpan } from '../../src/reading/best-span.ts';

/** Every run that there is, in reading order. */
function allSpans(starts: Float32Array, ends: Float32Array): TokenSpan[] {
  return Array.from(starts, (start, first) =>
    Array.from(ends, (end, last) => ({ first, last, score: start + end })),
  )
    .flat()
    .filter(({ first, last }) => last >= first && last - first < 20);
}

/** Few different numbers, so that runs are often as good as each other. */
const anyScores = fc
  .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 1,
    maxLength: 60,
  })
  .map(
    (pairs) =>
      [
        Float32Array.from(pairs, ([start]) => start / 4),
        Float32Array.from(pairs, ([, end]) => end / 4),
      ] as const,
  );

describe('the best span', () => {
  it('is the first of those with the highest sum', () => {
    fc.assert(
      fc.property(anyScores, ([starts, ends]) => {
        const spans = allSpans(starts, ends);
        const highest = Math.max(...spans.map(({ score }) => score));
        expect(bestSpan(starts, ends)).toEqual(spans.find(({ score }) => score === highest));
      }),
      { numRuns: 500 },
    );
  });

  it('holds 20 tokens at most', () => {
    const [starts, ends] = [new Float32Array(30), new Float32Array(30)];
    starts[0] = 1;
    ends[20] = 3;
    expect(bestSpan(starts, ends)).toEqual({ first: 1, last: 20, score: 3 });
    ends[19] = 3;
    expect(bestSpan(starts, ends)).toEqual({ first: 0, last: 19, score: 4 });
  });

  it('does not end before it begins', () => {
    expect(bestSpan(Float32Array.of(0, 5), Float32Array.of(5, 0))).toEqual({ first: 0, last: 0, score: 5 });
  });
});
