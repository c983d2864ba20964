import type { Paragraph } from '../../src/knowledge/article/article.ts';
import { readMarkdown } from '../../src/knowledge/markdown/markdown.ts';
import { type CollectedBlocks, MarkdownBlocks } from '../../src/knowledge/markdown/markdown-blocks.ts';
import { splitIntoPortions } from '../../src/knowledge/markdown/markdown-portions.ts';

/** Reads a Markdown text with the title “Title” that begins on line 4 of its file. */
export function readBody(body: string, title = 'Title'): CollectedBlocks {
  const result = readMarkdown({ body, bodyLine: 4 }, title);
  if (result.kind === 'problem') throw new Error(result.problem.cause.code);
  return result;
}

export function paragraphsOf(body: string, title = 'Title'): readonly Paragraph[] {
  return readBody(body, title).paragraphs;
}

/** Reads the same text in portions of this number of characters, from line 1 on. */
export function readInPortions(body: string, portionChars: number): CollectedBlocks {
  const collected = new MarkdownBlocks('Title');
  for (const portion of splitIntoPortions(body, portionChars)) collected.add(portion);
  return collected.finish();
}

/** Renders the headings and the text of a paragraph, as in `Pets › Dogs are allowed.`. */
export function underHeadings({ headings, text }: Paragraph): string {
  return [...headings, text].join(' › ');
}

/** Returns the linked words of paragraphs with their addresses. */
export function linksIn(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs.flatMap(({ text, links }) =>
    links.map(({ start, end, address }) => `${text.slice(start, end)} → ${address}`),
  );
}
