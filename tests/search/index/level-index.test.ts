import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../../src/search/index/documents.ts';
import { LevelIndex } from '../../../src/search/index/level-index.ts';
import { SegmentLevels } from '../../../src/search/index/segment-levels.ts';
import { TermNumbers } from '../../../src/search/terms/term-numbers.ts';
import { LexiconBuilder } from '../../../src/search/words/lexicon.ts';
import { markdownArticle, plainArticle } from '../../articles.ts';

const lexicon = new LexiconBuilder();
const documents = readDocuments(
  [
    plainArticle('Fruit', 'Apples grow. Pears fall.', 'Plums rest.'),
    markdownArticle('b.md', '---\ntitle: Trees\n---\n\n## Age\n\nOaks grow.\n'),
  ],
  lexicon,
);
const levels = new LevelIndex([
  {
    levels: SegmentLevels.build(documents, lexicon.size),
    terms: TermNumbers.createSame(lexicon.size),
    firstFact: 0,
  },
]);
const termOf = (word: string): number => lexicon.read(word)[0] ?? Number.NaN;

describe('the levels of the index', () => {
  test('tell what a sentence holds, and what its paragraph, heading or title do', () => {
    const [pear = -1, fruit = -1, age = -1] = lexicon.read('Pears Fruit Age');
    expect([0, 1, 2].map((fact) => levels.holds(pear, fact))).toEqual([false, true, false]);
    expect([0, 1, 2].map((fact) => levels.holdsAround(pear, fact))).toEqual([true, true, false]);
    expect([2, 3].map((fact) => levels.holdsAround(fruit, fact))).toEqual([true, false]);
    expect([2, 3].map((fact) => levels.holdsAround(age, fact))).toEqual([false, true]);
    expect([2, 3].map((fact) => levels.titleHolds(fruit, fact))).toEqual([true, false]);
  });

  test('count a term that no fact holds as the most telling', () => {
    expect(levels.idf(undefined)).toBeGreaterThan(levels.idf(termOf('Pears')));
    expect(levels.idf(termOf('Pears'))).toBeGreaterThan(levels.idf(termOf('grow')));
  });

  test('give the parts of a score, neighbours only within one paragraph', () => {
    const [apples, pears, ...more] = levels.findBest([{ term: termOf('Apples'), weight: 1 }], { limit: 9 });
    expect(more).toEqual([]);
    expect(apples).toMatchObject({ index: 0, before: 0, after: 0, title: 0 });
    expect(pears).toMatchObject({ index: 1, own: 0, before: apples?.own, after: 0 });
    expect(pears?.score).toBeCloseTo(0.7 * (pears?.paragraph ?? 0));
    expect(levels.findBest([{ term: termOf('Plums'), weight: 1 }], { limit: 9 })).toMatchObject([
      { index: 2, before: 0 },
    ]);
  });

  test('fill up with other facts if more are wanted, and find none without terms', () => {
    const plums = [{ term: termOf('Plums'), weight: 1 }];
    expect(
      levels.findBest(plums, { limit: 9, atLeast: 3 }).map(({ index, score }) => [index, score > 0]),
    ).toEqual([
      [2, true],
      [0, false],
      [1, false],
    ]);
    expect(levels.findBest(plums, { limit: 9, atLeast: 100 })).toHaveLength(4);
    expect(levels.findBest(plums, { limit: 2, atLeast: 100 })).toHaveLength(2);
    expect(levels.findBest([], { limit: 9, atLeast: 100 })).toEqual([]);
  });

  test('count the title less than the paragraph', () => {
    const found = levels.findBest([{ term: termOf('Trees'), weight: 1 }], { limit: 9 });
    expect(found).toMatchObject([{ index: 3, own: 0, paragraph: 0 }]);
    expect(found[0]?.score).toBeCloseTo(0.6 * (found[0]?.title ?? 0));
  });
});
