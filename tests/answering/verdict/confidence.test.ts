import { describe, expect, it } from 'vitest';
import { computeConfidenceWithEncoders } from '../../../src/answering/verdict/confidence.ts';

const ENGLISH = { isOtherLanguage: false };
const KNOWN = { answers: 1, similarity: 0.65, unsaid: 1, lead: 1 };

describe('the confidence in the best fact', () => {
  it('is a probability, whatever is known', () => {
    for (const answers of [-30, 0, 30])
      for (const lead of [0, Number.POSITIVE_INFINITY]) {
        const confidence = computeConfidenceWithEncoders(ENGLISH, { ...KNOWN, answers, lead });
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
  });

  it.each([
    ['the reader is surer', { answers: 2 }],
    ['its vector is nearer', { similarity: 0.7 }],
    ['more of the question is said', { unsaid: 0 }],
    ['it leads by more', { lead: 2 }],
  ])('rises where %s', (_, change) => {
    const before = computeConfidenceWithEncoders(ENGLISH, KNOWN);
    expect(computeConfidenceWithEncoders(ENGLISH, { ...KNOWN, ...change })).toBeGreaterThan(before);
  });

  it('takes a fact without rivals for one that leads as far as counts', () => {
    const alone = computeConfidenceWithEncoders(ENGLISH, { ...KNOWN, lead: Number.POSITIVE_INFINITY });
    expect(alone).toBe(computeConfidenceWithEncoders(ENGLISH, { ...KNOWN, lead: 100 }));
  });

  it('expects less similarity of a question in another language', () => {
    expect(computeConfidenceWithEncoders({ isOtherLanguage: true }, KNOWN)).toBeGreaterThan(
      computeConfidenceWithEncoders(ENGLISH, KNOWN),
    );
  });
});
