import type { Passage, PassageLine } from '../../answering/passage/passage.ts';
import { shorten, toPrintable } from '../../text/layout/printable.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { findNewAnswer, isSetOff } from '../../wording/passage-layout.ts';
import { escapeMarkdown, escapeWithin, touchesAddress } from '../kit/markdown/markdown.ts';
import { formatInline } from './passage-inline.ts';

/** How to show a passage. */
export interface PassageOptions {
  readonly texts: Texts;
  /** The question, whose own words are not highlighted; null to highlight nothing. */
  readonly asked: string | null;
  /** The label of the button that shows more, or null if there is no such button. */
  readonly moreButton: string | null;
  readonly maxChars: number;
  /** Whether each line has the mark of a quote: outside a card, only that tells the article's words from ours. */
  readonly isQuoted: boolean;
}

/** A part of a passage: a quote is shown whole or not at all, code is shown as far as its lines fit. */
type Block =
  | { readonly kind: 'quote'; readonly line: PassageLine; readonly lines: readonly string[] }
  | { readonly kind: 'code'; readonly line: PassageLine; readonly lines: readonly string[] };

const FENCE = '```';
/** Room for the line that says how much of the article is left. */
const MORE_CHARS = 120;

/**
 * Formats a passage in Discord's Markdown, with real lists, links and code blocks. Code blocks stand outside a quote, so that readers can
 * copy them. A passage that does not fit is cut at the end of a line, and a last line says how much is missing.
 */
export function formatPassage(passage: Passage, shown: PassageOptions): string {
  const { lines, left } = passage;
  const mark = shown.isQuoted ? '> ' : '';
  const fitting = new FittingLines(shown.maxChars - MORE_CHARS, mark);
  const blocks = lines.flatMap((line) => splitIntoBlocks(line, shown.asked, mark));
  let unshown = left;
  for (const [index, block] of blocks.entries()) {
    const isApart = isSetOff(block.line, blocks[index - 1]?.line);
    unshown += block.kind === 'code' ? fitting.addCode(block) : fitting.addQuote(block, isApart);
  }
  fitting.dropLast(new Set(blocks.flatMap(({ line, lines: own }) => (line.kind === 'heading' ? own : []))));
  const more = unshown === 0 ? [] : [buildMoreLine(unshown, shown)];
  return [...fitting.lines, ...more].join('\n');
}

function buildMoreLine(count: number, { texts, moreButton }: PassageOptions): string {
  const { more, pressForMore } = texts.answer;
  return `-# ${[more({ count }), ...(moreButton === null ? [] : [pressForMore({ button: moreButton })])].join(' ')}`;
}

/** Formats a line of a passage outside a quote, with a span in bold unless null; code becomes a code block. */
export function formatLine(line: PassageLine, bold: Span | null): string {
  if (line.kind !== 'code') return formatMarkedLines(line, bold).join('\n');
  const blocks = splitCode(line, '').map(({ kind, lines }) =>
    kind === 'quote' ? lines : [FENCE, ...lines, FENCE],
  );
  return blocks.flat().join('\n');
}

function splitIntoBlocks(line: PassageLine, asked: string | null, mark: string): readonly Block[] {
  if (line.kind === 'code') return splitCode(line, mark);
  const lines = formatMarkedLines(line, asked === null ? null : findHighlight(line, asked));
  return [{ kind: 'quote', line, lines: lines.map((text) => mark + text) }];
}

function findHighlight(line: PassageLine, asked: string): Span | null {
  const span = findNewAnswer(line, asked);
  return span === null || touchesAddress(line.text, span) ? null : span;
}

function formatMarkedLines(line: PassageLine, bold: Span | null): readonly string[] {
  const all = { start: 0, end: line.text.length };
  const [first = '', ...others] = formatInline(line, line.kind === 'heading' ? all : bold);
  const marker = toListMark(line.marker);
  return [marker + first, ...others.map((text) => ' '.repeat(marker.length) + text)];
}

