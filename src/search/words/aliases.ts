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

  /** @param aliases those whose long form shall count come first */
  constructor(aliases: readonly Alias[]) {
    for (const { short, long } of aliases.filter((alias) => !isLongAlias(alias))) {
      const [only, ...more] = splitWords(short);
      if (only === undefined || more.length > 0) continue;
      const key = stem(only.folded);
      const before = this.findStems(key);
      if (before.length < MAX_STEMS) {
        const stems = splitWords(long).map(({ folded }) => stem(folded));
        this.#stems.set(key, [...new Set([...before, ...stems])].slice(0, MAX_STEMS));
      }
      if (!this.#longForms.has(key)) this.#longForms.set(key, long);
    }
  }

  /** Finds the stems of the long form, or of all long forms if articles differ. Returns none if the stem is no short form. */
  findStems(stemmed: string): readonly string[] {
    return this.#stems.get(stemmed) ?? [];
  }

  /** Finds the long form as it is written, the first if articles differ. Returns null if the stem is no short form. */
  findLongForm(stemmed: string): string | null {
    return this.#longForms.get(stemmed) ?? null;
  }
}
