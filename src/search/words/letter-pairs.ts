import type { FlatReader, FlatWriter } from '../flat/flat-buffer.ts';

/** A smaller share is held by chance. */
const MIN_HELD_SHARE = 0.5;
/** The weight of a pair that the text holds and that was not typed. A typed pair that the text lacks weighs 1. */
const LENGTH_WEIGHT = 0.2;

interface PairScoring {
  readonly leastShared: number;
  readonly similarity: (shared: number, size: number) => number;
}

/** A text by its number, and how similar it is. */
export interface SimilarText {
  readonly number: number;
  /** Best highest; comparable between the texts of several `LetterPairs`. */
  readonly similarity: number;
}

interface LetterPairArrays {
  /** The distinct pairs of all texts, as `toPairs` gives them, ascending. */
  readonly pairs: Uint32Array;
  /** The texts that hold pair `i` are those from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  /** The numbers of the texts that hold each pair, ascending within a pair. */
  readonly texts: Uint32Array;
  /** How many distinct pairs each text has. */
  readonly sizes: Uint16Array;
}

/** Finds which of many texts share letter pairs with another, as a quick first look before a full comparison. Immutable. */
export class LetterPairs {
  readonly #arrays: LetterPairArrays;

  private constructor(arrays: LetterPairArrays) {
    this.#arrays = arrays;
  }

  /** @param given folded words, or several with spaces between them */
  static build(given: readonly string[]): LetterPairs {
    const byPair = new Map<number, number[]>();
    const sizes = new Uint16Array(given.length);
    for (const [number, text] of given.entries()) {
      const found = toPairs(text);
      sizes[number] = found.size;
      for (const pair of found) {
        const list = byPair.get(pair);
        if (list === undefined) byPair.set(pair, [number]);
        else list.push(number);
      }
    }
    const pairs = Uint32Array.from(byPair.keys()).toSorted();
    const lists = Array.from(pairs, (pair) => byPair.get(pair) ?? []);
    const starts = new Uint32Array(pairs.length + 1);
    for (const [index, list] of lists.entries()) starts[index + 1] = (starts[index] ?? 0) + list.length;
    const texts = new Uint32Array(starts.at(-1) ?? 0);
    for (const [index, list] of lists.entries()) texts.set(list, starts[index]);
    return new LetterPairs({ pairs, starts, texts, sizes });
  }

  static read(from: FlatReader, at: string): LetterPairs {
    return new LetterPairs({
      pairs: from.readUint32(`${at}/pairs`),
      starts: from.readUint32(`${at}/starts`),
      texts: from.readUint32(`${at}/texts`),
      sizes: from.readUint16(`${at}/sizes`),
    });
  }

  write(to: FlatWriter, at: string): void {
    for (const [name, array] of Object.entries(this.#arrays)) to.add(`${at}/${name}`, array);
  }

  /**
   * Finds the texts most similar to `text` by the share of pairs in common, most similar first, then by their numbers, at most `limit`. They
   * share at least `leastShared` pairs with it.
   */
  findMostSimilar(
    text: string,
    { limit, leastShared = 1 }: { readonly limit: number; readonly leastShared?: number },
  ): readonly SimilarText[] {
    const pairs = toPairs(text);
    const similarity = (shared: number, size: number): number => (2 * shared) / (pairs.size + size);
    return this.#findBest(pairs, { leastShared, similarity }).slice(0, limit);
  }

  /**
   * Finds the texts that hold most of what was typed, whose last word may be incomplete. The best come first, at most `limit`. They hold at
   * least half of its pairs. Longer texts hold more by chance and come later.
   */
  findMostHolding(typed: string, limit: number): readonly SimilarText[] {
    const pairs = toPairs(typed);
    pairs.delete(toPair(typed.slice(-1), '$'));
    const leastShared = Math.max(1, Math.ceil(pairs.size * MIN_HELD_SHARE));
    const similarity = (shared: number, size: number): number => shared / (pairs.size + LENGTH_WEIGHT * size);
    return this.#findBest(pairs, { leastShared, similarity }).slice(0, limit);
  }

  /** Returns all texts that share enough pairs, the most similar first. */
  #findBest(pairs: ReadonlySet<number>, { leastShared, similarity }: PairScoring): readonly SimilarText[] {
    const { starts, texts, sizes } = this.#arrays;
    const shared = new Uint16Array(sizes.length);
    const found: number[] = [];
    for (const pair of pairs) {
      const index = findIndex(this.#arrays.pairs, pair);
      for (let at = starts[index] ?? 0; at < (starts[index + 1] ?? 0); at++) {
        const number = texts[at] ?? 0;
        const count = (shared[number] ?? 0) + 1;
        shared[number] = count;
        if (count === leastShared) found.push(number);
      }
    }
    return found
      .map((number) => ({ number, similarity: similarity(shared[number] ?? 0, sizes[number] ?? 0) }))
      .toSorted((a, b) => b.similarity - a.similarity || a.number - b.number);
  }
}

/** Counts the distinct letter pairs of a text. */
export function countPairs(text: string): number {
  return toPairs(text).size;
}

/** Returns the distinct letter pairs of each word, with marks for its two ends, each as a number of 32 bits. */
function toPairs(text: string): Set<number> {
  const pairs = new Set<number>();
  for (const word of text.split(' ')) {
    const marked = `^${word}$`;
    for (let i = 0; i + 1 < marked.length; i++) pairs.add(toPair(marked.charAt(i), marked.charAt(i + 1)));
  }
  return pairs;
}

function toPair(first: string, second: string): number {
  // A pair of nothing and a mark is none.
  return ((first.charCodeAt(0) << 16) | second.charCodeAt(0)) >>> 0;
}

/** Finds the index of a value in an ascending array; -1 if it is not there. */
function findIndex(ascending: Uint32Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === value ? low : -1;
}
