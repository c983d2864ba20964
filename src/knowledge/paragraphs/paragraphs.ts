import type { Span } from '../../text/sentences/sentences.ts';
import type { Link, Paragraph, Picture } from '../article/article.ts';

/** A text with what is linked and shown in it. Addresses are as the file has them. */
export interface InlineText {
  readonly text: string;
  readonly links: readonly Link[];
  readonly pictures: readonly Picture[];
}

/** What is alike in most paragraphs. */
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

/** A paragraph that stands by itself, outside any list, below no heading, but for what is given. */
export function buildParagraph(own: Pick<Paragraph, 'text' | 'block'> & Partial<Paragraph>): Paragraph {
  return { ...PLAIN, ...own };
}

/** Paragraphs of plain texts that stand one below the other. */
export function buildPlainParagraphs(texts: readonly string[]): readonly Paragraph[] {
  return texts.map((text, block) => buildParagraph({ text, block }));
}

export const EMPTY_INLINE: InlineText = { text: '', links: [], pictures: [] };

/** The part of a text from `start` to `end`, trimmed, with the links in it. */
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

/** The cells of a table row as one text, with the place of each in it; `text` is empty for a row of empty cells. */
export function joinCells(cells: readonly InlineText[]): InlineText & { readonly cells: readonly Span[] } {
  if (cells.every(({ text }) => text === ''))
    return { ...EMPTY_INLINE, pictures: cells.flatMap(({ pictures }) => pictures), cells: [] };
  const whole = cells.map(({ text }) => text).join(BETWEEN_CELLS);
  const skipped = whole.length - whole.trimStart().length;
  const text = whole.trim();
  const places: Span[] = [];
  const links: Link[] = [];
  let at = -skipped;
  for (const cell of cells) {
    const inText = (offset: number): number => Math.max(0, Math.min(text.length, at + offset));
    places.push({ start: inText(0), end: inText(cell.text.length) });
    for (const link of cell.links) links.push({ ...link, start: inText(link.start), end: inText(link.end) });
    at += cell.text.length + BETWEEN_CELLS.length;
  }
  return { text, links, pictures: cells.flatMap(({ pictures }) => pictures), cells: places };
}

/** `inline` with `mark` before it. */
export function prependMark(mark: string, { text, links, pictures }: InlineText): InlineText {
  const moved = links.map((link) => ({
    ...link,
    start: link.start + mark.length,
    end: link.end + mark.length,
  }));
  return { text: mark + text, links: moved, pictures };
}
