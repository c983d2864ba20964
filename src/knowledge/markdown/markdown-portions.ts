import type { List, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type Definitions, findDefinitions, renderDefinitions } from '../paragraphs/markdown-definitions.ts';
import { estimateCost } from './markdown-cost.ts';

/** Only the text of a link is kept, so plain addresses need not become links. This saves a third of the time. */
const noAutolinks = { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } };

/**
 * Up to this size, the parser's time grows with the length; above it, for some syntax, with the square of the length.
 */
const PORTION_CHARS = 8 * 1024;
/** About two seconds on an idle machine: 5 MB of prose, 30,000 list items, or 20,000 rows of five cells. */
const MAX_COST = 5_000_000;
/** An indivisible piece, such as one list item, takes time with the square of its length. */
const WHOLE_CHARS = 4 * PORTION_CHARS;
/** A longer table head is not parsed again for each portion of its rows. */
const MAX_HEAD_CHARS = 2048;

/** The top-level nodes of one portion of a text. */
export interface Portion {
  readonly nodes: readonly RootContent[];
  /** The line of the file that holds the portion's first line. */
  readonly line: number;
  /**
   * True where the first node continues the last list or table of the portion before. A continued table repeats its
   * head.
   */
  readonly isContinuation: boolean;
  /** The addresses that the whole text defines, by their identifiers. */
  readonly addresses: Definitions;
}

/** Thrown where reading further would take too long. */
export class TooMuchMarkdownError extends Error {
  override readonly name = 'TooMuchMarkdownError';
  /** The line of the given text, from 1, on which the part begins that would take too long. */
  readonly line: number;

  constructor(line: number) {
    super(`reading the Markdown from line ${line} on would take too long`);
    this.line = line;
  }
}

/**
 * Splits `markdown` into portions of top-level nodes, in order. Together, the portions give the same nodes as parsing
 * the whole text, in time that grows with its length. A portion ends before a block that further text may belong to.
 * It may also end inside a list or table, which the next portion continues.
 *
 * @param portionChars at least 1; tests make it small
 * @throws {TooMuchMarkdownError} before it takes more than about two seconds
 */
export function splitIntoPortions(markdown: string, portionChars = PORTION_CHARS): Iterable<Portion> {
  requireReadable(markdown);
  const text = new PortionedText(markdown, portionChars);
  if (!markdown.includes(']:')) return text.readPortions(NO_DEFINITIONS);
  const definitions = new Map<string, string>();
  for (const { nodes } of text.readPortions(NO_DEFINITIONS))
    for (const [label, address] of findDefinitions(nodes))
      if (!definitions.has(label)) definitions.set(label, address);
  return text.readPortions(definitions);
}

const NO_DEFINITIONS: Definitions = new Map();

/** Rejects most texts that would take too long, before any part is parsed. */
function requireReadable(markdown: string): void {
  let cost = 0;
  for (let from = 0, line = 1; from < markdown.length; ) {
    const lineEnd = markdown.indexOf('\n', from + PORTION_CHARS);
    const portion = markdown.slice(from, lineEnd < 0 ? markdown.length : lineEnd + 1);
    cost += estimateCost(portion);
    if (cost > MAX_COST) throw new TooMuchMarkdownError(line);
    from += portion.length;
    line += portion.split('\n').length - 1;
  }
}

/** Parses a whole text. Tests compare portions with it. */
export function parseWhole(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm(), noAutolinks], mdastExtensions: [gfmFromMarkdown()] });
}

/** The start of a portion. */
interface Start {
  readonly offset: number;
  readonly line: number;
  /** True where the portion continues a list or table. */
  readonly isContinuation: boolean;
  /** The head of the table that the portion continues; else empty. */
  readonly head: string;
}

interface Next {
  readonly start: Start;
  /** The nodes before the start. */
  readonly nodes: readonly RootContent[];
}

class PortionedText {
  readonly #markdown: string;
  readonly #portionChars: number;
  #cost = 0;

  constructor(markdown: string, portionChars: number) {
    this.#markdown = markdown;
    this.#portionChars = portionChars;
  }

  *readPortions(definitions: Definitions): Iterable<Portion> {
    let start: Start | null = { offset: 0, line: 1, isContinuation: false, head: '' };
    for (let chars = this.#portionChars; start !== null; ) {
      const end = this.#findEnd(start.offset, chars);
      const nodes = this.#parse(start, end.offset, definitions);
      const next: Next | 'nowhere' | null =
        end.offset >= this.#markdown.length ? null : this.#findNextStart(start, nodes, end);
      if (next === 'nowhere') {
        chars *= 2;
        continue;
      }
      yield {
        nodes: next === null ? nodes : next.nodes,
        line: start.line,
        isContinuation: start.isContinuation,
        addresses: definitions,
      };
      start = next === null ? null : next.start;
      chars = this.#portionChars;
    }
  }

