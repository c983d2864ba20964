/** The numbers that a base gives to the terms of one of its segments. Immutable. */
export class TermNumbers {
  /** The base's number of each term, by the segment's; null where they are the same. */
  readonly #joined: Uint32Array | null;
  /** The segment's numbers, in the order of the base's. */
  readonly #order: Uint32Array;
  readonly #count: number;

  private constructor(joined: Uint32Array | null, count: number) {
    this.#joined = joined;
    this.#count = count;
    this.#order = Uint32Array.from(joined?.keys() ?? []).toSorted(
      (a, b) => (joined?.[a] ?? 0) - (joined?.[b] ?? 0),
    );
  }

  /** Returns the numbers of the first segment of a base, which are the base's own. */
  static createSame(count: number): TermNumbers {
    return new TermNumbers(null, count);
  }

  /** @param joined the base's number of each term of the segment, all different */
  static create(joined: Uint32Array): TermNumbers {
    return new TermNumbers(joined, joined.length);
  }

  /** Finds the segment's number of a term of the base; undefined if the segment does not have it. */
  findOwn(term: number): number | undefined {
    const joined = this.#joined;
    if (joined === null) return term < this.#count ? term : undefined;
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((joined[this.#order[middle] ?? 0] ?? 0) < term) low = middle + 1;
      else high = middle;
    }
    const own = this.#order[low];
    return own !== undefined && joined[own] === term ? own : undefined;
  }

  /** Returns the base's number of a term of the segment. */
  toJoined(own: number): number {
    return this.#joined?.[own] ?? own;
  }
}
