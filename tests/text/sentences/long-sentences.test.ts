import { describe, expect, test } from 'vitest';
import { MAX_SENTENCE_CHARS } from '../../../src/text/sentences/long-sentences.ts';
import { splitSentences, toOneSentence } from '../../../src/text/sentences/sentences.ts';

function lengthsOf(text: string): number[] {
  return splitSentences(text).map(({ start, end }) => end - start);
}

describe('a sentence that is too long to quote', () => {
  test('stays whole up to the limit', () => {
    expect(lengthsOf('x'.repeat(MAX_SENTENCE_CHARS))).toEqual([MAX_SENTENCE_CHARS]);
    expect(lengthsOf(`${'word '.repeat(199)}last.`)).toEqual([1000]);
  });

  test('is divided after its last clause mark before the limit', () => {
    const first = `${'word '.repeat(100)}end;`;
    const text = `${first} ${'more '.repeat(150)}stop.`;
    const pieces = splitSentences(text).map(({ start, end }) => text.slice(start, end));
    expect(pieces[0]).toBe(first);
    expect(pieces).toHaveLength(2);
  });

  test('is not divided inside a number, nor close to its start', () => {
    const text = `Yes, ${'1,000 '.repeat(300)}`;
    const [first] = splitSentences(text);
    expect(text.slice(0, first?.end)).toMatch(/^Yes, (?:1,000 )+1,000$/);
  });

  test('is divided at white space where it has no clause mark', () => {
    const text = 'word '.repeat(500);
    expect(lengthsOf(text)).toEqual([999, 999, 499]);
  });

  test('is divided after CJK commas', () => {
    const text = `${'字'.repeat(600)}，${'字'.repeat(600)}。`;
    expect(lengthsOf(text)).toEqual([601, 601]);
  });

  test('is divided between graphemes where it has no white space', () => {
    const family = '👩‍👩‍👧';
    // The limit of 1,000 is inside the 125th family.
    const [first = 0, ...others] = lengthsOf(`x${family.repeat(300)}`);
    expect(first).toBe(1 + 124 * family.length);
    expect(others.every((length) => length % family.length === 0)).toBe(true);
  });

  test('keeps to the limit inside one endless grapheme, without dividing a surrogate pair', () => {
    const tag = '\u{e0061}';
    const pieces = lengthsOf(`x${tag.repeat(3000)}`);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(MAX_SENTENCE_CHARS);
    expect(pieces[0]).toBe(999);
  });

  test('is divided when it is a table row or code as well', () => {
    expect(toOneSentence('cell | '.repeat(400)).length).toBeGreaterThan(2);
  });
});

describe('five megabytes in one paragraph', () => {
  // A quadratic or recursive splitter took minutes for each, or overflowed its stack.
  test.each([
    ['words without a mark', 'word ', 1_000_000],
    ['one word', 'x', 5_000_000],
    ['full stops', '.', 1_000_000],
    ['full stops and spaces', '. ', 1_000_000],
    ['short sentences', 'Ab. ', 1_200_000],
    ['abbreviations', 'a. ', 1_000_000],
    ['CJK full stops', '。', 5_000_000],
    ['line breaks', '\n ', 2_500_000],
    ['accents', '\u0301', 5_000_000],
    ['lone surrogates', '\ud800', 5_000_000],
    ['brackets', '.[', 2_000_000],
  ])('are divided within seconds: %s', (_, piece, times) => {
    const text = piece.repeat(times);
    const startedAt = performance.now();
    const sentences = splitSentences(text);
    // Linear splitters take 0.1 to 4 s here. The limit leaves room for a slow machine, and a quadratic splitter still
    // fails.
    expect(performance.now() - startedAt).toBeLessThan(15_000);
    expect(sentences.every(({ start, end }) => end - start <= MAX_SENTENCE_CHARS)).toBe(true);
  });
});
