import { findWords } from '../../text/words/words.ts';
import { TermNumbers } from '../terms/term-numbers.ts';
import type { Lexicon } from '../words/lexicon.ts';

/** Shorter words are part of too many others. */
const MIN_PART_LETTERS = 3;

/** The words of all segments of a base: every stem has one number, that of the first segment where it has it. Immutable. */
export class JoinedLexicon {
  /** The numbers of each segment's terms. */
  readonly numbers: readonly TermNumbers[];
  readonly #lexicons: readonly Lexicon[];

  constructor(lexicons: readonly Lexicon[]) {
    this.#lexicons = lexicons;
    const numbers: TermNumbers[] = [];
    let count = 0;
    for (const lexicon of lexicons) {
      const joined = new Uint32Array(numbers.length === 0 ? 0 : lexicon.size);
      if (numbers.length === 0) count = lexicon.size;
      else
        for (const [own, stem] of enumerate(lexicon.stems))
          joined[own] = findIn(lexicons, numbers, stem) ?? count++;
      numbers.push(numbers.length === 0 ? TermNumbers.createSame(count) : TermNumbers.create(joined));
    }
    this.numbers = numbers;
  }

  /** Finds the number of a stem; undefined if no text holds it. */
  findTerm(stemmed: string): number | undefined {
    return findIn(this.#lexicons, this.numbers, stemmed);
  }

  /** Returns the terms of the words of a text that are known. */
  findTerms(text: string): readonly number[] {
    return findWords(text).flatMap(({ start, end }) => this.#findSpelling(text.slice(start, end)) ?? []);
  }

  /** Finds how the articles spell a word that they only write with a capital: “linux” is “Linux”. Returns null if they do not. */
  findName(lower: string): string | null {
    if (this.#lexicons.some((lexicon) => lexicon.isSpelt(lower))) return null;
    for (const lexicon of this.#lexicons) {
      const name = lexicon.findName(lower);
      if (name !== null) return name;
    }
    return null;
  }

  /**
   * Returns whether some word holds `folded`, as “MaxPlayers” holds “max”, or `folded` is made of two words, as “xray” is of “x-ray”. Looks at each
   * word once: 5 ms for 100,000 words.
   */
  holdsWithin(folded: string): boolean {
    if (folded.length < MIN_PART_LETTERS) return this.#hasWord(folded);
    for (let cut = 1; cut < folded.length; cut += 1)
      if (this.#hasWord(folded.slice(0, cut)) && this.#hasWord(folded.slice(cut))) return true;
    return this.#lexicons.some((lexicon) => lexicon.hasWordHolding(folded));
  }

  #hasWord(folded: string): boolean {
    return this.#lexicons.some((lexicon) => lexicon.hasWord(folded));
  }

  #findSpelling(spelling: string): number | undefined {
    for (const [index, lexicon] of this.#lexicons.entries()) {
      const own = lexicon.findSpelling(spelling);
      if (own !== undefined) return this.numbers[index]?.toJoined(own);
    }
    return undefined;
  }
}

/** Finds the number of a stem in those of the lexicons that have numbers already. */
function findIn(
  lexicons: readonly Lexicon[],
  numbers: readonly TermNumbers[],
  stemmed: string,
): number | undefined {
  for (const [index, each] of numbers.entries()) {
    const own = lexicons[index]?.findTerm(stemmed);
    if (own !== undefined) return each.toJoined(own);
  }
  return undefined;
}

function* enumerate<T>(items: Iterable<T>): Generator<readonly [number, T]> {
  let index = 0;
  for (const item of items) yield [index++, item];
}
