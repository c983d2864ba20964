import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { withoutDialects } from './dialects.ts';
import type { Block } from './facts.ts';
import { MarkdownBlocks } from './markdown-blocks.ts';
import { findTooMuch } from './markdown-limits.ts';
import { type Flaw, skipped } from './problem.ts';

export type MarkdownBody =
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[]; readonly flaws: readonly Flaw[] }
  | { readonly kind: 'flaw'; readonly flaw: Flaw };

/** A link's text is all we keep, so plain addresses need not become links; that takes a third off the time. */
const noAutolinks = { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } };

interface Body {
  readonly body: string;
  /** The line of the file on which `body` begins. */
  readonly bodyLine: number;
}

/** The paragraphs of a Markdown text (CommonMark with GitHub's tables, strikethrough, tasks and footnotes). */
export function readMarkdown({ body, bodyLine }: Body, title: string): MarkdownBody {
  const tooMuch = findTooMuch(body);
  if (tooMuch !== null) {
    const { line, message, remedy } = tooMuch;
    return { kind: 'flaw', flaw: skipped({ line: bodyLine + line - 1, message, remedy }) };
  }
  try {
    const collected = new MarkdownBlocks(title);
    collected.add({ nodes: parse(withoutDialects(body)).children, line: bodyLine, continues: false });
    return { kind: 'blocks', blocks: collected.blocks, flaws: collected.notes.flaws() };
  } catch (error) {
    // The parser's own recursion; the limits above keep all but the contrived away from it.
    if (!(error instanceof RangeError)) throw error;
    const message = 'The text is nested too deeply to be read.';
    return { kind: 'flaw', flaw: skipped({ message, remedy: 'Take away quote, list or emphasis marks.' }) };
  }
}

function parse(body: string): Root {
  return fromMarkdown(body, { extensions: [gfm(), noAutolinks], mdastExtensions: [gfmFromMarkdown()] });
}
