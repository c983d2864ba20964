import { withoutDialects } from './dialects.ts';
import type { Block } from './facts.ts';
import { MarkdownBlocks } from './markdown-blocks.ts';
import { findTooMuch } from './markdown-limits.ts';
import { portionsOf, TooMuchMarkdownError } from './markdown-portions.ts';
import { type Flaw, skipped } from './problem.ts';

export type MarkdownBody =
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[]; readonly flaws: readonly Flaw[] }
  | { readonly kind: 'flaw'; readonly flaw: Flaw };

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
    for (const portion of portionsOf(withoutDialects(body)))
      collected.add({ ...portion, line: portion.line + bodyLine - 1 });
    return { kind: 'blocks', ...collected.finish() };
  } catch (error) {
    if (error instanceof TooMuchMarkdownError)
      return { kind: 'flaw', flaw: tooSlow(error.line + bodyLine - 1) };
    // The parser's own recursion; the limits keep all but the contrived away from it.
    if (!(error instanceof RangeError)) throw error;
    const message = 'The text is nested too deeply to be read.';
    return { kind: 'flaw', flaw: skipped({ message, remedy: 'Take away quote, list or emphasis marks.' }) };
  }
}

function tooSlow(line: number): Flaw {
  return skipped({
    line,
    message: 'The text holds more marks, list items, headings or table cells than can be read in time.',
    remedy: 'Divide it into several articles; end long paragraphs, quotes and list items by blank lines.',
  });
}
