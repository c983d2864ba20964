/** Whether a sentence asks: it ends in a question mark of any script, perhaps with closing quotes or brackets behind it. */
export function isQuestion(sentence: string): boolean {
  return /[?？؟;՞]["'”’»)\]\s]*$/u.test(sentence.slice(-12));
}

/** Alike for questions that differ only in case, form of characters, white space, or the marks at their end. */
export function toPhrasingKey(question: string): string {
  const plain = question.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return plain.slice(0, findEndWithout(plain, /[\s?!.…]/)) || plain;
}

/**
 * Where `text` ends without the characters at its end that `sign` fits, a pattern for one UTF-16 unit. In linear time: what looks for
 * `[\s?]+$` begins anew at each of these signs, and takes minutes for a text that is full of them.
 */
export function findEndWithout(text: string, sign: RegExp): number {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end--;
  return end;
}
