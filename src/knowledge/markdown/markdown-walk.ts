import type { BlockContent, DefinitionContent, FootnoteDefinition, RootContent } from 'mdast';
import { shorten } from '../../text/layout/printable.ts';
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

/**
 * Selects the block nodes. The types allow inline nodes at the top, for handmade trees, but the parser puts none
 * there.
 */
export function selectBlocks(nodes: readonly RootContent[]): readonly BlockNode[] {
  return nodes.filter((node): node is BlockNode => BLOCK_TYPES.has(node.type));
}

/** The current position in the tree. Containers get a copy, so that a heading in a block quote ends with the quote. */
export interface Walk {
  headings: readonly OpenHeading[];
  readonly lead: string | null;
  /** The text of the paragraph right before, or null if there is none. */
  textBefore: string | null;
  /** The mark before the first paragraph: the checkbox of a task. */
  mark: string;
  /** The surrounding list item; null outside lists. */
  readonly item: OpenItem | null;
  /** The innermost surrounding footnote. */
  readonly footnote: FootnoteDefinition | null;
}

interface OpenItem {
  /** Number of lists that contain it. */
  readonly depth: number;
  /** The mark before its first paragraph; empty after that paragraph was read. */
  marker: string;
  /** True where another item of the same list follows. */
  readonly hasNext: boolean;
}

/** The neighbours of a node. */
export interface Neighbours {
  /** The text of the paragraph right before, or null if there is none. */
  readonly textBefore: string | null;
  /** True where it continues the last block of the portion before. */
  readonly isContinuation: boolean;
  readonly next: BlockNode | null;
}

/** Each paragraph of a list or table carries its lead. */
const MAX_LEAD_CHARS = 1000;

/** Shortens a lead, or null for a text that introduces nothing. */
export function shortenLead(text: string): string | null {
  return text === '' ? null : shorten(text, MAX_LEAD_CHARS);
}

/** Chooses the lead of a list below the text `before`. */
export function chooseLead(at: Walk, before: string | null): string | null {
  return before === null || before === '' ? at.lead : shortenLead(before);
}
