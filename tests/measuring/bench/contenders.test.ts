import { afterEach, describe, expect, test, vi } from 'vitest';
import { LIMIT } from '../../../src/measuring/bench/contenders/contender.ts';
import { footnoteWith } from '../../../src/measuring/bench/contenders/footnote-contender.ts';
import { fuseContender } from '../../../src/measuring/bench/contenders/fuse-contender.ts';
import { loadMinisearchContender } from '../../../src/measuring/bench/contenders/minisearch-contender.ts';
import { vectorsContender } from '../../../src/measuring/bench/contenders/vectors-contender.ts';
import { madeUpMeaning } from '../../../src/measuring/made-up/made-up-meaning.ts';
import { plainArticle } from '../../articles.ts';
import { encoders } from '../../opened-encoders.ts';

const ARTICLES = [
  plainArticle('The tower', 'The tower was built in 1900. It has a garden.', 'Kim owns the lighthouse.'),
  plainArticle('The bridge', 'The bridge was opened in 1950.'),
];

describe('a contender', () => {
  afterEach(() => {
    vi.doUnmock('minisearch');
  });

  test('of ours answers, finds, and finds again what it has read', async () => {
    const { whole, firstPass, find } = footnoteWith(encoders).open(ARTICLES);
    const found = ['0.fact.text', 'Kim owns the lighthouse.'] as const;
    expect(await whole('Who owns the lighthose?')()).toHaveProperty(
      'matches.0.fact.text',
      'Kim owns the lighthouse.',
    );
    expect(firstPass?.('Who owns the lighthose?')()).toHaveProperty(...found);
    expect(find?.('Who owns the lighthose?')()).toHaveProperty(...found);
  });

  test('of ours answers what leans on a question, in three ways in turn', async () => {
    const { followUp } = footnoteWith(encoders).open(ARTICLES);
    const came = [];
    for (let turn = 0; turn < 3; turn++) came.push(await followUp?.('When was the bridge opened?')());
    expect(came).toMatchObject([
      { reading: { understoodAs: 'When was the bridge opened?' } },
      { reading: { understoodAs: 'When was the bridge opened in bridge?' } },
      { reading: { understoodAs: 'How many bridge does the bridge have bridge opened 1950?' } },
    ]);
  });

  test('of ours suggests made-up questions for half of what is typed', () => {
    const { suggest } = footnoteWith(encoders).open([
      plainArticle('Towers', 'Towers and only towers stand here.'),
    ]);
    expect(suggest?.('towers only towers')()).toMatchObject([{ text: expect.stringMatching(/towers.*\?$/) }]);
  });

  test('called minisearch finds by misspelt words and by stems', async () => {
    const { whole } = (await loadMinisearchContender()).open(ARTICLES);
    expect(whole('Who owns the lighthose?')()).toMatchObject([{ id: 2 }]);
    expect(whole('owning lighthouses')()).toMatchObject([{ id: 2 }]);
    expect(whole('who is the')()).toEqual([]);
  });

  test('called fuse.js finds by misspelt words', () => {
    const { whole } = fuseContender.open(ARTICLES);
    expect(whole('owns lighthose')()).toHaveProperty('0.item.text', 'Kim owns the lighthouse.');
  });

  test('called vectors gives the facts that are most alike, at most as many as are wanted', async () => {
    const article = plainArticle(
      'Numbers',
      ...Array.from({ length: 100 }, (_, place) => `This is number ${place}.`),
    );
    const { whole } = vectorsContender(encoders).open([article]);
    const question = 'Which number is it?';
    const likenesses = madeUpMeaning(encoders, 100).index.likenessOf(await encoders.embedQuestion(question));
    const order = article.facts.toSorted(
      (a, b) => (likenesses[article.facts.indexOf(b)] ?? 0) - (likenesses[article.facts.indexOf(a)] ?? 0),
    );
    expect(await whole(question)()).toEqual(order.slice(0, LIMIT));
  });

  test('that is not installed is named with what to do', async () => {
    vi.doMock('minisearch', () => {
      throw new Error('Cannot find package');
    });
    await expect(loadMinisearchContender()).rejects.toMatchObject({
      code: 'unusable-settings',
      message: 'bench needs the development packages: npm ci',
    });
  });
});
