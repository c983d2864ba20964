import { expect, test } from 'vitest';
import { findTwinTitles } from '../../../src/search/questions/twins.ts';
import { plainArticle } from '../../articles.ts';

const bridge = plainArticle('a.txt', 'The old stone bridge was built in 1850. It is open on Sundays.');
const copy = plainArticle('b.txt', 'In 1850, the old stone BRIDGE was built! It is open on Sundays.');
const other = plainArticle('c.txt', 'The old stone bridge was built in 1851. It is open on Sundays.');

test('a sentence of the same words brings the other article’s title, a short one does not', () => {
  const twins = findTwinTitles([bridge, other], [bridge, copy, other]);
  expect(twins.get(bridge)).toEqual([copy.title]);
  expect(twins.get(other)).toBeUndefined();
});

test('an article is not its own twin', () => {
  const twice = plainArticle(
    'd.txt',
    'The old stone bridge was built in 1850. The old stone bridge was built in 1850.',
  );
  expect(findTwinTitles([twice], [twice]).size).toBe(0);
});
