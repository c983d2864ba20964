import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PassageInput, passageInput, TOKEN_FEATURES } from '../../src/reading/passage-input.ts';
import { questionInput } from '../../src/reading/question-input.ts';
import { vectors } from './made-up-reader.ts';
import { nastyText } from './nasty-text.ts';

const MAX_TOKENS = 160;

/** What the features tell, in their order. The trained weights rely on it. */
const NAMES = [
  'asked word',
  'asked stem',
  'likeness',
  'content',
  'capital',
  'capital inside',
  'capitals only',
  'digit',
  'year',
  'mark',
  'no vector',
  'rarity',
  'said around',
  'near the match before',
  'near the match behind',
  'first',
  'said of the question',
  'said of it with what is around',
  'length',
];

function read(question: string, text: string, around: readonly string[] = []): PassageInput {
  return passageInput(questionInput(question, vectors), { text, around: new Set(around) }, vectors);
}

/** The feature `name` of every token, rounded to thousandths. */
function feature(input: PassageInput, name: string): number[] {
  const column = NAMES.indexOf(name);
  return input.tokens.map(
    (_, index) => Math.round(1000 * (input.features[index * TOKEN_FEATURES + column] ?? Number.NaN)) / 1000,
  );
}

describe('a sentence laid beside a question', () => {
  it('has a row of features from 0 to 1 and of likenesses for each of at most 160 tokens', () => {
    fc.assert(
      fc.property(nastyText, nastyText, fc.array(nastyText), (question, text, around) => {
        const asked = questionInput(question, vectors);
        const { tokens, words, features, likeness } = passageInput(
          asked,
          { text, around: new Set(around) },
          vectors,
        );
        expect(tokens.length).toBeLessThanOrEqual(MAX_TOKENS);
        expect(words).toHaveLength(tokens.length);
        expect(features).toHaveLength(tokens.length * TOKEN_FEATURES);
        expect(likeness).toHaveLength(tokens.length * asked.words.length);
        // A word's likeness to itself is 1 up to what 32 bits round off.
        expect(features.every((value) => value >= 0 && value <= 1 + 1e-6)).toBe(true);
        expect(likeness.every((value) => Math.abs(value) <= 1 + 1e-6)).toBe(true);
      }),
    );
  });

  it('tells as many things as the reader was trained on', () => {
    expect(NAMES).toHaveLength(TOKEN_FEATURES);
  });

  it('tells each thing in its own column', () => {
    const input = read('Who opened the offices?', 'In 2019 NATO opened an Office.', ['nato']);
    // In · 2019 · NATO · opened · an · Office · .
    expect(feature(input, 'asked word')).toEqual([0, 0, 0, 1, 0, 0, 0]);
    expect(feature(input, 'asked stem')).toEqual([0, 0, 0, 1, 0, 1, 0]);
    expect(feature(input, 'likeness')[3]).toBe(1);
    expect(feature(input, 'content')).toEqual([0, 1, 1, 1, 0, 1, 0]);
    expect(feature(input, 'capital')).toEqual([1, 0, 1, 0, 0, 1, 0]);
    expect(feature(input, 'capital inside')).toEqual([0, 0, 1, 0, 0, 1, 0]);
    expect(feature(input, 'capitals only')).toEqual([0, 0, 1, 0, 0, 0, 0]);
    expect(feature(input, 'digit')).toEqual([0, 1, 0, 0, 0, 0, 0]);
    expect(feature(input, 'year')).toEqual([0, 1, 0, 0, 0, 0, 0]);
    expect(feature(input, 'mark')).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect(feature(input, 'said around')).toEqual([0, 0, 1, 0, 0, 0, 0]);
    expect(feature(input, 'near the match before')).toEqual([0, 0, 0, 1, 0.5, 1, 0.5]);
    expect(feature(input, 'near the match behind')).toEqual([0.25, 0.333, 0.5, 1, 0.5, 1, 0]);
    expect(feature(input, 'first')).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(feature(input, 'length')).toEqual(Array.from({ length: 7 }, () => 0.117));
  });

  it('tells words without a vector and how rare the others are', () => {
    const input = read('Who?', 'the xqzvw');
    expect(feature(input, 'no vector')).toEqual([0, 1]);
    const [the = Number.NaN, unknown] = feature(input, 'rarity');
    expect(the).toBeLessThan(0.2);
    expect(unknown).toBe(1);
  });

  it.each([
    ['none of it', { text: 'It rained.', around: [], said: 0, saidAround: 0 }],
    ['all of it', { text: 'Offices opened.', around: [], said: 1, saidAround: 1 }],
    ['all of it around', { text: 'It rained.', around: ['open', 'offic'], said: 0, saidAround: 1 }],
  ])('tells how much of the question it says: %s', (_, { text, around, said, saidAround }) => {
    const input = read('Who opened the offices?', text, around);
    expect(feature(input, 'said of the question')[0]).toBe(said);
    expect(feature(input, 'said of it with what is around')[0]).toBe(saidAround);
  });

  it('says more of the question by a rare word than by a frequent one', () => {
    const asked = 'Who opened the xqzvw?';
    const [frequent = Number.NaN] = feature(read(asked, 'It opened.', ['xqzvw']), 'said of the question');
    const rare = read(asked, 'An xqzvw.', ['open']);
    expect(feature(rare, 'said of the question')[0]).toBeCloseTo(1 - frequent, 2);
    expect(frequent).toBeLessThan(0.5);
    expect(feature(rare, 'said of it with what is around')[0]).toBe(1);
  });

  it('measures no likeness to words that only shape the question', () => {
    expect(feature(read('Who is the?', 'the office'), 'likeness')).toEqual([0, 0]);
  });

  it('takes the forms of a word and names without a vector for the same as in the question', () => {
    const { tokens, likeness } = read('Did Xqzvw open the xqzvws?', 'the Xqzvw opened');
    const asked = 6;
    const alike = tokens.map((_, row) =>
      Array.from({ length: asked }, (__, column) => (likeness[row * asked + column] ?? 0) > 0.999),
    );
    // Did · Xqzvw · open · the · xqzvws · ?: where it stands twice, the first counts.
    expect(alike).toEqual([
      [false, false, false, true, false, false],
      [false, true, false, false, false, false],
      [false, false, true, false, false, false],
    ]);
  });

  it('is not read beyond 160 tokens', () => {
    const long = read('Who opened it?', 'opened '.repeat(20_000));
    expect(long.tokens).toHaveLength(MAX_TOKENS);
    expect(long).toEqual(read('Who opened it?', 'opened '.repeat(MAX_TOKENS)));
    expect(feature(long, 'length')[0]).toBe(1);
  });

  it('is empty without words, and has no likenesses beside an empty question', () => {
    expect(read('Who?', ' ').features).toHaveLength(0);
    const unasked = read('', 'Offices opened.');
    expect(unasked.likeness).toHaveLength(0);
    expect(unasked.features).toHaveLength(3 * TOKEN_FEATURES);
  });
});
