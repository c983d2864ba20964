import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf, outcomeOf } from '../../src/answering/confidence.ts';
import type { Evidence } from '../../src/answering/evidence.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const evidence = fc.record({
  said: share,
  saidAround: share,
  missing: share,
  holdsAnswer: fc.constantFrom(true, false, null),
  unsaid: fc.constant([]),
  leavesOutName: fc.boolean(),
});
const ALL_SAID: Evidence = {
  said: 1,
  saidAround: 1,
  missing: 0,
  holdsAnswer: null,
  unsaid: [],
  leavesOutName: false,
};

describe('the confidence', () => {
  it('lies above 0 and below 1', () => {
    fc.assert(
      fc.property(evidence, (any) => {
        expect(confidenceOf(any)).toBeGreaterThan(0);
        expect(confidenceOf(any)).toBeLessThan(1);
      }),
    );
  });

  it('rises with what the passage says and falls with what no article mentions', () => {
    fc.assert(
      fc.property(evidence, share, (any, other) => {
        const [less, more] = [Math.min(any.said, other), Math.max(any.said, other)];
        expect(confidenceOf({ ...any, said: less })).toBeLessThanOrEqual(
          confidenceOf({ ...any, said: more }),
        );
        expect(confidenceOf({ ...any, saidAround: less })).toBeLessThanOrEqual(
          confidenceOf({ ...any, saidAround: more }),
        );
        expect(confidenceOf({ ...any, missing: less })).toBeGreaterThanOrEqual(
          confidenceOf({ ...any, missing: more }),
        );
      }),
    );
  });

  it('is lower where the passage lacks the detail, and only there', () => {
    expect(confidenceOf({ ...ALL_SAID, holdsAnswer: false })).toBeLessThan(confidenceOf(ALL_SAID));
    expect(confidenceOf({ ...ALL_SAID, holdsAnswer: true })).toBe(confidenceOf(ALL_SAID));
    expect(confidenceOf({ ...ALL_SAID, leavesOutName: true })).toBeLessThan(confidenceOf(ALL_SAID));
  });

  it('makes an answer of a passage that says everything and nothing of one that says nothing', () => {
    const nothingSaid = { ...ALL_SAID, said: 0, saidAround: 0 };
    expect(outcomeOf(confidenceOf(ALL_SAID), ALL_SAID)).toBe('answered');
    expect(outcomeOf(confidenceOf(nothingSaid), nothingSaid)).toBe('unknown');
  });
});

describe('the outcome', () => {
  it.each([
    [1, 'answered'],
    [0.35, 'answered'],
    [0.349, 'unsure'],
    [0.25, 'unsure'],
    [0.249, 'unknown'],
    [0, 'unknown'],
  ])('of a confidence of %d is %s', (confidence, outcome) =>
    expect(outcomeOf(confidence, ALL_SAID)).toBe(outcome),
  );

  it('is the closest passage at most where the detail that is asked for is lacking', () => {
    expect(outcomeOf(1, { holdsAnswer: false })).toBe('unsure');
    expect(outcomeOf(0.1, { holdsAnswer: false })).toBe('unknown');
  });
});
