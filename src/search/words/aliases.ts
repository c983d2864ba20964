import type { Article } from '../../knowledge/article/article.ts';
import { stem } from '../../text/words/stems.ts';
import { splitWords } from '../../text/words/words.ts';

/** Longer ones stand for nothing that a sentence could say in their place. */
const MAX_SHORT_CHARS = 60;
const MAX_LONG_CHARS = 300;
/** Each is looked for in every sentence that may answer; of the words of several long forms the first ones do. */
const MOST_STEMS = 32;

/**
 * The short forms that articles explain, by their stems. Those of several words are left out: none of the words stands for
 * the long form by itself; so are those of more than 60 characters, and what stands for more than 300. Immutable.
 */
export class Aliases {
  readonly #stems = new Map<string, readonly string[]>();
  readonly #longForms = new Map<string, string>();

  constructor(articles: readonly Article[]) {
    for (const { short, long } of articles.flatMap((article) => article.aliases)) {
      if (short.length > MAX_SHORT_CHARS || long.length > MAX_LONG_CHARS) continue;
      const [only, ...more] = splitWords(short);
      if (only === undefined || more.length > 0) continue;
      const key = stem(only.folded);
      const before = this.findStems(key);
      if (before.length < MOST_STEMS) {
        const stems = splitWords(long).map(({ folded }) => stem(folded));
        this.#stems.set(key, [...new Set([...before, ...stems])].slice(0, MOST_STEMS));
      }
      if (!this.#longForms.has(key)) this.#longForms.set(key, long);
    }
  }

  /** The stems of the long form, of all of them where articles differ; empty where the stem is no short form. */
  findStems(stemmed: string): readonly string[] {
    return this.#stems.get(stemmed) ?? [];
  }

  /** The long form as it is written, the first where articles differ; null where the stem is no short form. */
  findLongForm(stemmed: string): string | null {
    return this.#longForms.get(stemmed) ?? null;
  }
}
