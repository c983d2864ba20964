/**
 * `text` without what could steer the place where it is shown: control characters (an article, a question or a
 * file name may hold terminal escape sequences) and the marks that turn the reading direction round. Line breaks
 * and tabs become spaces.
 */
export function toPrintable(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
}
