import type { BlockContent, DefinitionContent, Heading, List, Root, Table } from 'mdast';
import { shorten } from '../text/shorten.ts';
import type { Block } from './facts.ts';
import { inlineText } from './inline-text.ts';

type BlockNode = BlockContent | DefinitionContent;

/** Each paragraph below carries its headings and its lead: with 50 KB of them, 70 KB of text took 10 s to index. */
const MAX_HEADING_CHARS = 300;
const MAX_LEAD_CHARS = 1000;

const BLOCK_TYPES: ReadonlySet<string> = new Set<BlockNode['type']>([
  'blockquote',
  'code',
  'definition',
  'footnoteDefinition',
  'heading',
  'html',
  'list',
  'paragraph',
  'table',
  'thematicBreak',
]);

/**
 * The leaf blocks of a Markdown tree in reading order: paragraphs (also of list items, block quotes and footnotes),
 * table rows, code blocks. Headings become the path of what follows; raw HTML is not read. A first `# Heading` that
 * only repeats `title` stands in no path.
 */
export function collectBlocks(root: Root, title: string): readonly Block[] {
  const blocks: Block[] = [];
  // The types allow inline nodes at the top, for trees made by hand; the parser puts none there.
  const nodes = root.children.filter((node): node is BlockNode => BLOCK_TYPES.has(node.type));
  const first = nodes.find((node) => node.type === 'heading');
  const isRepeated = first?.depth === 1 && sameWords(inlineText(first.children), title);
  walk(nodes, { blocks, headings: [], lead: null, titleHeading: isRepeated ? first : null });
  return blocks;
}

/** Where the walk is. Containers get a copy, so that a heading in a block quote ends with it. */
interface Walk {
  readonly blocks: Block[];
  headings: readonly OpenHeading[];
  readonly lead: string | null;
  readonly titleHeading: Heading | null;
}

interface OpenHeading {
  readonly depth: number;
  readonly text: string;
}

function walk(nodes: readonly BlockNode[], at: Walk): void {
  for (const [index, node] of nodes.entries()) {
    switch (node.type) {
      case 'heading':
        at.headings = openHeadings(at, node);
        break;
      case 'paragraph':
        addBlock(at, inlineText(node.children), false);
        break;
      case 'code':
        addBlock(at, node.value, true);
        break;
      case 'table':
        addTable(at, node);
        break;
      case 'list':
        addList(at, node, nodes[index - 1]);
        break;
      case 'blockquote':
      case 'footnoteDefinition':
        walk(node.children, { ...at });
        break;
      // Raw HTML, rules and link definitions are not seen by a reader, or hold nothing to quote.
      case 'html':
      case 'thematicBreak':
      case 'definition':
        break;
    }
  }
}

function addBlock(at: Walk, text: string, isOneFact: boolean): void {
  if (text.trim() === '') return;
  at.blocks.push({ text, headings: at.headings.map((heading) => heading.text), lead: at.lead, isOneFact });
}

function openHeadings(at: Walk, heading: Heading): readonly OpenHeading[] {
  const above = at.headings.filter(({ depth }) => depth < heading.depth);
  const text = shorten(inlineText(heading.children), MAX_HEADING_CHARS);
  return text === '' || heading === at.titleHeading ? above : [...above, { depth: heading.depth, text }];
}

function addTable(at: Walk, table: Table): void {
  const [head, ...rows] = table.children.map(rowText);
  if (head === undefined) return;
  addBlock(at, head, true);
  for (const row of rows)
    addBlock({ ...at, lead: head === '' ? null : shorten(head, MAX_LEAD_CHARS) }, row, true);
}

/** `''` for a row of empty cells, whose bars alone are no text. */
function rowText(row: Table['children'][number]): string {
  const cells = row.children.map((cell) => inlineText(cell.children));
  return cells.every((cell) => cell === '') ? '' : cells.join(' | ').trim();
}

/** A list inside a list item is introduced by the item's own text, or else by what introduces the outer list. */
function addList(at: Walk, list: List, before: BlockNode | undefined): void {
  const introduction = before?.type === 'paragraph' ? inlineText(before.children) : '';
  const lead = introduction === '' ? at.lead : shorten(introduction, MAX_LEAD_CHARS);
  for (const item of list.children) walk(item.children, { ...at, lead });
}

function sameWords(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
