import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelFileError, type Tensor } from '../../src/learned/model-file.ts';
import { probabilityOf, Scorer, type ScorerWeights, scorerWeights } from '../../src/learned/scorer.ts';

const features = ['likeness', 'length'];

const weights: ScorerWeights = {
  features,
  mean: Float32Array.of(1, 2),
  scale: Float32Array.of(2, 0.5),
  // The straight line; one hidden unit and its bias; what that unit counts; the bias of all.
  values: Float32Array.of(1, -1, 1, 2, 0.5, 3, 0.25),
};

const scorer = new Scorer(weights, features);

describe('a score', () => {
  it('adds a straight line and what the hidden units let through', () => {
    // (2 − 1) · 2 = 2 and (4 − 2) · 0.5 = 1: 2 − 1 + 3 · (2 + 2 + 0.5) + 0.25
    expect(scorer.score([2, 4])).toBeCloseTo(14.75, 6);
  });

  it('lets little through of a unit below 0', () => {
    // −2 and −2: −2 + 2 + 3 · 0.01 · (−2 − 4 + 0.5) + 0.25
    expect(scorer.score([0, -2])).toBeCloseTo(0.085, 6);
  });

  it('takes a feature for no further from its mean than four deviations', () => {
    expect(scorer.score([1000, 4])).toBe(scorer.score([3, 4]));
    expect(scorer.score([2, -1000])).toBe(scorer.score([2, -6]));
    expect(scorer.score([Number.POSITIVE_INFINITY, 4])).toBe(scorer.score([3, 4]));
    expect(scorer.score([2.9, 4])).not.toBe(scorer.score([3, 4]));
  });

  it('leaves out a feature whose scale is 0', () => {
    const without = new Scorer({ ...weights, scale: Float32Array.of(2, 0) }, features);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (length) => {
        expect(without.score([2, length])).toBe(without.score([2, 0]));
      }),
    );
    expect(without.score([2, 0])).not.toBe(without.score([1, 0]));
  });

  it('is a straight line alone without hidden units', () => {
    const straight = new Scorer({ ...weights, values: Float32Array.of(1, -1, 0.25) }, features);
    expect(straight.score([2, 4])).toBe(1.25);
  });
});

describe('weights', () => {
  it.each<readonly [string, ScorerWeights]>([
    ['for other features', { ...weights, features: ['likeness', 'width'] }],
    ['for features in another order', { ...weights, features: ['length', 'likeness'] }],
    ['for one feature that reads like two', { ...weights, features: ['likeness,length'] }],
    ['without a mean for each', { ...weights, mean: Float32Array.of(1) }],
    ['without a scale for each', { ...weights, scale: Float32Array.of(1, 2, 3) }],
    ['for half a hidden unit', { ...weights, values: Float32Array.of(1, -1, 1, 2, 0.25) }],
    ['of nothing', { ...weights, values: new Float32Array() }],
  ])('%s are refused', (_, unfit) => {
    expect(() => new Scorer(unfit, features)).toThrow(ModelFileError);
  });

  it('are read from a file by their name', () => {
    const tensors = new Map(
      (['mean', 'scale', 'values'] as const).map(
        (part) => [`first.${part}`, tableOf(weights[part])] as const,
      ),
    );
    const file = { tensors, texts: new Map([['first.features', features.join('\n')]]) };
    expect(scorerWeights(file, 'first')).toEqual(weights);
    expect(() => scorerWeights(file, 'final')).toThrow(ModelFileError);
    expect(() => scorerWeights(file, 'final')).toThrow('final.');
  });
});

function tableOf(values: Float32Array): Tensor {
  return { rows: 1, columns: values.length, values };
}

describe('the probability of a score', () => {
  it.each([
    [0, 0.5],
    [Math.log(3), 0.75],
    [-1e6, 0],
    [1e6, 1],
  ])('of %d is %d', (score, probability) => expect(probabilityOf(score)).toBeCloseTo(probability, 12));
});
