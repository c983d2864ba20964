import { describe, expect, it } from 'vitest';
import { MEANING_FEATURES } from '../../../src/answering/ranking/meaning-features.ts';
import { stem } from '../../../src/text/stems.ts';
import { baseOf } from '../../articles.ts';
import { models } from '../../models.ts';
import { featureReader } from './feature-values.ts';

const base = baseOf('The treaty ended.', 'The agreement ended.', 'Tomatoes ended.', 'Treaty and pact ended.');
const of = featureReader(MEANING_FEATURES, base, 'the treaty');

/** How far a likeness of two words says anything. */
function telling(one: string, other: string): number {
  const { vectors } = models;
  return (vectors.similarity(vectors.indexOf(one), vectors.indexOf(other)) - 0.3) / 0.7;
}

describe('a word asked', () => {
  it('is aligned where it is said', () => {
    expect(of('meaning.aligned', 'The treaty ended.')).toBe(1);
    expect(of('meaning.unsaid aligned', 'The treaty ended.')).toBe(0);
    expect(of('meaning.unsaid aligned of unsaid', 'The treaty ended.')).toBe(1);
  });

  it('is aligned in part where another means about the same', () => {
    const share = telling('treaty', 'agreement');
    expect(share).toBeGreaterThan(0.2);
    for (const name of ['meaning.aligned', 'meaning.unsaid aligned', 'meaning.unsaid aligned of unsaid']) {
      expect(of(name, 'The agreement ended.')).toBeCloseTo(share, 5);
      expect(of(name, 'Tomatoes ended.')).toBe(0);
    }
  });

  it('is aligned with the closest of the words', () => {
    const asked = featureReader(MEANING_FEATURES, base, 'the agreement');
    const closest = Math.max(telling('agreement', 'treaty'), telling('agreement', 'pact'));
    expect(asked('meaning.aligned', 'Treaty and pact ended.')).toBeCloseTo(closest, 5);
  });

  it('is not aligned with words that only shape a sentence', () => {
    const small = baseOf('It is located there.', 'Treaties are everywhere.');
    const asked = featureReader(MEANING_FEATURES, small, 'treaty situated');
    expect(telling('situated', 'located')).toBeGreaterThan(0.2);
    expect(asked('meaning.unsaid aligned', 'It is located there.')).toBe(0);
  });

  it('counts among those that are unsaid by its weight', () => {
    const asked = featureReader(MEANING_FEATURES, base, 'the treaty with tomatoes');
    const [treaty, tomatoes] = [base.idf(stem('treaty')), base.idf(stem('tomatoes'))];
    const share = telling('treaty', 'agreement');
    const unsaid = (treaty * share) / (treaty + tomatoes);
    expect(asked('meaning.unsaid aligned', 'The agreement ended.')).toBeCloseTo(unsaid, 5);
    expect(asked('meaning.aligned', 'Tomatoes ended.')).toBeCloseTo(tomatoes / (treaty + tomatoes), 5);
  });

  it('is foreign where no article holds it, as far as the sentence says nothing like it', () => {
    const foreign = baseOf('The agreement ended.', 'Tomatoes ended.');
    const asked = featureReader(MEANING_FEATURES, foreign, 'ended treaty');
    const name = 'meaning.in no article and unlike';
    const [alike, unlike] = [asked(name, 'The agreement ended.'), asked(name, 'Tomatoes ended.')];
    const weights = ['ended', 'treaty'].map((word) => foreign.idf(stem(word)));
    expect(unlike).toBeCloseTo((weights[1] ?? 0) / ((weights[0] ?? 0) + (weights[1] ?? 0)), 5);
    expect(alike / unlike).toBeCloseTo(1 - telling('treaty', 'agreement'), 5);
    expect(of(name, 'Tomatoes ended.')).toBe(0);
  });
});
