/** Replaces characters that databases do not store: NUL, where the driver cuts a text, and unpaired surrogates. Typed text may hold both. */
export function replaceUnstorable(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');
}
