import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideOutcome, isWorthShowing } from '../../../src/answering/verdict/outcome.ts';

const WHOLE = {
  isOnlyIntroduction: false,
  surelyLacks: false,
  isNarrowed: false,
  isOpposite: false,
  saysLongForm: false,
};

describe('the outcome', () => {
  test('is the closest passage at most if it surely lacks what is asked for', () => {
    expect(decideOutcome(1, { ...WHOLE, surelyLacks: true }, 'balanced')).toBe('unsure');
    expect(decideOutcome(0, { ...WHOLE, surelyLacks: true }, 'balanced')).toBe('unknown');
  });

  test('is the closest passage at most if it only introduces an answer', () => {
    expect(decideOutcome(1, { ...WHOLE, isOnlyIntroduction: true }, 'balanced')).toBe('unsure');
    expect(decideOutcome(0, { ...WHOLE, isOnlyIntroduction: true }, 'balanced')).toBe('unknown');
    expect(decideOutcome(1, { ...WHOLE, isNarrowed: true }, 'balanced')).toBe('unsure');
  });

  test('is the closest passage at least if it says the words of the long form asked for', () => {
    expect(decideOutcome(0, { ...WHOLE, saysLongForm: true }, 'balanced')).toBe('unsure');
    expect(decideOutcome(1, { ...WHOLE, saysLongForm: true }, 'balanced')).toBe('answered');
  });

  test('is known for a confidence of 1 and unknown for 0', () => {
    expect(decideOutcome(1, WHOLE, 'balanced')).toBe('answered');
    expect(decideOutcome(0, WHOLE, 'balanced')).toBe('unknown');
  });

  test('never falls when the confidence rises, and passes through all three', () => {
    const order = ['unknown', 'unsure', 'answered'];
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((each) =>
          order.indexOf(decideOutcome(each, WHOLE, 'balanced')),
        );
        expect(low).toBeLessThanOrEqual(high ?? -1);
      }),
    );
    const steps = Array.from({ length: 101 }, (_, percent) =>
      decideOutcome(percent / 100, WHOLE, 'balanced'),
    );
    expect(new Set(steps)).toEqual(new Set(order));
  });
});

describe('a short answer', () => {
  test('is worth showing when it is surely right and not when it is surely wrong', () => {
    expect([0, 0.5, 1].map(isWorthShowing)).toEqual([false, false, true]);
  });
});
