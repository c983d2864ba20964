import type { Article } from '../../knowledge/article/article.ts';

/** Words after a word or a comma. They begin no sentence, where any word has a capital. */
const WITHIN_SENTENCE = /(?<=[\p{L}\p{N},] ?)(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*/gu;

/**
 * How each article spells the words that it only writes with a capital. An article is read when it is first asked about, which takes time
 * in proportion to its words.
 */
export class Spellings {
  readonly #read = new WeakMap<Article, ReadonlyMap<string, string>>();

  /**
   * Finds how `article` spells a lower-case word that it only writes with a capital, even inside sentences. Returns null if it does not.
   */
  findSpelling(word: string, article: Article): string | null {
    const written = this.#read.get(article) ?? readSpellings(article);
    this.#read.set(article, written);
    return written.get(word) ?? null;
  }
}

/** Reads the first spelling of each word, by the word in lower case. */
function readSpellings({ facts }: Article): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  const plain = new Set<string>();
  for (const { text } of facts)
    for (const [word] of text.matchAll(WITHIN_SENTENCE)) {
      const lower = word.toLowerCase();
      if (/^\p{Ll}/u.test(word)) plain.add(lower);
      else if (!written.has(lower)) written.set(lower, word);
    }
  for (const word of plain) written.delete(word);
  return written;
}
