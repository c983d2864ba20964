/** Less is chance. */
const LEAST_HELD = 0.5;
/** How much a pair that was not typed counts against a text, beside one that was typed and that it lacks. */
const LENGTH_COUNTS = 0.2;

interface PairScoring {
  readonly leastShared: number;
  readonly similarity: (shared: number, size: number) => number;
}

/** Which of many texts share letter pairs with another: a quick first look, before anything is compared in full. Immutable. */
export class LetterPairs {
  /** For each pair, the numbers of the texts that hold it, rising. */
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
   * The numbers of the texts most alike to `text` by the share of pairs they have in common, most alike first, at most
   * `limit`; of those alone that share at least `leastShared` pairs with it.
   */
  findMostSimilar(
    text: string,
    { limit, leastShared = 1 }: { readonly limit: number; readonly leastShared?: number },
  ): readonly number[] {
    const pairs = toPairs(text);
    const similarity = (shared: number, size: number): number => (2 * shared) / (pairs.size + size);
    return this.#best(pairs, { leastShared, similarity }).slice(0, limit);
  }

  /**
   * The numbers of the texts that hold the most of what has been typed of one, its last word perhaps not to the end, most first, at
   * most `limit`; of those alone that hold half of its pairs. Longer texts hold more by chance and come later.
   */
  findMostHolding(typed: string, limit: number): readonly number[] {
    const pairs = toPairs(typed);
    pairs.delete(`${typed.slice(-1)}$`);
    const leastShared = Math.max(1, Math.ceil(pairs.size * LEAST_HELD));
    const similarity = (shared: number, size: number): number => shared / (pairs.size + LENGTH_COUNTS * size);
    return this.#best(pairs, { leastShared, similarity }).slice(0, limit);
  }

  /** The numbers of all texts that share enough pairs, likest first. */
  #best(pairs: ReadonlySet<string>, { leastShared, similarity }: PairScoring): readonly number[] {
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

/** How many distinct letter pairs a text has. */
export function countPairs(text: string): number {
  return toPairs(text).size;
}

/** The distinct letter pairs of each word, its two ends marked. */
function toPairs(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const word of text.split(' ')) {
    const marked = `^${word}$`;
    for (let i = 0; i + 1 < marked.length; i++) pairs.add(marked.slice(i, i + 2));
  }
  return pairs;
}
