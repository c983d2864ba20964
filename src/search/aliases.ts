import type { Article } from '../knowledge/article.ts';
import { stem } from '../text/stems.ts';
import { splitWords } from '../text/words.ts';

/**
 * The short forms that articles explain, by their stems. Those of several words are left out: none of the words stands for
 * the long form by itself. Immutable.
 */
export class Aliases {
  readonly #stems = new Map<string, readonly string[]>();
  readonly #longForms = new Map<string, string>();

  constructor(articles: readonly Article[]) {
    for (const { short, long } of articles.flatMap((article) => article.aliases)) {
      const [only, ...more] = splitWords(short);
      if (only === undefined || more.length > 0) continue;
      const key = stem(only.folded);
      const stems = splitWords(long).map(({ folded }) => stem(folded));
      this.#stems.set(key, [...this.stemsOf(key), ...stems]);
      if (!this.#longForms.has(key)) this.#longForms.set(key, long);
    }
  }

  /** The stems of the long form, of all of them where articles differ; empty where the stem is no short form. */
  stemsOf(stemmed: string): readonly string[] {
    return this.#stems.get(stemmed) ?? [];
  }

  /** The long form as it is written, the first where articles differ; null where the stem is no short form. */
  longFormOf(stemmed: string): string | null {
    return this.#longForms.get(stemmed) ?? null;
  }
}
