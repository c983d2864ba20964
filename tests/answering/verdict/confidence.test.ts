import { describe, expect, test } from 'vitest';
import { computeConfidenceWithEncoders } from '../../../src/answering/verdict/confidence.ts';

const ENGLISH = { isOtherLanguage: false };
const KNOWN = { answers: 1, similarity: 0.65, unsaid: 1, lead: 1 };

describe('the confidence in the best fact', () => {
  test('is a probability, whatever the evidence', () => {
    for (const answers of [-30, 0, 30])
      for (const lead of [0, Number.POSITIVE_INFINITY]) {
        const confidence = computeConfidenceWithEncoders(ENGLISH, { ...KNOWN, answers, lead });
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
  });

  test.each([
    ['the reader is surer', { answers: 2 }],
    ['its vector is nearer', { similarity: 0.7 }],
    ['more of the question is said', { unsaid: 0 }],
    ['it leads by more', { lead: 2 }],
  ])('rises if %s', (_, change) => {
    const before = computeConfidenceWithEncoders(ENGLISH, KNOWN);
    expect(computeConfidenceWithEncoders(ENGLISH, { ...KNOWN, ...change })).toBeGreaterThan(before);
  });

  test('treats a fact without rivals like one with the longest lead that counts', () => {
    const alone = computeConfidenceWithEncoders(ENGLISH, { ...KNOWN, lead: Number.POSITIVE_INFINITY });
    expect(alone).toBe(computeConfidenceWithEncoders(ENGLISH, { ...KNOWN, lead: 100 }));
  });

  test('expects less similarity of a question in another language', () => {
    expect(computeConfidenceWithEncoders({ isOtherLanguage: true }, KNOWN)).toBeGreaterThan(
      computeConfidenceWithEncoders(ENGLISH, KNOWN),
    );
  });
});
