import { expect, test } from 'vitest';
import { estimateIndexCost, sumIndexCosts } from '../../../src/search/index/index-cost.ts';
import { markdownArticle, plainArticle } from '../../articles.ts';

const listBelow = (lead: string, items: number) =>
  markdownArticle('a.md', `---\ntitle: T\n---\n\n## Much to read\n\n${lead}\n\n${'- tea\n'.repeat(items)}`);

test('headings and leads count once for each paragraph below', () => {
  const one = estimateIndexCost(listBelow('You need all of this:', 10));
  const two = estimateIndexCost(listBelow('You need all of this:', 20));
  expect(one.facts).toBe(11);
  // Three words of the heading, five of the lead, one of its own.
  expect(two.terms - one.terms).toBe(10 * (3 + 5 + 1));
});

test('a spelling that is new costs as much as ten that are not', () => {
  const same = estimateIndexCost(plainArticle('T', 'tea tea tea tea.'));
  const different = estimateIndexCost(plainArticle('T', 'tea cup pot leaf.'));
  expect(different.terms - same.terms).toBe(3 * 10);
});

test('aliases and pinned questions count', () => {
  const without = estimateIndexCost(markdownArticle('a.md', '---\ntitle: T\n---\nTea.'));
  const all = '---\ntitle: T\naliases:\n  T: tea\npinned:\n  - Tea?\n---\nTea.';
  expect(estimateIndexCost(markdownArticle('a.md', all)).terms).toBeGreaterThan(without.terms);
});

test('the costs of articles add up', () => {
  expect(sumIndexCosts([])).toEqual({ facts: 0, terms: 0 });
  expect(
    sumIndexCosts([
      { facts: 1, terms: 2 },
      { facts: 3, terms: 4 },
    ]),
  ).toEqual({ facts: 4, terms: 6 });
});
