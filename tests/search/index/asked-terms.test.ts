import { describe, expect, it } from 'vitest';
import { selectWantedTerms } from '../../../src/search/index/asked-terms.ts';
import { Aliases } from '../../../src/search/words/aliases.ts';
import { Lexicon } from '../../../src/search/words/lexicon.ts';
import { markdownArticle } from '../../articles.ts';

const lexicon = new Lexicon();
const [ccd, customs, zebra] = lexicon.read('CCD customs zebra');
const aliases = new Aliases([
  markdownArticle('a.md', '---\ntitle: A\naliases:\n  CCD: Customs Directorate\n---\n\nText.\n'),
]);
const words = { lexicon, aliases };

describe('what is looked for', () => {
  it('are the words asked, without those that no article holds', () => {
    expect(selectWantedTerms(['zebra', 'unicorn'], words)).toEqual([{ term: zebra, weight: 1 }]);
  });

  it('is the long form of an alias too, for half', () => {
    expect(selectWantedTerms(['ccd'], words)).toEqual([
      { term: customs, weight: 0.5 },
      { term: ccd, weight: 1 },
    ]);
  });
});
