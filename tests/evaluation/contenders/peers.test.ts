import { describe, expect, it } from 'vitest';
import { fusePeer } from '../../../src/evaluation/contenders/fuse-peer.ts';
import { loadMinisearchPeer } from '../../../src/evaluation/contenders/minisearch-peer.ts';
import { toArticle } from '../../../src/evaluation/contenders/respond.ts';
import { parseQuestionSet } from '../../../src/evaluation/formats/question-set.ts';
import { TINY } from '../tiny-set.ts';

const articles = parseQuestionSet(TINY).articles.map(toArticle);

describe.each([
  ['minisearch', await loadMinisearchPeer()],
  ['fuse.js', fusePeer],
])('%s as a peer', (_, peer) => {
  const respond = peer.open(articles);

  it('finds a sentence, also by a misspelt word', () => {
    expect(respond('When was the bridge opened?').facts[0]?.text).toBe('The bridge was opened in 1950.');
    expect(respond('towr').facts[0]?.path).toBe('tower');
  });

  it('gives no verdict, and five facts at most', () => {
    const { facts, verdict } = respond('tower bridge garden long Kim');
    expect(facts).toHaveLength(5);
    expect(verdict).toBeNull();
  });

  it('is the more confident the better its best sentence fits', () => {
    const [exact, partly, nothing] = ['the bridge was opened in 1950', 'opened museum', 'xyzzy'].map(
      (question) => respond(question).confidence,
    );
    expect(exact).toBeGreaterThan(partly ?? Number.NaN);
    expect(partly).toBeGreaterThan(nothing ?? Number.NaN);
    expect(nothing).toBe(0);
  });

  it('finds nothing in no articles', () => {
    expect(peer.open([])('tower')).toEqual({ facts: [], confidence: 0, verdict: null });
  });
});

describe('minisearch as a peer', () => {
  it('knows stems, function words, and what a sentence’s title says', async () => {
    const respond = (await loadMinisearchPeer()).open(articles);
    expect(respond('gardens').facts[0]?.text).toBe('It has a garden.');
    expect(respond('it was in the').facts).toEqual([]);
    expect(respond('bridge').facts.map(({ text }) => text)).toContain('It is long.');
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
