import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SharedParts } from '../../../src/search/index/documents.ts';
import { InvertedIndex } from '../../../src/search/index/inverted-index.ts';
import { Level, type ScoredDocuments } from '../../../src/search/index/level.ts';
import { ParagraphIndex } from '../../../src/search/index/paragraph-index.ts';
import { TermLists } from '../../../src/search/terms/term-lists.ts';
import { TermNumbers } from '../../../src/search/terms/term-numbers.ts';

const TERM_COUNT = 6;
const terms = fc.array(fc.nat(TERM_COUNT - 1), { maxLength: 4 });
/** The digits of a text are its terms, so that equal texts are equal headings. */
const text = terms.map((each) => each.join(''));
const read = (digits: string): readonly number[] => Array.from(digits, Number);
const paragraphs = fc.array(
  fc.record({
    headings: fc.array(text, { maxLength: 3 }),
    lead: fc.option(text),
    own: terms,
    endsArticle: fc.boolean(),
  }),
  { maxLength: 12 },
);
const query = fc.uniqueArray(
  fc.record({ term: fc.nat(TERM_COUNT - 1), weight: fc.constantFrom(0.5, 1, 2) }),
  { selector: ({ term }) => term },
);

const levelOf = (documents: ScoredDocuments) =>
  new Level([{ documents, terms: TermNumbers.createSame(TERM_COUNT) }]);

test('scores like an index of paragraphs that repeat all text above them, to the last bit', () => {
  fc.assert(
    fc.property(paragraphs, query, (given, asked) => {
      const above = new SharedParts(read);
      for (const { headings, lead, endsArticle } of given) {
        above.add({ headings, lead });
        if (endsArticle) above.endArticle();
      }
      const own = TermLists.create(given.map((each) => each.own));
      const index = ParagraphIndex.build({ own, ...above.build() }, TERM_COUNT);
      const repeated = given.map((each) =>
        [...each.headings, each.lead ?? ''].flatMap(read).concat(each.own),
      );
      const naive = InvertedIndex.build(TermLists.create(repeated), TERM_COUNT);
      expect(levelOf(index).computeScores(asked)).toEqual(levelOf(naive).computeScores(asked));
      for (const [paragraph] of given.entries())
        for (let term = 0; term < TERM_COUNT; term++)
          expect(index.holds(term, paragraph)).toBe(naive.holds(term, paragraph));
    }),
    { numRuns: 2_000 },
  );
});
