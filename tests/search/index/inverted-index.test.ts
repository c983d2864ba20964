import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WeightedTerm } from '../../../src/search/index/bm25.ts';
import { InvertedIndex } from '../../../src/search/index/inverted-index.ts';
import { Level } from '../../../src/search/index/level.ts';
import { TermLists } from '../../../src/search/terms/term-lists.ts';
import { TermNumbers } from '../../../src/search/terms/term-numbers.ts';

const TERM_COUNT = 6;
const document = fc.array(fc.nat(TERM_COUNT - 1), { maxLength: 12 });
const collection = fc.array(document, { maxLength: 12 });
const query = fc.uniqueArray(
  fc.record({ term: fc.nat(TERM_COUNT - 1), weight: fc.constantFrom(0.5, 1, 2) }),
  { selector: ({ term }) => term },
);

/** BM25 as the textbook writes it, one document at a time, with the k1 and b that the index documents. */
function naiveScore(
  documents: readonly (readonly number[])[],
  index: number,
  terms: readonly WeightedTerm[],
): number {
  const [k1, b] = [0.8, 0.4];
  const own = documents[index] ?? [];
  const average = documents.reduce((sum, each) => sum + each.length, 0) / documents.length;
  return terms.reduce((sum, { term, weight }) => {
    const holding = documents.filter((each) => each.includes(term)).length;
    const idf = Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
    const count = own.filter((each) => each === term).length;
    const normalised = k1 * (1 - b + (b * own.length) / Math.max(1, average));
    return sum + (count === 0 ? 0 : weight * idf * ((count * (k1 + 1)) / (count + normalised)));
  }, 0);
}

const indexOf = (documents: readonly (readonly number[])[]) =>
  InvertedIndex.build(TermLists.create(documents), TERM_COUNT);

/** A level of one segment with these documents. */
const levelOf = (documents: readonly (readonly number[])[]) =>
  new Level([{ documents: indexOf(documents), terms: TermNumbers.createSame(TERM_COUNT) }]);

const scoresOf = (
  documents: readonly (readonly number[])[],
  terms: readonly WeightedTerm[],
): readonly number[] =>
  levelOf(documents)
    .computeScores(terms)
    .flatMap((scores) => [...scores]);

describe('the inverted index', () => {
  test('scores every document as a naive BM25 does', () => {
    fc.assert(
      fc.property(collection, query, (documents, terms) => {
        const scores = scoresOf(documents, terms);
        expect(scores).toHaveLength(documents.length);
        for (const [index, score] of scores.entries()) {
          expect(score).toBeCloseTo(naiveScore(documents, index, terms), 4);
        }
      }),
    );
  });

  test('knows which documents hold a term, and how many', () => {
    fc.assert(
      fc.property(collection, (documents) => {
        const index = indexOf(documents);
        for (let term = 0; term < TERM_COUNT; term++) {
          const holding = documents.map((each) => each.includes(term));
          expect(documents.map((_, number) => index.holds(term, number))).toEqual(holding);
          expect(index.countDocuments(term)).toBe(holding.filter(Boolean).length);
        }
      }),
    );
  });

  test('counts a term as more telling if fewer documents hold it, and most if none does', () => {
    const index = levelOf([[0, 1, 2], [0, 1], [0]]);
    const idfs = [0, 1, 2, 3].map((term) => index.idf(term));
    expect(idfs).toEqual(idfs.toSorted((a, b) => a - b));
    expect(new Set(idfs).size).toBe(4);
    expect(idfs[0]).toBeGreaterThan(0);
    expect(index.idf(3)).toBe(index.idfOfUnknown);
  });

  test('scores a short document above a long one that says a term as often', () => {
    const [short = 0, long = 0] = scoresOf([[0], [0, 1, 1, 1]], [{ term: 0, weight: 1 }]);
    expect(short).toBeGreaterThan(long);
  });

  test('may hold no document', () => {
    expect(scoresOf([], [])).toEqual([]);
    expect(levelOf([]).idfOfUnknown).toBeGreaterThan(0);
  });
});
