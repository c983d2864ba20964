/** A smaller share is held by chance. */
const MIN_HELD_SHARE = 0.5;
/** The weight of a pair that the text holds and that was not typed. A typed pair that the text lacks weighs 1. */
const LENGTH_WEIGHT = 0.2;

interface PairScoring {
  readonly leastShared: number;
  readonly similarity: (shared: number, size: number) => number;
}

/** Finds which of many texts share letter pairs with another, as a quick first look before a full comparison. Immutable. */
export class LetterPairs {
  /** The numbers of the texts that hold each pair, ascending. */
  readonly #texts: ReadonlyMap<string, Uint32Array>;
  /** How many distinct pairs each text has. */
  readonly #sizes: Uint16Array;

  /** @param texts folded words, or several with spaces between them */
  constructor(texts: readonly string[]) {
    const byPair = new Map<string, number[]>();
    this.#sizes = new Uint16Array(texts.length);
    for (const [number, text] of texts.entries()) {
      const pairs = toPairs(text);
      this.#sizes[number] = pairs.size;
      for (const pair of pairs) {
        const list = byPair.get(pair);
        if (list === undefined) byPair.set(pair, [number]);
        else list.push(number);
      }
    }
    this.#texts = new Map([...byPair].map(([pair, numbers]) => [pair, Uint32Array.from(numbers)]));
  }

  /**
   * Finds the numbers of the texts most similar to `text` by the share of pairs in common, most similar first, at most `limit`. They
   * share at least `leastShared` pairs with it.
   */
  findMostSimilar(
    text: string,
    { limit, leastShared = 1 }: { readonly limit: number; readonly leastShared?: number },
  ): readonly number[] {
    const pairs = toPairs(text);
    const similarity = (shared: number, size: number): number => (2 * shared) / (pairs.size + size);
    return this.#findBest(pairs, { leastShared, similarity }).slice(0, limit);
  }

  /**
   * Finds the numbers of the texts that hold most of what was typed, whose last word may be incomplete. The best come first, at most
   * `limit`. They hold at least half of its pairs. Longer texts hold more by chance and come later.
   */
  findMostHolding(typed: string, limit: number): readonly number[] {
    const pairs = toPairs(typed);
    pairs.delete(`${typed.slice(-1)}$`);
    const leastShared = Math.max(1, Math.ceil(pairs.size * MIN_HELD_SHARE));
    const similarity = (shared: number, size: number): number => shared / (pairs.size + LENGTH_WEIGHT * size);
    return this.#findBest(pairs, { leastShared, similarity }).slice(0, limit);
  }

  /** Returns the numbers of all texts that share enough pairs, the most similar first. */
  #findBest(pairs: ReadonlySet<string>, { leastShared, similarity }: PairScoring): readonly number[] {
    const shared = new Uint16Array(this.#sizes.length);
    const found: number[] = [];
    for (const pair of pairs) {
      for (const number of this.#texts.get(pair) ?? []) {
        const count = (shared[number] ?? 0) + 1;
        shared[number] = count;
        if (count === leastShared) found.push(number);
      }
    }
    const similarityOf = (number: number): number =>
      similarity(shared[number] ?? 0, this.#sizes[number] ?? 0);
    return found.toSorted((a, b) => similarityOf(b) - similarityOf(a) || a - b);
  }
}

/** Counts the distinct letter pairs of a text. */
export function countPairs(text: string): number {
  return toPairs(text).size;
}

/** Returns the distinct letter pairs of each word, with marks for its two ends. */
function toPairs(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const word of text.split(' ')) {
    const marked = `^${word}$`;
    for (let i = 0; i + 1 < marked.length; i++) pairs.add(marked.slice(i, i + 2));
  }
  return pairs;
}