  /** Finds the end of a portion: after a blank line where one comes soon, or else after any line. */
  #findEnd(from: number, chars: number): { readonly offset: number; readonly isBlank: boolean } {
    const blank = /\n[ \t]*\n/g;
    blank.lastIndex = from + chars - 1;
    const found =
      this.#markdown.length <= from + chars ? null : blank.exec(this.#markdown.slice(0, from + 2 * chars));
    if (found !== null) return { offset: found.index + found[0].length, isBlank: true };
    const line = this.#markdown.indexOf('\n', from + chars);
    return { offset: line < 0 ? this.#markdown.length : line + 1, isBlank: false };
  }

  /** Parses a portion. The lines of its nodes count from the portion's first line. */
  #parse(start: Start, end: number, definitions: Definitions): readonly RootContent[] {
    const own = this.#markdown.slice(start.offset, end);
    this.#spend(own, start);
    const before = renderDefinitions(own, definitions);
    const linesBefore = before.split('\n').length - 1;
    const { children } = parseWhole(before + start.head + own);
    const headLines = start.head.split('\n').length - 1;
    const kept = children.filter((node) => (node.position?.start.line ?? 0) > linesBefore);
    for (const node of kept) shiftLines(node, linesBefore + headLines);
    return kept;
  }

  #spend(own: string, { line, head }: Start): void {
    const isWhole = own.length > WHOLE_CHARS && /^ {0,3}(?:>|[-*+]|\d{1,9}[.)]|\[\^)/.test(own);
    this.#cost += estimateCost(head + own) * (isWhole ? own.length / WHOLE_CHARS : 1);
    if (this.#cost > MAX_COST) throw new TooMuchMarkdownError(line);
  }

  /**
   * Finds the start of the next portion, and the nodes before it. Returns `nowhere` where all of them may be one
   * unfinished block.
   */
  #findNextStart(
    start: Start,
    nodes: readonly RootContent[],
    end: { readonly offset: number; readonly isBlank: boolean },
  ): Next | 'nowhere' {
    const last = nodes.at(-1);
    if (last === undefined) {
      const lines = this.#markdown.slice(start.offset, end.offset).split('\n').length - 1;
      return {
        start: { offset: end.offset, line: start.line + lines, isContinuation: false, head: '' },
        nodes,
      };
    }
    if (last.type === 'list' && last.children.length > 1) return this.#splitList(start, nodes, last);
    if (last.type === 'table' && last.children.length > 2) {
      const inside = this.#splitTable(start, nodes, last);
      if (inside !== null) return inside;
    }
    const index = findLastBlock(nodes);
    if (index === 0 || !end.isBlank) return 'nowhere';
    const line = readLine(nodes[index]);
    return { start: this.#findStart(start, line), nodes: nodes.slice(0, index) };
  }

  #splitList(start: Start, nodes: readonly RootContent[], list: List): Next {
    const kept: List = { ...list, children: list.children.slice(0, -1) };
    const next = this.#findStart(start, readLine(list.children.at(-1)));
    return { start: { ...next, isContinuation: true }, nodes: [...nodes.slice(0, -1), kept] };
  }

  #splitTable(start: Start, nodes: readonly RootContent[], table: Table): Next | null {
    const first = readLine(table);
    const isContinued = start.head !== '' && nodes.length === 1;
    const from = this.#findStart(start, first).offset;
    const head = isContinued
      ? start.head
      : this.#markdown.slice(from, this.#findStart(start, first + 2).offset);
    if (head.length > MAX_HEAD_CHARS) return null;
    const kept: Table = { ...table, children: table.children.slice(0, -1) };
    const next = this.#findStart(start, readLine(table.children.at(-1)));
    return { start: { ...next, isContinuation: true, head }, nodes: [...nodes.slice(0, -1), kept] };
  }

  /** Returns the start of a line whose number counts from the first line of the portion at `start`. */
  #findStart({ offset, line }: Start, counted: number): Start {
    let at = offset;
    for (let before = 1; before < counted; before += 1) at = this.#markdown.indexOf('\n', at) + 1;
    return { offset: at, line: line + counted - 1, isContinuation: false, head: '' };
  }
}

/**
 * A paragraph right below definitions would be something else without them, such as code. Right below code or HTML,
 * the parser takes a list mark for text.
 */
const JOINED: ReadonlySet<string> = new Set(['definition', 'code', 'html']);

function findLastBlock(nodes: readonly RootContent[]): number {
  const isJoined = (index: number): boolean => {
    const before = nodes[index - 1];
    return (
      before !== undefined &&
      JOINED.has(before.type) &&
      before.position?.end.line === readLine(nodes[index]) - 1
    );
  };
  let index = nodes.length - 1;
  while (isJoined(index)) index -= 1;
  return index;
}

function readLine(node: { readonly position?: RootContent['position'] } | undefined): number {
  return node?.position?.start.line ?? 1;
}

/** Subtracts `linesBefore` from the line numbers of `node` and of all nodes below it. */
function shiftLines(node: RootContent, linesBefore: number): void {
  if (linesBefore === 0) return;
  const { position } = node;
  if (position !== undefined) {
    position.start.line -= linesBefore;
    position.end.line -= linesBefore;
  }
  if ('children' in node) for (const child of node.children) shiftLines(child, linesBefore);
}
