import { beforeAll, describe, expect, test } from 'vitest';
import { LIMIT, type OpenContender } from '../../../src/measuring/contenders/contender.ts';
import { createVectors, FUSE, loadMinisearch } from '../../../src/measuring/contenders/peers.ts';
import { parsePlainSet, toArticle } from '../../../src/measuring/evaluation/formats/plain-set.ts';
import { makeUpVectors } from '../../../src/measuring/made-up/made-up-vectors.ts';
import { plainArticle } from '../../articles.ts';
import { encoders } from '../../opened-encoders.ts';
import { TINY } from '../evaluation/tiny-set.ts';

const articles = parsePlainSet(TINY).articles.map(toArticle);

describe.each([
  ['minisearch', await loadMinisearch()],
  ['fuse.js', FUSE],
])('%s as a peer', (_, peer) => {
  let open: OpenContender;
  beforeAll(() => {
    open = peer.open(articles);
  });

  test('finds a sentence, also by a misspelt word', async () => {
    expect((await open.answer('When was the bridge opened?')).facts[0]?.text).toBe(
      'The bridge was opened in 1950.',
    );
    expect((await open.answer('towr')).facts[0]?.path).toBe('tower');
  });

  test('gives no verdict, and five facts at most', async () => {
    const { facts, verdict } = await open.answer('tower bridge garden long Kim');
    expect(facts).toHaveLength(5);
    expect(verdict).toBeNull();
  });

  test('is the more confident the better its best sentence fits', async () => {
    const { confidence: exact } = await open.answer('the bridge was opened in 1950');
    const { confidence: partly } = await open.answer('opened museum');
    const { confidence: nothing } = await open.answer('xyzzy');
    expect(exact).toBeGreaterThan(partly);
    expect(partly).toBeGreaterThan(nothing);
    expect(nothing).toBe(0);
  });

  test('is timed by its search alone', async () => {
    const { steps } = open;
    expect(Object.keys(steps)).toEqual(['whole']);
    expect(await steps.whole('towr')()).toHaveProperty('facts.0.path', 'tower');
  });

  test('finds nothing in no articles', async () => {
    expect(await peer.open([]).answer('tower')).toEqual({ facts: [], confidence: 0, verdict: null });
  });
});

describe('minisearch as a peer', () => {
  test('knows stems, function words, and what a sentence’s title says', async () => {
    const { answer } = (await loadMinisearch()).open(articles);
    expect((await answer('gardens')).facts[0]?.text).toBe('It has a garden.');
    expect((await answer('it was in the')).facts).toEqual([]);
    expect((await answer('bridge')).facts.map(({ text }) => text)).toContain('It is long.');
  });

  test('that is not installed is said to come with the development packages', async () => {
    const missing = new Error('Cannot find package');
    await expect(loadMinisearch(() => Promise.reject(missing))).rejects.toMatchObject({
      code: 'unusable-arguments',
      message: 'Comparing with minisearch needs the development packages: npm ci',
      cause: missing,
    });
  });
});

describe('vectors as a peer', () => {
  test('returns the facts most similar to the question, at most as many as are wanted', async () => {
    const numbers = Array.from({ length: 100 }, (_, number) => `This is number ${number}.`);
    const article = plainArticle('Numbers', ...numbers);
    const question = 'Which number is it?';
    const similarities = makeUpVectors(encoders, 100).index.computeSimilarities(
      await encoders.embedQuestion(question),
    );
    const similarityOf = (fact: (typeof article.facts)[number]): number =>
      similarities[article.facts.indexOf(fact)] ?? 0;
    const order = article.facts.toSorted((a, b) => similarityOf(b) - similarityOf(a));
    const { facts, verdict } = await createVectors(encoders).open([article]).answer(question);
    expect(facts).toEqual(order.slice(0, LIMIT));
    expect(verdict).toBeNull();
  });
});
