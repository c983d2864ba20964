import { stem } from '../../text/words/stems.ts';
import { findWords, foldWord } from '../../text/words/words.ts';

/**
 * The words of a base: every stem has a number, counted from 0. Reading a word for the first time costs folding and
 * stemming, 10–20 µs; a base repeats its words, so each spelling is remembered.
 */
export class Lexicon {
  readonly #termOfSpelling = new Map<string, number>();
  readonly #termOfStem = new Map<string, number>();
  readonly #folded = new Set<string>();
  /** The words of facts as they are spelt where no sentence begins, which would give any of them a capital. */
  readonly #spelt = new Set<string>();
  /** By the word in lower case; made when it is first asked for. */
  #names: ReadonlyMap<string, string> | null = null;

  /** How many stems have been read. */
  get size(): number {
    return this.#termOfStem.size;
  }

  /** Every folded word that has been read, in the order of first reading. */
  get words(): readonly string[] {
    return [...this.#folded];
  }

  /**
   * Whether some word that was read holds `folded`, or it is made of two of them. Looks at each word once: 5 ms for 100,000.
   */
  holdsWithin(folded: string): boolean {
    if (folded.length < 3) return this.#folded.has(folded);
    for (let cut = 1; cut < folded.length; cut += 1)
      if (this.#folded.has(folded.slice(0, cut)) && this.#folded.has(folded.slice(cut))) return true;
    for (const word of this.#folded) if (word.includes(folded)) return true;
    return false;
  }

  /** The number of a stem; undefined where none was read. */
  findTerm(stemmed: string): number | undefined {
    return this.#termOfStem.get(stemmed);
  }

  /** Tells whether a text that was read holds this folded word, in any of its forms. */
  knowsWord(folded: string): boolean {
    return this.findTerm(stem(folded)) !== undefined;
  }

  /** Reads a text: the terms of its words in order. New words are taken in. */
  read(text: string): readonly number[] {
    return findWords(text).map(({ start, end }) => this.#readSpelling(text.slice(start, end)));
  }

  /** The same for a sentence of an article, by whose words spellings are told as well. */
  readSentence(text: string): readonly number[] {
    const words = findWords(text).map(({ start, end }) => text.slice(start, end));
    for (const word of words.slice(1)) this.#spelt.add(word);
    return words.map((word) => this.#readSpelling(word));
  }

  /** How the articles spell a word that they write with a capital alone: “linux” is “Linux”; null where they do not. */
  findName(lower: string): string | null {
    this.#names ??= collectNames(this.#spelt);
    return this.#names.get(lower) ?? null;
  }

  /** The terms of those words of a text that have been read before; takes in nothing. */
  findTerms(text: string): readonly number[] {
    return findWords(text).flatMap(
      ({ start, end }) => this.#termOfSpelling.get(text.slice(start, end)) ?? [],
    );
  }

  #readSpelling(spelling: string): number {
    const known = this.#termOfSpelling.get(spelling);
    if (known !== undefined) return known;
    const folded = foldWord(spelling);
    const stemmed = stem(folded);
    const term = this.#termOfStem.get(stemmed) ?? this.#termOfStem.size;
    this.#termOfStem.set(stemmed, term);
    this.#termOfSpelling.set(spelling, term);
    this.#folded.add(folded);
    return term;
  }
}

/** The words that no text spells in lower case, by their letters in lower case. */
function collectNames(spelt: ReadonlySet<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const word of spelt) {
    const lower = word.toLowerCase();
    if (lower !== word && !spelt.has(lower) && !names.has(lower)) names.set(lower, word);
  }
  return names;
}
