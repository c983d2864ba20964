import type { Article, Link, Paragraph } from '../../knowledge/article/article.ts';
import { findBlock, MAX_PARAGRAPHS } from '../../knowledge/article/outline.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import { denies } from '../question/polarity.ts';
import type { PassageLine } from './passage.ts';
import type { Piece } from './pieces.ts';

const BETWEEN_CELLS = ' · ';

/** The stretch of a paragraph that is the short answer. */
export interface PlacedAnswer extends Span {
  /** The paragraph's place in the article, from 0. */
  readonly place: number;
}

/** The lines that pieces of an article make, with the headings that stand between them. */
export function linesOf(
  article: Article,
  pieces: readonly Piece[],
  answer: PlacedAnswer | null,
): readonly PassageLine[] {
  const depths = pieces
    .filter(({ paragraph }) => paragraph.depth > 0)
    .map(({ paragraph }) => paragraph.depth);
  const outermost = Math.min(...depths);
  const lines: PassageLine[] = [];
  let headings = pieces[0]?.paragraph.headings ?? [];
  const denial = denyingHeading(pieces[0]);
  if (denial !== null) lines.push(headingLine(denial));
  for (const [index, piece] of pieces.entries()) {
    if (isHeadToldBy(piece, pieces[index + 1])) continue;
    for (const heading of newHeadings(headings, piece.paragraph.headings)) lines.push(headingLine(heading));
    headings = piece.paragraph.headings;
    const own = answer?.place === piece.place ? answer : null;
    lines.push(lineOf(article, piece, { outermost, answer: own }));
  }
  return lines;
}

/** The heading above a list that nothing else introduces, where it denies or forbids: its items alone would say the opposite. */
function denyingHeading(first: Piece | undefined): string | null {
  const heading = first?.paragraph.headings.at(-1) ?? null;
  return first?.paragraph.kind === 'item' && heading !== null && denies(heading) ? heading : null;
}

/** Rows tell their headers. */
function isHeadToldBy(piece: Piece, next: Piece | undefined): boolean {
  return piece.paragraph.kind === 'head' && next?.paragraph.block === piece.paragraph.block;
}

/** The headings that open between two paragraphs. */
function newHeadings(before: readonly string[], after: readonly string[]): readonly string[] {
  const same = after.findIndex((heading, level) => before[level] !== heading);
  return same < 0 ? [] : after.slice(same);
}

function headingLine(text: string): PassageLine {
  return { kind: 'heading', marker: '', text, links: [], answer: null };
}

function lineOf(
  article: Article,
  { place, paragraph, start, end }: Piece,
  { outermost, answer }: { readonly outermost: number; readonly answer: Span | null },
): PassageLine {
  const { kind, cells } = paragraph;
  if (cells !== null) {
    const header = kind === 'row' ? headerOf(article, place) : null;
    return rowLine({ place, paragraph, start, end }, header, { cells, answer });
  }
  const depth = paragraph.depth > 0 ? Math.min(paragraph.depth - outermost, MAX_INDENT) : 0;
  // What goes on below an item's first paragraph stands below its words.
  const marker = paragraph.depth > 0 && paragraph.marker === '' ? '  ' : paragraph.marker;
  return {
    kind: kind === 'head' ? 'row' : kind,
    marker: '  '.repeat(depth) + (start === 0 ? marker : ''),
    text: paragraph.text.slice(start, end),
    links: moved(paragraph.links, { from: { start, end }, by: -start }),
    answer: within(answer, { start, end }, -start),
  };
}

const MAX_INDENT = 6;

/** The header row of the table that the row at `place` stands in; null where it has none. */
function headerOf({ paragraphs }: Article, place: number): Paragraph | null {
  const { from } = findBlock(paragraphs, place);
  const first = paragraphs[from];
  if (first?.kind === 'head') return first;
  // In a list item, more stands above the table.
  for (let at = place - 1; at >= Math.max(from, place - MAX_PARAGRAPHS); at -= 1) {
    const paragraph = paragraphs[at];
    if (paragraph?.kind === 'head') return paragraph;
  }
  return null;
}

function rowLine(
  { paragraph: row, start, end }: Piece,
  header: Paragraph | null,
  { cells, answer }: { readonly cells: readonly Span[]; readonly answer: Span | null },
): PassageLine {
  let text = '';
  let placed: Span | null = null;
  const links: Link[] = [];
  for (const [column, whole] of cells.entries()) {
    const cell = clipped(whole, { start, end });
    if (cell === null) continue;
    const name = header?.cells?.[column];
    const label =
      name === undefined ? '' : (header?.text.slice(name.start, name.end).replace(/:$/, '') ?? '');
    text += (text === '' ? '' : BETWEEN_CELLS) + (label === '' ? '' : `${label}: `);
    const by = text.length - cell.start;
    links.push(...moved(row.links, { from: cell, by }));
    placed ??= within(answer, cell, by);
    text += row.text.slice(cell.start, cell.end);
  }
  return { kind: 'row', marker: '', text, links, answer: placed };
}

/** The links inside a stretch, their places moved. */
function moved(
  links: readonly Link[],
  { from, by }: { readonly from: Span; readonly by: number },
): readonly Link[] {
  return links.flatMap((link) => {
    const span = clipped(link, from);
    return span === null ? [] : [{ ...link, start: span.start + by, end: span.end + by }];
  });
}

/** The answer in a stretch, moved; null where it does not stand in it as a whole. */
function within(answer: Span | null, { start, end }: Span, by: number): Span | null {
  if (answer === null || answer.start < start || answer.end > end) return null;
  return { start: answer.start + by, end: answer.end + by };
}

function clipped(span: Span, { start, end }: Span): Span | null {
  const both = { start: Math.max(span.start, start), end: Math.min(span.end, end) };
  return both.start < both.end ? both : null;
}
