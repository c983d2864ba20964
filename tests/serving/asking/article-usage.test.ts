import { expect, test } from 'vitest';
import { FactBase } from '../../../src/search/fact-base.ts';
import { countUsageByArticle } from '../../../src/serving/asking/article-usage.ts';
import { plainArticle } from '../../articles.ts';

const articles = Array.from({ length: 7 }, (_, number) =>
  plainArticle(`Article ${number}`, `The tower ${number} is old. The tower ${number} is tall.`),
);
const base = FactBase.build(articles);
const idsOf = (number: number): readonly string[] => articles[number]?.facts.map(({ id }) => id) ?? [];

test('the facts of each article count together, the most quoted first; the others were never quoted', () => {
  const [first = '', second = ''] = idsOf(3);
  const [other = ''] = idsOf(5);
  const quoted = [
    { factId: first, times: 1 },
    { factId: other, times: 2 },
    { factId: second, times: 4 },
    { factId: 'gone', times: 9 },
  ];
  expect(countUsageByArticle(base, quoted)).toEqual({
    topArticles: [
      { title: 'Article 3', times: 5 },
      { title: 'Article 5', times: 2 },
    ],
    neverQuoted: ['Article 0', 'Article 1', 'Article 2', 'Article 4', 'Article 6'],
  });
});

test('at most five are named', () => {
  const quoted = articles.map(({ facts }, times) => ({ factId: facts[0]?.id ?? '', times: times + 1 }));
  const { topArticles, neverQuoted } = countUsageByArticle(base, quoted);
  expect(topArticles.map(({ times }) => times)).toEqual([7, 6, 5, 4, 3]);
  expect(neverQuoted).toEqual([]);
});
