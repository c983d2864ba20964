/** Fifty quote or list marks at the start of a line: ten thousand overflowed the parser's stack. */
const TOO_NESTED = /^(?:[ \t]{0,9}(?:[>*+-]|\d{1,9}[.)])){50}/;

export interface TooMuch {
  /** Of the text that was given, from 1. */
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

/** The first line of a Markdown text that is nested too deeply for the parser; null where none is. */
export function findTooMuch(markdown: string): TooMuch | null {
  const index = markdown.split('\n').findIndex((line) => TOO_NESTED.test(line) && !isRule(line));
  return index < 0 ? null : tooNested(index + 1);
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
