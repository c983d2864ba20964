/** Alike for questions that differ only in case, form of characters, white space, or the marks at their end. */
export function toPhrasingKey(question: string): string {
  const plain = question.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return plain.slice(0, endOfWords(plain)) || plain;
}

/** Sign by sign: what looks for `[\s?!.…]+$` takes minutes for a text that is full of such signs. */
function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && /[\s?!.…]/.test(text.charAt(end - 1))) end--;
  return end;
}
