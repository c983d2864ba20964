import { describe, expect, it } from 'vitest';
import { aroundOf } from '../../../src/answering/ranking/around.ts';
import { markdownArticle } from '../../articles.ts';

const article = markdownArticle(
  'a.md',
  '---\ntitle: Red towers\n---\n\n# Chapter\n\n## Building\n\nMasons came. They sang.\n\nIt snowed.\n',
);
const [masons, they, snowed] = article.facts;
if (masons === undefined || they === undefined || snowed === undefined) throw new Error('three facts');

describe('what a fact need not repeat', () => {
  it('is the title, the nearest heading and the sentence before it, as stems', () => {
    expect([...aroundOf(they, article, masons)].toSorted()).toEqual([
      'build',
      'came',
      'mason',
      'red',
      'tower',
    ]);
  });

  it('is not what another paragraph or another file ends with', () => {
    const alone = ['build', 'red', 'tower'];
    expect([...aroundOf(snowed, article, they)].toSorted()).toEqual(alone);
    expect([...aroundOf(they, article, { ...masons, path: 'b.md' })].toSorted()).toEqual(alone);
    expect([...aroundOf(masons, article, undefined)].toSorted()).toEqual(alone);
  });
});
