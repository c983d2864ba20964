/** Alike for questions that differ only in case, form of characters, white space, or the marks at their end. */
export function phrasingKey(question: string): string {
  const plain = question.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return plain.replace(/[\s?!.…]+$/u, '') || plain;
}
