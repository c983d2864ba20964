import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/knowledge/article/article.ts';
import {
  findBlock,
  findItem,
  findParentItem,
  findSection,
  type ParagraphRange,
} from '../../../src/knowledge/article/outline.ts';
import { markdownArticle } from '../../articles.ts';

const article = markdownArticle(
  'outline.md',
  `# Outline

Before all.

## One

A lead:

- first

  goes on
  - inner
    1. innermost
- second

### Deeper

Below.

## Two

- another list
`,
);

function placeOf(text: string, { paragraphs }: Article = article): number {
  return paragraphs.findIndex((paragraph) => paragraph.text === text);
}

function textsIn({ from, to }: ParagraphRange): readonly string[] {
  return article.paragraphs.slice(from, to).map(({ text }) => text);
}

describe('the outline of an article', () => {
  test('a block is a whole list with its inner lists, or one paragraph', () => {
    const list = ['first', 'goes on', 'inner', 'innermost', 'second'];
    for (const text of list) expect(textsIn(findBlock(article.paragraphs, placeOf(text)))).toEqual(list);
    expect(textsIn(findBlock(article.paragraphs, placeOf('A lead:')))).toEqual(['A lead:']);
  });

  test('an item includes all its paragraphs and inner lists', () => {
    const items = article.paragraphs;
    expect(textsIn(findItem(items, placeOf('first')))).toEqual(['first', 'goes on', 'inner', 'innermost']);
    expect(textsIn(findItem(items, placeOf('goes on')))).toEqual(['first', 'goes on', 'inner', 'innermost']);
    expect(textsIn(findItem(items, placeOf('inner')))).toEqual(['inner', 'innermost']);
    expect(textsIn(findItem(items, placeOf('second')))).toEqual(['second']);
    expect(textsIn(findItem(items, placeOf('Below.')))).toEqual(['Below.']);
  });

  test('an inner item has a parent', () => {
    expect(findParentItem(article.paragraphs, placeOf('innermost'))).toBe(placeOf('inner'));
    expect(findParentItem(article.paragraphs, placeOf('inner'))).toBe(placeOf('first'));
    expect(findParentItem(article.paragraphs, placeOf('second'))).toBeNull();
    expect(findParentItem(article.paragraphs, placeOf('Below.'))).toBeNull();
  });

  test('a section includes the text below its deeper headings', () => {
    const section = textsIn(findSection(article.paragraphs, placeOf('A lead:')));
    expect(section.at(0)).toBe('A lead:');
    expect(section.at(-1)).toBe('Below.');
    expect(textsIn(findSection(article.paragraphs, placeOf('Below.')))).toEqual(['Below.']);
    expect(textsIn(findSection(article.paragraphs, placeOf('Before all.')))).toEqual(['Before all.']);
  });
});