/** Returns the mark of a list item in the form that Discord recognises. */
function toListMark(marker: string): string {
  const [, blanks = '', number] = /^( *)(?:(\d{1,9})[.)] |\S )?/.exec(marker) ?? [];
  if (marker.trim() === '') return blanks;
  return number === undefined ? `${blanks}- ` : `${blanks}${number}. `;
}

/**
 * Splits code into blocks. Discord ends a code block at the first three backticks, wherever they stand. So a line that holds three becomes
 * text, and the code continues in another block: nothing is changed, and readers copy exactly what the article says.
 */
function splitCode(line: PassageLine, mark: string): readonly Block[] {
  const blocks: { kind: Block['kind']; line: PassageLine; lines: string[] }[] = [];
  for (const text of line.text.split('\n')) {
    const shown = text.split('\t').map(toPrintable).join('\t').trimEnd();
    const kind = shown.includes(FENCE) ? 'quote' : 'code';
    const last = blocks.at(-1);
    if (kind === 'quote') blocks.push({ kind, line, lines: [mark + escapeMarkdown(shown)] });
    else if (last?.kind === 'code') last.lines.push(shown);
    else blocks.push({ kind, line, lines: [shown] });
  }
  return blocks.flatMap((block) => {
    const lines = trimBlankLines(block.lines);
    return lines.length === 0 ? [] : [{ ...block, lines }];
  });
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}

/** Drops blank lines at both ends: Discord hides them at the beginning, and shows no block that has only blank lines. */
function trimBlankLines(lines: readonly string[]): readonly string[] {
  return lines.slice(lines.findIndex(isFilled), lines.findLastIndex(isFilled) + 1);
}

/** Collects lines while there is room; accepts no line after one that did not fit. */
class FittingLines {
  readonly lines: string[] = [];
  #room: number;
  #isFull = false;
  readonly #mark: string;

  /** @param mark what stands before each line of a quote, also of a blank one */
  constructor(room: number, mark: string) {
    this.#room = room;
    this.#mark = mark;
  }

  /** Returns the number of parts of the article that did not fit: 1 or 0. */
  addQuote({ line, lines }: Block, isApart: boolean): number {
    const above = isApart && !this.#endsInCode() ? [this.#mark] : [];
    if (this.#take([...above, ...lines])) return 0;
    if (this.lines.length === 0 && !this.#isFull) {
      this.lines.push(this.#mark + escapeWithin(line.text, Math.max(0, this.#room - this.#mark.length)));
    }
    this.#isFull = true;
    return isCounted(line) ? 1 : 0;
  }

  /** Returns the number of lines of code that did not fit. */
  addCode({ lines }: Block): number {
    const open = this.lines.length;
    let shown = 0;
    if (this.#take([FENCE, FENCE])) {
      this.lines.pop();
      while (shown < lines.length && this.#take(lines.slice(shown, shown + 1))) shown += 1;
      if (shown === 0 && open === 0) this.lines.push(shorten(lines[0] ?? '', Math.max(0, this.#room)));
      this.lines.push(FENCE);
      if (shown === 0 && open > 0) this.lines.length = open;
    }
    this.#isFull ||= shown < lines.length;
    return lines.length - shown;
  }

  /** Drops headings and blank lines at the end, below which nothing fitted. */
  dropLast(headings: ReadonlySet<string>): void {
    while (this.#isFull && this.lines.length > 1 && this.#isAbove(this.lines.at(-1), headings))
      this.lines.pop();
  }

  #take(lines: readonly string[]): boolean {
    const chars = lines.reduce((sum, line) => sum + line.length + 1, 0);
    if (this.#isFull || chars > this.#room) return false;
    this.#room -= chars;
    this.lines.push(...lines);
    return true;
  }

  #isAbove(line: string | undefined, headings: ReadonlySet<string>): boolean {
    return line === this.#mark || (line !== undefined && headings.has(line));
  }

  #endsInCode(): boolean {
    return this.lines.at(-1) === FENCE;
  }
}

/** Returns whether a line that did not fit counts as missing: headings and continuations of a list item do not. */
function isCounted({ kind, marker }: PassageLine): boolean {
  return kind !== 'heading' && (kind !== 'item' || marker.trim() !== '');
}
