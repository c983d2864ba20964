import { type Alias, isLongAlias } from '../../knowledge/article/article.ts';
import { stem } from '../../text/words/stems.ts';
import { splitWords } from '../../text/words/words.ts';

/** Each stem is looked for in every sentence that may answer. Of several long forms, the first words count. */
const MAX_STEMS = 32;

/**
 * Short forms with what they stand for, by their stems. Short forms of several words are left out: none of their words stands for the
 * long form by itself. So are aliases that are too long. Immutable.
 */
export class Aliases {
  readonly #stems = new Map<string, readonly string[]>();
  readonly #longForms = new Map<string, string>();
  readonly #others: readonly Aliases[];

  /**
   * @param aliases those whose long form shall count come first
   * @param others those that come after them
   */
  constructor(aliases: readonly Alias[], others: readonly Aliases[] = []) {
    this.#others = others;
    for (const { short, long } of aliases.filter((alias) => !isLongAlias(alias))) {
      const [only, ...more] = splitWords(short);
      if (only === undefined || more.length > 0) continue;
      const key = stem(only.folded);
      const before = this.#stems.get(key) ?? [];
      if (before.length < MAX_STEMS) {
        const stems = splitWords(long).map(({ folded }) => stem(folded));
        this.#stems.set(key, [...new Set([...before, ...stems])].slice(0, MAX_STEMS));
      }
      if (!this.#longForms.has(key)) this.#longForms.set(key, long);
    }
  }

  /** Finds the stems of the long form, or of all long forms if articles differ. Returns none if the stem is no short form. */
  findStems(stemmed: string): readonly string[] {
    const own = this.#stems.get(stemmed) ?? [];
    if (this.#others.length === 0) return own;
    const all = [...own, ...this.#others.flatMap((each) => each.findStems(stemmed))];
    return [...new Set(all)].slice(0, MAX_STEMS);
  }

  /** Finds the long form as it is written, the first if articles differ. Returns null if the stem is no short form. */
  findLongForm(stemmed: string): string | null {
    const own = this.#longForms.get(stemmed);
    if (own !== undefined) return own;
    for (const each of this.#others) {
      const found = each.findLongForm(stemmed);
      if (found !== null) return found;
    }
    return null;
  }
}
