import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../src/search/documents.ts';
import { Lexicon } from '../../src/search/lexicon.ts';
import { markdownArticle, plainArticle } from '../articles.ts';

const listed = markdownArticle(
  'listed.md',
  '---\ntitle: Rules\naliases:\n  CCD: Customs Cooperation Directorate\n---\n\n## Costs\n\nFees are these:\n\n- One euro. Two cents.\n- Nothing.\n',
);

describe('the documents of a base', () => {
  const lexicon = new Lexicon();
  const documents = readDocuments(
    [plainArticle('First', 'Apples grow. Pears too.', 'Plums.'), listed],
    lexicon,
  );
  const termsOf = (words: string): readonly number[] => {
    const size = lexicon.size;
    const terms = lexicon.read(words);
    expect(lexicon.size).toBe(size);
    return terms;
  };

  it('are its sentences over all articles', () => {
    expect(documents.facts).toEqual(
      ['Apples grow', 'Pears too', 'Plums', 'Fees are these', 'One euro', 'Two cents', 'Nothing'].map(
        termsOf,
      ),
    );
  });

  it('are its paragraphs with their headings and what introduces them', () => {
    expect(documents.paragraphs).toEqual(
      [
        'Apples grow Pears too',
        'Plums',
        'Costs Fees are these',
        'Costs Fees are these One euro Two cents',
        'Costs Fees are these Nothing',
      ].map(termsOf),
    );
  });

  it('are its titles with both forms of the aliases', () => {
    expect(documents.titles).toEqual(['First', 'Rules CCD Customs Cooperation Directorate'].map(termsOf));
  });

  it('tell for each sentence its paragraph over all articles and its article', () => {
    expect(Array.from(documents.paragraphOf)).toEqual([0, 0, 1, 2, 3, 3, 4]);
    expect(Array.from(documents.articleOf)).toEqual([0, 0, 0, 1, 1, 1, 1]);
  });

  it('may be none', () => {
    expect(readDocuments([], new Lexicon())).toMatchObject({ facts: [], paragraphs: [], titles: [] });
  });
});
