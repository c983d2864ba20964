import type { Span } from '../../text/sentences/sentences.ts';
import type { Link, Paragraph, Picture } from '../article/article.ts';

/** A text with its links and pictures. Addresses are as written in the file. */
export interface InlineText {
  readonly text: string;
  readonly links: readonly Link[];
  readonly pictures: readonly Picture[];
}

/** The values that most paragraphs have. */
const PLAIN = {
  kind: 'text',
  headings: [],
  section: 0,
  lead: null,
  depth: 0,
  marker: '',
  cells: null,
  links: [],
  pictures: [],
  line: null,
} as const;

/** Builds a paragraph. Without further values, it is outside any list and below no heading. */
export function buildParagraph(own: Pick<Paragraph, 'text' | 'block'> & Partial<Paragraph>): Paragraph {
  return { ...PLAIN, ...own };
}

/** Builds consecutive paragraphs of plain texts. */
export function buildPlainParagraphs(texts: readonly string[]): readonly Paragraph[] {
  return texts.map((text, block) => buildParagraph({ text, block }));
}

export const EMPTY_INLINE: InlineText = { text: '', links: [], pictures: [] };

/** Returns the text from `start` to `end`, trimmed, with its links. */
export function cutInlineText(
  { text, links, pictures }: InlineText,
  start: number,
  end = text.length,
): InlineText {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  const to = Math.max(from, start + part.trimEnd().length);
  return {
    text: text.slice(from, to),
    links: links
      .filter((link) => link.start < to && link.end > from)
      .map((link) => ({
        ...link,
        start: Math.max(link.start, from) - from,
        end: Math.min(link.end, to) - from,
      })),
    pictures,
  };
}

const BETWEEN_CELLS = ' | ';

/**
 * Joins the cells of a table row into one text, and gives the span of each cell. `text` is empty for a row of empty
 * cells.
 */
export function joinCells(cells: readonly InlineText[]): InlineText & { readonly cells: readonly Span[] } {
  if (cells.every(({ text }) => text === ''))
    return { ...EMPTY_INLINE, pictures: cells.flatMap(({ pictures }) => pictures), cells: [] };
  const whole = cells.map(({ text }) => text).join(BETWEEN_CELLS);
  const skipped = whole.length - whole.trimStart().length;
  const text = whole.trim();
  const spans: Span[] = [];
  const links: Link[] = [];
  let at = -skipped;
  for (const cell of cells) {
    const inText = (offset: number): number => Math.max(0, Math.min(text.length, at + offset));
    spans.push({ start: inText(0), end: inText(cell.text.length) });
    for (const link of cell.links) links.push({ ...link, start: inText(link.start), end: inText(link.end) });
    at += cell.text.length + BETWEEN_CELLS.length;
  }
  return { text, links, pictures: cells.flatMap(({ pictures }) => pictures), cells: spans };
}

/** Puts `mark` before a text. */
export function prependMark(mark: string, { text, links, pictures }: InlineText): InlineText {
  const moved = links.map((link) => ({
    ...link,
    start: link.start + mark.length,
    end: link.end + mark.length,
  }));
  return { text: mark + text, links: moved, pictures };
}
