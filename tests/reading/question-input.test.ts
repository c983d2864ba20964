import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUESTION_FEATURES, questionInput } from '../../src/reading/question-input.ts';
import { vectors } from './made-up-reader.ts';
import { nastyText } from './nasty-text.ts';

const MAX_TOKENS = 40;

/** What the features tell, in their order. The trained weights rely on it. */
const NAMES = ['content', 'capital inside', 'digit', 'no vector', 'rarity'];

/** The feature `name` of every token. */
function feature(text: string, name: string): number[] {
  const { words, features } = questionInput(text, vectors);
  const column = NAMES.indexOf(name);
  return words.map((_, index) => features[index * QUESTION_FEATURES + column] ?? Number.NaN);
}

describe('a question made ready', () => {
  it('has a row of features from 0 to 1 for each of at most 40 tokens', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const { words, isContent, features, weights } = questionInput(text, vectors);
        expect(words.length).toBeLessThanOrEqual(MAX_TOKENS);
        expect(isContent).toHaveLength(words.length);
        expect(features).toHaveLength(words.length * QUESTION_FEATURES);
        expect(features.every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(words.every((word) => word === -1 || vectors.wordAt(word) !== '')).toBe(true);
        expect([...weights.values()].every((weight) => weight > 0)).toBe(true);
      }),
    );
  });

  it('tells each thing in its own column', () => {
    expect(NAMES).toHaveLength(QUESTION_FEATURES);
    const text = 'Which Moscow offices opened in 2019 xqzvw?';
    expect(feature(text, 'content')).toEqual([0, 1, 1, 1, 0, 1, 1, 0]);
    expect(feature(text, 'capital inside')).toEqual([0, 1, 0, 0, 0, 0, 0, 0]);
    expect(feature(text, 'digit')).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
    expect(feature(text, 'no vector').slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(feature(text, 'no vector')[6]).toBe(1);
  });

  it('tells how rare a word is', () => {
    const [the = Number.NaN, moscow = Number.NaN, unknown] = feature('the Moscow xqzvw', 'rarity');
    expect(the).toBeLessThan(moscow);
    expect(moscow).toBeLessThan(1);
    expect(unknown).toBe(1);
  });

  it('knows the stems of its content words, and that rare ones matter more', () => {
    const { stems, folded, weights } = questionInput(
      'How many of the offices were opened by xqzvw?',
      vectors,
    );
    expect(stems).toEqual(new Set(['offic', 'open', 'xqzvw']));
    expect(folded).toContain('offices');
    expect([...weights.keys()]).toEqual([...stems]);
    expect(weights.get('open')).toBeLessThan(weights.get('xqzvw') ?? 0);
    expect(weights.get('xqzvw')).toBeCloseTo(1.1, 12);
  });

  it('is not read beyond 40 tokens', () => {
    const long = questionInput(`${'open '.repeat(MAX_TOKENS)}Moscow`, vectors);
    expect(long.words).toHaveLength(MAX_TOKENS);
    expect(long.stems).toEqual(new Set(['open']));
    expect(questionInput('open '.repeat(20_000), vectors)).toEqual(
      questionInput('open '.repeat(MAX_TOKENS), vectors),
    );
  });

  it.each(['', ' \n'])('is empty for %j', (text) => {
    const { words, features, stems } = questionInput(text, vectors);
    expect([words.length, features.length, stems.size]).toEqual([0, 0, 0]);
  });
});
