/** Ten thousand quote or list marks at the start of a line overflowed the parser's stack. */
export const TOO_MANY_MARKS = 50;
/** {@link TOO_MANY_MARKS} of them. */
const TOO_NESTED = /^(?:[ \t]{0,9}(?:[>*+-]|\d{1,9}[.)])){50}/;

/** The first line of a Markdown text that is nested too deeply for the parser, from 1; null where none is. */
export function findTooNested(markdown: string): number | null {
  const index = markdown.split('\n').findIndex((line) => TOO_NESTED.test(line) && !isRule(line));
  return index < 0 ? null : index + 1;
}

/** A line across the page, such as eighty hyphens. */
function isRule(line: string): boolean {
  return /^(?:[-\s]+|[*\s]+)$/.test(line);
}
