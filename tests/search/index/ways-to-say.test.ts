import { describe, expect, it } from 'vitest';
import { findSaidPlaces, listTermSets } from '../../../src/search/index/ways-to-say.ts';
import { Aliases } from '../../../src/search/words/aliases.ts';
import { Lexicon } from '../../../src/search/words/lexicon.ts';
import { markdownArticle } from '../../articles.ts';

const lexicon = new Lexicon();
const [ccd = -1, customs = -1, directorate = -1] = lexicon.read('CCD customs directorate');
const aliases = new Aliases([
  markdownArticle(
    'a.md',
    '---\ntitle: A\naliases:\n  CCD: Customs Directorate\n  FTS: Tax Directorate\n---\n\nText.\n',
  ),
]);
const waysOf = (...stems: readonly string[]) => listTermSets(stems, { lexicon, aliases });

describe('the ways to say a word', () => {
  it('are its own term and all terms of its long form', () => {
    expect(waysOf('ccd', 'custom')).toEqual([[[ccd], [customs, directorate]], [[customs]]]);
  });

  it('leave out what no article holds, and a long form that none holds whole', () => {
    expect(waysOf('unicorn', 'fts')).toEqual([[], []]);
  });
});

describe('the places of what is said', () => {
  const asked = waysOf('custom', 'ccd', 'unicorn');
  const said = (...terms: readonly number[]) => findSaidPlaces(asked, (term) => terms.includes(term));

  it('are those of the words said, by themselves or by their whole long form', () => {
    expect(said(ccd)).toEqual(new Set([1]));
    expect(said(customs)).toEqual(new Set([0]));
    expect(said(customs, directorate)).toEqual(new Set([0, 1]));
    expect(said()).toEqual(new Set());
  });
});
