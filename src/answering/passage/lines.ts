import type { Article, Link, Paragraph } from '../../knowledge/article/article.ts';
import { findBlock, MAX_PARAGRAPHS } from '../../knowledge/article/outline.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import { denies } from '../question/polarity.ts';
import type { PassageLine } from './passage.ts';
import type { Piece } from './pieces.ts';

const BETWEEN_CELLS = ' · ';

/** The span of a paragraph that is the short answer. */
export interface LocatedAnswer extends Span {
  /** The paragraph's index in the article. */
  readonly paragraphIndex: number;
}

/** Builds the lines of pieces of an article, with the headings between them. */
export function buildLines(
  article: Article,
  pieces: readonly Piece[],
  answer: LocatedAnswer | null,
): readonly PassageLine[] {
  const depths = pieces
    .filter(({ paragraph }) => paragraph.depth > 0)
    .map(({ paragraph }) => paragraph.depth);
  const outermost = Math.min(...depths);
  const lines: PassageLine[] = [];
  let headings = pieces[0]?.paragraph.headings ?? [];
  const negation = findDenyingHeading(pieces[0]);
  if (negation !== null) lines.push(buildHeadingLine(negation));
  for (const [index, piece] of pieces.entries()) {
    if (isHeadToldBy(piece, pieces[index + 1])) continue;
    for (const heading of findNewHeadings(headings, piece.paragraph.headings))
      lines.push(buildHeadingLine(heading));
    headings = piece.paragraph.headings;
    const own = answer?.paragraphIndex === piece.paragraphIndex ? answer : null;
    lines.push(buildLine(article, piece, { outermost, answer: own }));
  }
  return lines;
}

/** Finds the heading above a list without any other introduction, if it denies or forbids: the items alone would say the opposite. */
function findDenyingHeading(first: Piece | undefined): string | null {
  const heading = first?.paragraph.headings.at(-1) ?? null;
  return first?.paragraph.kind === 'item' && heading !== null && denies(heading) ? heading : null;
}

/** Returns whether the rows below repeat a header row. */
function isHeadToldBy(piece: Piece, next: Piece | undefined): boolean {
  return piece.paragraph.kind === 'head' && next?.paragraph.block === piece.paragraph.block;
}

/** Finds the headings that begin between two paragraphs. */
function findNewHeadings(before: readonly string[], after: readonly string[]): readonly string[] {
  const same = after.findIndex((heading, level) => before[level] !== heading);
  return same < 0 ? [] : after.slice(same);
}

function buildHeadingLine(text: string): PassageLine {
  return { kind: 'heading', marker: '', text, links: [], answer: null };
}

function buildLine(
  article: Article,
  { paragraphIndex, paragraph, start, end }: Piece,
  { outermost, answer }: { readonly outermost: number; readonly answer: Span | null },
): PassageLine {
  const { kind, cells } = paragraph;
  if (cells !== null) {
    const header = kind === 'row' ? findHeader(article, paragraphIndex) : null;
    return buildRowLine({ paragraphIndex, paragraph, start, end }, header, cells, answer);
  }
  const depth = paragraph.depth > 0 ? Math.min(paragraph.depth - outermost, MAX_INDENT) : 0;
  // Further paragraphs of an item are indented like its words.
  const marker = paragraph.depth > 0 && paragraph.marker === '' ? '  ' : paragraph.marker;
  return {
    kind: kind === 'head' ? 'row' : kind,
    marker: '  '.repeat(depth) + (start === 0 ? marker : ''),
    text: paragraph.text.slice(start, end),
    links: moveLinks(paragraph.links, { start, end }, -start),
    answer: moveAnswer(answer, { start, end }, -start),
  };
}

const MAX_INDENT = 6;

/** Finds the header row of the table that holds the row at `paragraphIndex`, or null if it has none. */
function findHeader({ paragraphs }: Article, paragraphIndex: number): Paragraph | null {
  const { from } = findBlock(paragraphs, paragraphIndex);
  const first = paragraphs[from];
  if (first?.kind === 'head') return first;
  // In a list item, other paragraphs precede the table.
  for (let at = paragraphIndex - 1; at >= Math.max(from, paragraphIndex - MAX_PARAGRAPHS); at -= 1) {
    const paragraph = paragraphs[at];
    if (paragraph?.kind === 'head') return paragraph;
  }
  return null;
}

function buildRowLine(
  { paragraph: row, start, end }: Piece,
  header: Paragraph | null,
  cells: readonly Span[],
  answer: Span | null,
): PassageLine {
  let text = '';
  let placed: Span | null = null;
  const links: Link[] = [];
  for (const [column, whole] of cells.entries()) {
    const cell = clip(whole, { start, end });
    if (cell === null) continue;
    const name = header?.cells?.[column];
    const label =
      name === undefined ? '' : (header?.text.slice(name.start, name.end).replace(/:$/, '') ?? '');
    text += (text === '' ? '' : BETWEEN_CELLS) + (label === '' ? '' : `${label}: `);
    const by = text.length - cell.start;
    links.push(...moveLinks(row.links, cell, by));
    placed ??= moveAnswer(answer, cell, by);
    text += row.text.slice(cell.start, cell.end);
  }
  return { kind: 'row', marker: '', text, links, answer: placed };
}

/** Moves the links inside a span. */
function moveLinks(links: readonly Link[], from: Span, by: number): readonly Link[] {
  return links.flatMap((link) => {
    const span = clip(link, from);
    return span === null ? [] : [{ ...link, start: span.start + by, end: span.end + by }];
  });
}

/** Moves the answer inside a span, or null if the span does not hold all of it. */
function moveAnswer(answer: Span | null, { start, end }: Span, by: number): Span | null {
  if (answer === null || answer.start < start || answer.end > end) return null;
  return { start: answer.start + by, end: answer.end + by };
}

function clip(span: Span, { start, end }: Span): Span | null {
  const both = { start: Math.max(span.start, start), end: Math.min(span.end, end) };
  return both.start < both.end ? both : null;
}
