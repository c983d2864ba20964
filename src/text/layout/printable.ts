/**
 * Removes characters that could control the place where a text is shown: control characters and marks that change the
 * writing direction. Articles, questions and file names may hold terminal escape sequences. Line breaks and tabs
 * become spaces.
 */
export function toPrintable(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
}
