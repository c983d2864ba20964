import type { Article } from '../../knowledge/article/article.ts';

/** Words behind a word or a comma: no sentence begins there, which would give any of them a capital. */
const WITHIN_SENTENCE = /(?<=[\p{L}\p{N},] ?)(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*/gu;

/** How articles spell what they write with a capital alone. Each is read when it is first asked about, which takes as long as all of its words. */
export class Spellings {
  readonly #read = new Map<Article, ReadonlyMap<string, string>>();

  /** How `article` spells a word in lower case that it writes with a capital alone, also where no sentence begins; null where it does not. */
  findSpelling(word: string, article: Article): string | null {
    const written = this.#read.get(article) ?? readSpellings(article);
    this.#read.set(article, written);
    return written.get(word) ?? null;
  }
}

/** The first spelling of each word, by the word in lower case. */
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
