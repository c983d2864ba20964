import { beforeAll, describe, expect, it } from 'vitest';
import type { Respond } from '../../../../src/measuring/evaluation/contenders/contender.ts';
import { fusePeer } from '../../../../src/measuring/evaluation/contenders/fuse-peer.ts';
import { loadMinisearchPeer } from '../../../../src/measuring/evaluation/contenders/minisearch-peer.ts';
import { toArticle } from '../../../../src/measuring/evaluation/contenders/respond.ts';
import { parseQuestionSet } from '../../../../src/measuring/evaluation/formats/question-set.ts';
import { TINY } from '../tiny-set.ts';

const articles = parseQuestionSet(TINY).articles.map(toArticle);

describe.each([
  ['minisearch', await loadMinisearchPeer()],
  ['fuse.js', fusePeer],
])('%s as a peer', (_, peer) => {
  let respond: Respond;
  beforeAll(async () => {
    respond = await peer.open(articles);
  });

  it('finds a sentence, also by a misspelt word', async () => {
    expect((await respond('When was the bridge opened?')).facts[0]?.text).toBe(
      'The bridge was opened in 1950.',
    );
    expect((await respond('towr')).facts[0]?.path).toBe('tower');
  });

  it('gives no verdict, and five facts at most', async () => {
    const { facts, verdict } = await respond('tower bridge garden long Kim');
    expect(facts).toHaveLength(5);
    expect(verdict).toBeNull();
  });

  it('is the more confident the better its best sentence fits', async () => {
    const { confidence: exact } = await respond('the bridge was opened in 1950');
    const { confidence: partly } = await respond('opened museum');
    const { confidence: nothing } = await respond('xyzzy');
    expect(exact).toBeGreaterThan(partly);
    expect(partly).toBeGreaterThan(nothing);
    expect(nothing).toBe(0);
  });

  it('finds nothing in no articles', async () => {
    const find = await peer.open([]);
    expect(await find('tower')).toEqual({ facts: [], confidence: 0, verdict: null });
  });
});

describe('minisearch as a peer', () => {
  it('knows stems, function words, and what a sentence’s title says', async () => {
    const respond = await (await loadMinisearchPeer()).open(articles);
    expect((await respond('gardens')).facts[0]?.text).toBe('It has a garden.');
    expect((await respond('it was in the')).facts).toEqual([]);
    expect((await respond('bridge')).facts.map(({ text }) => text)).toContain('It is long.');
  });

  it('that is not installed is said to come with the development packages', async () => {
    const missing = new Error('Cannot find package');
    await expect(loadMinisearchPeer(() => Promise.reject(missing))).rejects.toMatchObject({
      code: 'unusable-arguments',
      message: '--against needs the development packages: npm ci',
      cause: missing,
    });
  });
});
