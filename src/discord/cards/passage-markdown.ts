import type { Passage, PassageLine } from '../../answering/passage/passage.ts';
import { printable } from '../../text/layout/printable.ts';
import { shorten } from '../../text/layout/shorten.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { isSetOff } from '../../wording/passage-layout.ts';
import { standOut } from '../../wording/stand-out.ts';
import { escapeMarkdown, escapeWithin, touchesAddress } from '../kit/markdown/markdown.ts';
import { formatInline } from './passage-inline.ts';

/** How a passage is to be shown. */
export interface PassageOptions {
  readonly texts: Texts;
  /** The question: what it says already does not stand out. Null where nothing is to. */
  readonly asked: string | null;
  /** The name of the button that shows more; null where there is none. */
  readonly moreButton: string | null;
  readonly maxChars: number;
}

/** A part of a passage that is shown whole or, of code, line by line. */
type Block =
  | { readonly kind: 'quote'; readonly line: PassageLine; readonly lines: readonly string[] }
  | { readonly kind: 'code'; readonly line: PassageLine; readonly lines: readonly string[] };

const FENCE = '```';
const BLANK = '> ';
/** The line that says how much is left has this room. */
const MORE_CHARS = 120;

/**
 * A passage in Discord's Markdown: quoted, with real lists, links to press, and code in blocks of its own. A code block is no quote, so that it can
 * be copied. What does not fit is cut at the end of a line, and told.
 */
export function formatPassage(passage: Passage, shown: PassageOptions): string {
  const { lines, left } = passage;
  const fitting = new FittingLines(shown.maxChars - MORE_CHARS);
  const blocks = lines.flatMap((line) => blocksOf(line, shown.asked));
  let unshown = left;
  for (const [place, block] of blocks.entries()) {
    const isApart = isSetOff(block.line, blocks[place - 1]?.line);
    unshown += block.kind === 'code' ? fitting.addCode(block) : fitting.addQuote(block, isApart);
  }
  fitting.dropLast(new Set(blocks.flatMap(({ line, lines: own }) => (line.kind === 'heading' ? own : []))));
  const more = unshown === 0 ? [] : [moreLine(unshown, shown)];
  return [...fitting.lines, ...more].join('\n');
}

function moreLine(count: number, { texts, moreButton }: PassageOptions): string {
  const { more, pressForMore } = texts.answer;
  return `-# ${[more(count), ...(moreButton === null ? [] : [pressForMore(moreButton)])].join(' · ')}`;
}

/** A line of a passage outside of a quote, perhaps with a stretch in bold; code with its block. */
export function formatLine(line: PassageLine, bold: Span | null): string {
  if (line.kind !== 'code') return markedLines(line, bold).join('\n');
  const blocks = codeBlocks(line).map(({ kind, lines }) =>
    kind === 'quote' ? lines : [FENCE, ...lines, FENCE],
  );
  return blocks.flat().join('\n');
}

function blocksOf(line: PassageLine, asked: string | null): readonly Block[] {
  if (line.kind === 'code') return codeBlocks(line);
  const lines = markedLines(line, asked === null ? null : boldIn(line, asked));
  return [{ kind: 'quote', line, lines: lines.map((text) => `> ${text}`) }];
}

function boldIn(line: PassageLine, asked: string): Span | null {
  const span = standOut(line, asked);
  return span === null || touchesAddress(line.text, span) ? null : span;
}

function markedLines(line: PassageLine, bold: Span | null): readonly string[] {
  const all = { start: 0, end: line.text.length };
  const [first = '', ...others] = formatInline(line, line.kind === 'heading' ? all : bold);
  const marker = listMark(line.marker);
  return [marker + first, ...others.map((text) => ' '.repeat(marker.length) + text)];
}

/** The mark of an item as Discord reads it. */
function listMark(marker: string): string {
  const [, blanks = '', number] = /^( *)(?:(\d{1,9})[.)] |\S )?/.exec(marker) ?? [];
  if (marker.trim() === '') return blanks;
  return number === undefined ? `${blanks}- ` : `${blanks}${number}. `;
}

/**
 * Discord ends a code block at the first three backticks, whatever stands before or between them. So a line that holds three is shown as text, and
 * the code goes on in another block behind it: nothing is changed, and what is copied is what the article says.
 */
function codeBlocks(line: PassageLine): readonly Block[] {
  const blocks: { kind: Block['kind']; line: PassageLine; lines: string[] }[] = [];
  for (const text of line.text.split('\n')) {
    const shown = text.split('\t').map(printable).join('\t').trimEnd();
    const kind = shown.includes(FENCE) ? 'quote' : 'code';
    const last = blocks.at(-1);
    if (kind === 'quote') blocks.push({ kind, line, lines: [`> ${escapeMarkdown(shown)}`] });
    else if (last?.kind === 'code') last.lines.push(shown);
    else blocks.push({ kind, line, lines: [shown] });
  }
  return blocks.flatMap((block) => {
    const lines = withoutBlankEnds(block.lines);
    return lines.length === 0 ? [] : [{ ...block, lines }];
  });
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}

/** Discord shows none at the beginning, and no block without anything else in it. */
function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  return lines.slice(lines.findIndex(isFilled), lines.findLastIndex(isFilled) + 1);
}

/** Lines as long as there is room for them; behind one that does not fit there is none. */
class FittingLines {
  readonly lines: string[] = [];
  #room: number;
  #isFull = false;

  constructor(room: number) {
    this.#room = room;
  }

  /** Gives how many parts of the article found no room: 1 or 0. */
  addQuote({ line, lines }: Block, isApart: boolean): number {
    const above = isApart && !this.#endsInCode() ? [BLANK] : [];
    if (this.#take([...above, ...lines])) return 0;
    if (this.lines.length === 0 && !this.#isFull) {
      this.lines.push(`> ${escapeWithin(line.text, Math.max(0, this.#room - 2))}`);
    }
    this.#isFull = true;
    return isCounted(line) ? 1 : 0;
  }

  /** Gives how many lines of code found no room. */
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

  /** Headings and blank lines that nothing has found room below. */
  dropLast(headings: ReadonlySet<string>): void {
    while (this.#isFull && this.lines.length > 1 && isAbove(this.lines.at(-1), headings)) this.lines.pop();
  }

  #take(lines: readonly string[]): boolean {
    const chars = lines.reduce((sum, line) => sum + line.length + 1, 0);
    if (this.#isFull || chars > this.#room) return false;
    this.#room -= chars;
    this.lines.push(...lines);
    return true;
  }

  #endsInCode(): boolean {
    return this.lines.at(-1) === FENCE;
  }
}

function isAbove(line: string | undefined, headings: ReadonlySet<string>): boolean {
  return line === BLANK || (line !== undefined && headings.has(line));
}

/** Whether a line is told of among those that are left: a heading is none of them, nor is what goes on in an item. */
function isCounted({ kind, marker }: PassageLine): boolean {
  return kind !== 'heading' && (kind !== 'item' || marker.trim() !== '');
}
