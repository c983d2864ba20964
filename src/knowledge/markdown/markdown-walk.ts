import type { BlockContent, DefinitionContent, FootnoteDefinition, RootContent } from 'mdast';
import { shorten } from '../../text/layout/shorten.ts';
import type { OpenHeading } from '../paragraphs/paragraph-collector.ts';

export type BlockNode = BlockContent | DefinitionContent;

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

/** The types allow inline nodes at the top, for trees made by hand; the parser puts none there. */
export function selectBlocks(nodes: readonly RootContent[]): readonly BlockNode[] {
  return nodes.filter((node): node is BlockNode => BLOCK_TYPES.has(node.type));
}

/** Where the walk is. Containers get a copy, so that a heading in a block quote ends with it. */
export interface Walk {
  headings: readonly OpenHeading[];
  readonly lead: string | null;
  /** The text of the paragraph just before; null where it is none. */
  textBefore: string | null;
  /** What stands before the first paragraph: a task's box. */
  mark: string;
  /** The list item around; null outside lists. */
  readonly item: OpenItem | null;
  /** The innermost footnote around. */
  readonly footnote: FootnoteDefinition | null;
}

interface OpenItem {
  /** How many lists it stands in. */
  readonly depth: number;
  /** What stands before its first paragraph; empty once that was read. */
  marker: string;
  /** Whether another item of its list follows. */
  readonly hasNext: boolean;
}

/** What stands beside a node. */
export interface Neighbours {
  /** The text of the paragraph just before; null where it is none. */
  readonly before: string | null;
  /** Whether it goes on with what the portion before ended with. */
  readonly goesOn: boolean;
  readonly next: BlockNode | null;
}

/** Each paragraph of a list or table carries its lead. */
const MAX_LEAD_CHARS = 1000;

/** A lead as it is kept; null for a text that introduces nothing. */
export function shortenLead(text: string): string | null {
  return text === '' ? null : shorten(text, MAX_LEAD_CHARS);
}

/** What introduces a list that stands below the text `before`. */
export function chooseLead(at: Walk, before: string | null): string | null {
  return before === null || before === '' ? at.lead : shortenLead(before);
}
