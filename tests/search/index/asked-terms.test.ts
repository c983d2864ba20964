import { describe, expect, test } from 'vitest';
import { findSaidIndexes, listTermSets, selectWantedTerms } from '../../../src/search/index/asked-terms.ts';
import { Aliases } from '../../../src/search/words/aliases.ts';
import { LexiconBuilder } from '../../../src/search/words/lexicon.ts';

const builder = new LexiconBuilder();
const [ccd = -1, customs = -1, directorate = -1, zebra = -1] = builder.read('CCD customs directorate zebra');
const aliases = new Aliases([
  { short: 'CCD', long: 'Customs Directorate' },
  { short: 'FTS', long: 'Tax Directorate' },
]);
const words = { lexicon: builder.build(), aliases };

describe('the wanted terms', () => {
  test('are the words asked, without those that no article holds', () => {
    expect(selectWantedTerms(['zebra', 'unicorn'], words)).toEqual([{ term: zebra, weight: 1 }]);
  });

  test('include the words of an alias’s long form, for half, as far as articles hold them', () => {
    expect(selectWantedTerms(['ccd', 'fts'], words)).toEqual([
      { term: customs, weight: 0.5 },
      { term: directorate, weight: 0.5 },
      { term: ccd, weight: 1 },
    ]);
  });
});

function listSets(...stems: readonly string[]) {
  return listTermSets(stems, words);
}

describe('the term sets that say a word', () => {
  test('are its own term and all terms of its long form', () => {
    expect(listSets('ccd', 'custom')).toEqual([[[ccd], [customs, directorate]], [[customs]]]);
  });

  test('leave out what no article holds, and a long form that none holds whole', () => {
    expect(listSets('unicorn', 'fts')).toEqual([[], []]);
  });
});

describe('the places of what is said', () => {
  const asked = listSets('custom', 'ccd', 'unicorn');
  const find = (...terms: readonly number[]) => findSaidIndexes(asked, (term) => terms.includes(term));

  test('are those of the words said, by themselves or by their whole long form', () => {
    expect(find(ccd)).toEqual(new Set([1]));
    expect(find(customs)).toEqual(new Set([0]));
    expect(find(customs, directorate)).toEqual(new Set([0, 1]));
    expect(find()).toEqual(new Set());
  });
});
