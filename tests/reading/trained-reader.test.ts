import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeModelFile } from '../../src/learned/model-file.ts';
import { Reader, type Reading } from '../../src/reading/reader.ts';
import { vectors } from './made-up-reader.ts';
import { nastyText } from './nasty-text.ts';

const reader = new Reader(decodeModelFile(readFileSync('models/reader.bin')), vectors);

const SENTENCE = 'The baker opened a second shop in Lisbon in 1994 because his flat had become too small.';

function read(question: string, text: string): Reading {
  return reader.read(reader.ask(question), { text, around: new Set() });
}

describe('the trained reader', () => {
  it.each([
    ['When did the baker open a second shop?', '1994'],
    ['Where did the baker open a second shop?', 'Lisbon'],
    ['Who opened a second shop in Lisbon?', 'baker'],
  ])('asked “%s” points at “%s”', (question, answer) => {
    const { span } = read(question, SENTENCE);
    expect(SENTENCE.slice(span?.start, span?.end)).toContain(answer);
    expect(span).not.toEqual({ start: 0, end: SENTENCE.length });
  });

  it('prefers the sentence that answers', () => {
    const question = 'When did the baker open a second shop?';
    const other = 'The weather in Lisbon is mild for most of the year.';
    expect(read(question, SENTENCE).score).toBeGreaterThan(read(question, other).score);
  });

  /** What the network in `training/reader.py` gives with the same weights, up to what its bytes of features round off. */
  it.each([
    ['When did the baker open a second shop?', SENTENCE, 14.93],
    ['Who opened a second shop in Lisbon?', SENTENCE, 8.971],
    ['When did the baker open a second shop?', 'The weather in Lisbon is mild.', -10.216],
  ])('asked “%s” gives “%s” the score that its training gives', (question, text, score) => {
    expect(Math.abs(read(question, text).score - score)).toBeLessThan(0.05);
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (question, text) => {
        const { score, span, sureness } = read(question, text);
        expect(score).not.toBeNaN();
        expect(text.slice(span?.start ?? 0, span?.end ?? 0).length).toBe(
          (span?.end ?? 0) - (span?.start ?? 0),
        );
        expect(sureness).toBeGreaterThanOrEqual(0);
        expect(sureness).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});
