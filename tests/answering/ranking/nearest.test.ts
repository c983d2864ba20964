import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { findNearest } from '../../../src/answering/ranking/other-matches.ts';
import { CANDIDATES, rankFacts } from '../../../src/answering/ranking/rank.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import type { Match } from '../../../src/search/index/candidate.ts';
import { markdownArticle } from '../../articles.ts';
import { CARS, FERRY } from '../../ferry.ts';

const base = FactBase.build([markdownArticle('ferry.md', FERRY)]);

async function nearestTo(asked: string, of = base): Promise<readonly Match[]> {
  const question = readQuestion(of, asked);
  const ranked = await rankFacts(question, { limit: CANDIDATES, vectors: null });
  return findNearest(question, ranked);
}

const headingsOf = (matches: readonly Match[]) => matches.map(({ fact }) => fact.headings.at(-1));

describe('the nearest passages', () => {
  test('say half of the question, the best first, one per section', async () => {
    expect(headingsOf(await nearestTo(CARS))).toEqual(['Cars', 'Crossing']);
  });

  test('are none if no section says half of the question', async () => {
    expect(await nearestTo('Is the bakery beside the harbour of Marrow closed?')).toEqual([]);
    expect(await nearestTo('How do I mine bitcoin?')).toEqual([]);
  });

  test('are none if nothing is asked', async () => {
    expect(await nearestTo('what?')).toEqual([]);
    expect(await nearestTo('')).toEqual([]);
    expect(await nearestTo('thank you so much')).toEqual([]);
  });

  test('are three at the most', async () => {
    const sections = Array.from({ length: 9 }, (_, i) => `## Pier ${i}\n\nThe ferry leaves pier ${i}.\n`);
    const many = FactBase.build([markdownArticle('piers.md', `# Piers\n\n${sections.join('\n')}`)]);
    expect(await nearestTo('When does the ferry leave the pier?', many)).toHaveLength(3);
  });

  test('are in different sections, and no better than the one before, for any words', async () => {
    const word = fc.constantFrom('ferry', 'Marrow', 'lighthouse', 'cars', 'red', 'zebra', 'deck', 'why');
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
        const nearest = await nearestTo(words.join(' '));
        const sections = nearest.map(({ fact }) => fact.headings.join());
        expect(new Set(sections).size).toBe(sections.length);
        expect(nearest.length).toBeLessThanOrEqual(3);
        const scores = nearest.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
      { numRuns: 50 },
    );
  });
});
