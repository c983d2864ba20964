/**
 * Returns whether a sentence is a question: it ends in a question mark of any script, perhaps followed by closing quotes
 * or brackets.
 */
export function isQuestion(sentence: string): boolean {
  return /[?？؟;՞]["'”’»)\]\s]*$/u.test(sentence.slice(-12));
}

/**
 * Returns a key that is equal for questions that differ only in case, form of characters, white space, or punctuation
 * at the end.
 */
export function toPhrasingKey(question: string): string {
  const plain = question.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return plain.slice(0, findEndWithout(plain, /[\s?!.…]/)) || plain;
}

const CONTRACTION = /(?<![\p{L}\p{N}])(what|where|who|how|when|why)['’]?s(?![\p{L}\p{N}'’])/giu;

/** Writes “what is” for “whats” and “what’s”: they ask the same. */
export function expandContractions(text: string): string {
  return text.replace(CONTRACTION, '$1 is');
}

/**
 * Returns the end of `text` without its last characters that match `sign`, a pattern for one UTF-16 unit. Takes linear
 * time. A search for `[\s?]+$` starts again at each such character, and takes minutes for a text full of them.
 */
export function findEndWithout(text: string, sign: RegExp): number {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end--;
  return end;
}
