import { type FileProblem, reportIncludes, toSkipped } from '../article/problem.ts';
import { removeDialects } from '../dialects/dialects.ts';
import { removeIncludes } from '../dialects/includes.ts';
import { findClosedNames } from '../dialects/unknown-tags.ts';
import { type CollectedBlocks, MarkdownBlocks } from './markdown-blocks.ts';
import { splitIntoPortions, TooMuchMarkdownError } from './markdown-portions.ts';

export type MarkdownBody =
  | ({ readonly kind: 'blocks' } & CollectedBlocks)
  | { readonly kind: 'problem'; readonly problem: FileProblem };

interface Body {
  readonly body: string;
  /** The line of the file on which `body` begins. */
  readonly bodyLine: number;
}

/**
 * Reads the paragraphs of a Markdown text (CommonMark with GitHub's tables, strikethrough, tasks and footnotes).
 *
 * @param title the title of the article, or null if its first heading becomes the title
 */
export function readMarkdown({ body, bodyLine }: Body, title: string | null): MarkdownBody {
  const tooNested = findTooNested(body);
  if (tooNested !== null) {
    const problem = toSkipped({ code: 'too-many-marks', marks: TOO_MANY_MARKS }, bodyLine + tooNested - 1);
    return { kind: 'problem', problem };
  }
  try {
    const collected = new MarkdownBlocks(title, findClosedNames(body));
    const { markdown, lines } = removeIncludes(body);
    for (const portion of splitIntoPortions(removeDialects(markdown)))
      collected.add({ ...portion, line: portion.line + bodyLine - 1 });
    const { problems, ...blocks } = collected.finish();
    const included = reportIncludes(lines.map((line) => line + bodyLine - 1));
    return { kind: 'blocks', ...blocks, problems: [...included, ...problems] };
  } catch (error) {
    if (error instanceof TooMuchMarkdownError)
      return {
        kind: 'problem',
        problem: toSkipped({ code: 'too-much-markdown' }, error.line + bodyLine - 1),
      };
    // The parser recurses deeply. Only contrived texts within the limits get here.
    if (!(error instanceof RangeError)) throw error;
    return { kind: 'problem', problem: toSkipped({ code: 'nested-too-deeply' }) };
  }
}

/** Ten thousand quote or list marks at the start of a line overflowed the parser's stack. */
const TOO_MANY_MARKS = 50;
/** This many marks: {@link TOO_MANY_MARKS}. */
const TOO_NESTED = /^(?:[ \t]{0,9}(?:[>*+-]|\d{1,9}[.)])){50}/;

/**
 * Finds the first line, from 1, of a Markdown text that is nested too deeply for the parser, or null if there is none.
 */
export function findTooNested(markdown: string): number | null {
  const index = markdown.split('\n').findIndex((line) => TOO_NESTED.test(line) && !isRule(line));
  return index < 0 ? null : index + 1;
}

/** Returns whether a line is a horizontal rule, such as eighty hyphens. */
function isRule(line: string): boolean {
  return /^(?:[-\s]+|[*\s]+)$/.test(line);
}
