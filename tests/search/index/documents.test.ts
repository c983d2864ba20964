import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../../src/search/index/documents.ts';
import type { ParagraphTerms } from '../../../src/search/index/paragraph-index.ts';
import type { TermLists } from '../../../src/search/terms/term-lists.ts';
import { LexiconBuilder } from '../../../src/search/words/lexicon.ts';
import { markdownArticle, plainArticle } from '../../articles.ts';

const listed = markdownArticle(
  'listed.md',
  '---\ntitle: Rules\naliases:\n  CCD: Customs Cooperation Directorate\n---\n\n## Costs\n\nFees are these:\n\n- One euro. Two cents.\n- Nothing.\n',
);

describe('the documents of a base', () => {
  const lexicon = new LexiconBuilder();
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

  test('are its sentences over all articles', () => {
    expect(listsOf(documents.facts)).toEqual(
      ['Apples grow', 'Pears too', 'Plums', 'Fees are these', 'One euro', 'Two cents', 'Nothing'].map(
        termsOf,
      ),
    );
  });

  test('are its paragraphs with their headings and leads', () => {
    expect(wholeParagraphs(documents.paragraphs)).toEqual(
      [
        'Apples grow Pears too',
        'Plums',
        'Costs Fees are these',
        'Costs Fees are these One euro Two cents',
        'Costs Fees are these Nothing',
      ].map(termsOf),
    );
  });

  test('are its titles with both forms of the aliases', () => {
    expect(listsOf(documents.titles)).toEqual(
      ['First', 'Rules CCD Customs Cooperation Directorate'].map(termsOf),
    );
  });

  test('tell for each sentence its paragraph over all articles and its article', () => {
    expect(Array.from(documents.paragraphOf)).toEqual([0, 0, 1, 2, 3, 3, 4]);
    expect(Array.from(documents.articleOf)).toEqual([0, 0, 0, 1, 1, 1, 1]);
  });

  test('may be none', () => {
    const { facts, paragraphs, titles } = readDocuments([], new LexiconBuilder());
    expect([facts, paragraphs.own, titles].map(({ count }) => count)).toEqual([0, 0, 0]);
    expect(paragraphs.parts).toEqual([]);
  });

  test('hold a heading above many paragraphs once', () => {
    const items = Array.from({ length: 100 }, (_, number) => `- Item ${number}.\n`).join('');
    const text = `---\ntitle: T\n---\n\n# Long heading of many words\n\n## Costs\n\nFees are these:\n\n${items}\n## Times\n\nLate.\n`;
    const { paragraphs } = readDocuments([markdownArticle('a.md', text)], new LexiconBuilder());
    expect(paragraphs.parts.map(({ terms, from, to, outer }) => [terms.length, from, to, outer])).toEqual([
      [5, 0, 102, -1],
      [1, 0, 101, 0],
      [3, 1, 101, 1],
      [1, 101, 102, 0],
    ]);
  });
});

function listsOf(lists: TermLists): readonly (readonly number[])[] {
  return Array.from({ length: lists.count }, (_, list) => [...lists.read(list)]);
}

/** Each paragraph with all that stands above it. */
function wholeParagraphs({ own, parts, partOf }: ParagraphTerms): readonly (readonly number[])[] {
  const above = (part: number | undefined): readonly number[] => {
    const found = part === undefined ? undefined : parts[part];
    return found === undefined ? [] : [...above(found.outer), ...found.terms];
  };
  return listsOf(own).map((terms, paragraph) => [...above(partOf[paragraph]), ...terms]);
}
