import { withoutDialects } from './dialects.ts';
import { type CollectedBlocks, MarkdownBlocks } from './markdown-blocks.ts';
import { findTooNested, TOO_MANY_MARKS } from './markdown-limits.ts';
import { portionsOf, TooMuchMarkdownError } from './markdown-portions.ts';
import { type Flaw, skipped } from './problem.ts';

export type MarkdownBody =
  | ({ readonly kind: 'blocks' } & CollectedBlocks)
  | { readonly kind: 'flaw'; readonly flaw: Flaw };

interface Body {
  readonly body: string;
  /** The line of the file on which `body` begins. */
  readonly bodyLine: number;
}

/**
 * The paragraphs of a Markdown text (CommonMark with GitHub's tables, strikethrough, tasks and footnotes).
 *
 * @param title what the article is called; null where its first heading is to be its title
 */
export function readMarkdown({ body, bodyLine }: Body, title: string | null): MarkdownBody {
  const tooNested = findTooNested(body);
  if (tooNested !== null) {
    const flaw = skipped({ code: 'too-many-marks', marks: TOO_MANY_MARKS }, bodyLine + tooNested - 1);
    return { kind: 'flaw', flaw };
  }
  try {
    const collected = new MarkdownBlocks(title);
    for (const portion of portionsOf(withoutDialects(body)))
      collected.add({ ...portion, line: portion.line + bodyLine - 1 });
    return { kind: 'blocks', ...collected.finish() };
  } catch (error) {
    if (error instanceof TooMuchMarkdownError)
      return { kind: 'flaw', flaw: skipped({ code: 'too-much-markdown' }, error.line + bodyLine - 1) };
    // The parser's own recursion; the limits keep all but the contrived away from it.
    if (!(error instanceof RangeError)) throw error;
    return { kind: 'flaw', flaw: skipped({ code: 'nested-too-deeply' }) };
  }
}
