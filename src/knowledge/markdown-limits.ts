/**
 * The most characters without a blank line between them. micromark looks at each line of a paragraph as a
 * possible table head and so takes the square of their number: 400 KB of short lines took 13 s, 200 KB 4 s.
 */
const MAX_BLOCK_CHARS = 200_000;

/** Fifty quote or list marks at the start of a line: ten thousand overflowed the parser's stack. */
const TOO_NESTED = /^(?:[ \t]{0,9}(?:[>*+-]|\d{1,9}[.)])){50}/;

/**
 * The most marks of emphasis and links without a blank line between them: the parser's time grows with their
 * square. 33,000 in 50 KB took 38 s.
 */
const MAX_BLOCK_MARKS = 5_000;
const MARKS = /[*_[\]~`<!]/g;

export interface TooMuch {
  /** Of the text that was given, from 1. */
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

/** The first place of a Markdown text that would hold up the parser, and so the whole bot; null where none does. */
export function findTooMuch(markdown: string): TooMuch | null {
  let blockLine = 1;
  let blockChars = 0;
  let blockMarks = 0;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (TOO_NESTED.test(line) && !isRule(line)) return tooNested(index + 1);
    const isBlank = line.trim() === '';
    if (isBlank) blockLine = index + 2;
    blockChars = isBlank ? 0 : blockChars + line.length + 1;
    blockMarks = isBlank ? 0 : blockMarks + (line.match(MARKS)?.length ?? 0);
    if (blockChars > MAX_BLOCK_CHARS) return tooLong(blockLine);
    if (blockMarks > MAX_BLOCK_MARKS) return tooManyMarks(blockLine);
  }
  return null;
}

/** A line across the page, such as eighty hyphens. */
function isRule(line: string): boolean {
  return /^(?:[-\s]+|[*\s]+)$/.test(line);
}

function tooNested(line: number): TooMuch {
  return {
    line,
    message: 'The line begins with 50 or more quote or list marks.',
    remedy: 'Take the marks away, or put the text into a code block.',
  };
}

function tooManyMarks(line: number): TooMuch {
  return {
    line,
    message: `More than ${MAX_BLOCK_MARKS / 1000},000 marks such as * _ [ follow without a blank line.`,
    remedy: 'Put blank lines between the paragraphs, or put the text into a code block.',
  };
}

function tooLong(line: number): TooMuch {
  return {
    line,
    message: `More than ${MAX_BLOCK_CHARS / 1000},000 characters follow without a blank line.`,
    remedy: 'Put blank lines between the paragraphs, or divide the list or table.',
  };
}
