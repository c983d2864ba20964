import { describe, expect, it, test } from 'vitest';
import { INDEX_FEATURES } from '../../../src/answering/ranking/index-features.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { plainArticle } from '../../articles.ts';
import { featureReader, sceneOf } from './feature-values.ts';

const base = new FactBase([
  plainArticle('Towns', 'It rained. The tower fell. It hailed. It snowed.', 'Bread was dear.'),
  plainArticle('Tower', 'Cows grazed.'),
]);
const of = featureReader(INDEX_FEATURES, base, 'the tower');

describe('a word fits by the index', () => {
  test.each([
    ['index.own', 'The tower fell.', 'Bread was dear.'],
    ['index.before', 'It hailed.', 'It rained.'],
    ['index.after', 'It rained.', 'It hailed.'],
    ['index.paragraph', 'It snowed.', 'Bread was dear.'],
    ['index.title', 'Cows grazed.', 'The tower fell.'],
  ])('as “%s” of “%s”, not of “%s”', (name, fitting, other) => {
    expect(of(name, fitting)).toBeGreaterThan(0);
    expect(of(name, other)).toBe(0);
  });

  test.each([
    ['index.own', 'The tower fell.'],
    ['index.before', 'It hailed.'],
    ['index.after', 'It rained.'],
    ['index.paragraph', 'It snowed.'],
    ['index.title', 'Cows grazed.'],
  ])('as “%s” of “%s” for each word asked, however many there are', (name, sentence) => {
    const more = 'the tower and the xylophone';
    const share = sceneOf(base, 'the tower').totalWeight / sceneOf(base, more).totalWeight;
    expect(share).toBeLessThan(0.7);
    expect(featureReader(INDEX_FEATURES, base, more)(name, sentence)).toBeCloseTo(
      share * of(name, sentence),
      6,
    );
  });
});

describe('beside the other candidates, one has', () => {
  it('1 where it is the best of them, and else its share of that', () => {
    for (const name of ['index.score of best', 'index.own of best']) {
      expect(of(name, 'The tower fell.')).toBe(1);
      expect(of(name, 'It snowed.')).toBeLessThan(1);
    }
    expect(of('index.score of best', 'It snowed.')).toBeGreaterThan(0);
    expect(of('index.own of best', 'It snowed.')).toBe(0);
    expect(of('index.paragraph of best', 'It snowed.')).toBe(1);
    expect(of('index.paragraph of best', 'Bread was dear.')).toBe(0);
  });

  it('its place, the first 1, the second one half', () => {
    const [first, second] = sceneOf(base, 'the tower').candidates;
    expect(of('index.place', first?.fact.text ?? '')).toBe(1);
    expect(of('index.place', second?.fact.text ?? '')).toBeCloseTo(1 / 2);
  });

  it('the votes of its paragraph and of its article, high scores counting far more', () => {
    const { candidates } = sceneOf(base, 'the tower');
    const scoreOf = (path: string) =>
      candidates.filter(({ fact }) => fact.path === path).reduce((sum, { score }) => sum + score ** 3, 0);
    const [towns, tower] = [scoreOf('towns.txt'), scoreOf('tower.txt')];
    expect(of('index.article votes', 'Bread was dear.')).toBeCloseTo(towns / (towns + tower));
    expect(of('index.article votes', 'Cows grazed.')).toBeCloseTo(tower / (towns + tower));
    expect(of('index.paragraph votes', 'It snowed.')).toBeCloseTo(of('index.article votes', 'It snowed.'));
    expect(of('index.paragraph votes', 'Bread was dear.')).toBe(0);
  });
});
