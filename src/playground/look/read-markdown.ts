import type { LookNode } from '../wire/look-node.ts';
import { type Names, readInline } from './read-inline.ts';

/** A kind of block that begins at the start of a line: the lines that belong to it, and what they become. */
interface Block {
  /** The whole block at the start of the text; the line's end behind it is taken too. */
  readonly pattern: RegExp;
  readonly build: (taken: string, names: Names) => LookNode;
}

const BLOCKS: readonly Block[] = [
  { pattern: /^```(?:[\w+-]*\n)?([\s\S]+?)\n?```\n?/, build: buildCodeBlock },
  { pattern: /^>>> [\s\S]+/, build: (taken, names) => buildQuote(taken.slice(4), names) },
  {
    pattern: /^(?:> .*(?:\n|$))+/,
    build: (taken, names) => buildQuote(taken.replace(/^> /gm, '').replace(/\n$/, ''), names),
  },
  { pattern: /^#{1,3} .+(?:\n|$)/, build: buildHeading },
  {
    pattern: /^ *-# .+(?:\n|$)/,
    build: (taken, names) => ({
      kind: 'small',
      inner: readInline(taken.trim().slice(3).trim(), names),
    }),
  },
  {
    pattern: /^ *[-*] .*(?:\n|$)(?: *[-*] .*(?:\n|$)| +\S.*(?:\n|$))*/,
    build: (taken, names) => ({ kind: 'bullets', inner: readItems(taken, names) }),
  },
  {
    pattern: /^ *\d+\. .*(?:\n|$)(?: *\d+\. .*(?:\n|$)| +\S.*(?:\n|$))*/,
    build: (taken, names) => ({
      kind: 'numbers',
      start: Number.parseInt(taken, 10),
      inner: readItems(taken, names),
    }),
  },
];

/** Reads Discord's Markdown: blocks first, then what stands in them. */
export function readMarkdown(markdown: string, names: Names): readonly LookNode[] {
  const nodes: LookNode[] = [];
  let text = '';
  let rest = markdown;
  const flush = (): void => {
    nodes.push(...readInline(text, names));
    text = '';
  };
  while (rest !== '') {
    const block = BLOCKS.find(({ pattern }) => pattern.test(rest));
    const taken = block?.pattern.exec(rest)?.[0] ?? /^.*(?:\n|$)/.exec(rest)?.[0] ?? rest;
    rest = rest.slice(taken.length);
    if (block === undefined) text += taken;
    else {
      flush();
      nodes.push(block.build(taken, names));
    }
  }
  flush();
  return nodes;
}

function buildQuote(inner: string, names: Names): LookNode {
  return { kind: 'quote', inner: readMarkdown(inner, names) };
}

function buildHeading(taken: string, names: Names): LookNode {
  const level = taken.indexOf(' ');
  return { kind: 'heading', level, inner: readInline(taken.slice(level).trim(), names) };
}

/** An item goes on over the lines below it that are set in, which may be a list too. */
function readItems(taken: string, names: Names): readonly LookNode[] {
  return taken
    .trimEnd()
    .split(/\n(?=(?:[-*]|\d+\.) )/)
    .map((item) => item.replace(/^ *(?:[-*]|\d+\.) /, '').replace(/\n {1,2}/g, '\n'))
    .map((item) => ({ kind: 'item', inner: readMarkdown(item, names) }));
}

function buildCodeBlock(taken: string): LookNode {
  const text = taken
    .trimEnd()
    .slice(3, -3)
    .replace(/^[\w+-]*\n/, '');
  return { kind: 'code', text, isBlock: true };
}
