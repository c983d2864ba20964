import type { FlatReader, FlatWriter } from '../flat/flat-buffer.ts';

/**
 * Many lists of terms, such as those of all facts, end to end in one array. A hundred thousand arrays would take ten times the memory.
 * Immutable.
 */
export class TermLists {
  readonly #terms: Uint32Array;
  /** List `i` reaches from `#starts[i]` up to `#starts[i + 1]`. */
  readonly #starts: Uint32Array;

  constructor(terms: Uint32Array, starts: Uint32Array) {
    this.#terms = terms;
    this.#starts = starts;
  }

  static create(lists: Iterable<readonly number[]>): TermLists {
    const builder = new TermListsBuilder();
    for (const list of lists) builder.add([list]);
    return builder.build();
  }

  static read(from: FlatReader, at: string): TermLists {
    return new TermLists(from.readUint32(`${at}/terms`), from.readUint32(`${at}/starts`));
  }

  write(to: FlatWriter, at: string): void {
    to.add(`${at}/terms`, this.#terms);
    to.add(`${at}/starts`, this.#starts);
  }

  /** How many lists there are. */
  get count(): number {
    return this.#starts.length - 1;
  }

  /** Measures how many terms each list has. */
  measureLengths(): Uint32Array {
    return Uint32Array.from({ length: this.count }, (_, list) => this.read(list).length);
  }

  /** Returns the terms of a list in their order; none if there is no such list. */
  read(number: number): Uint32Array {
    return this.#terms.subarray(this.#starts[number] ?? 0, this.#starts[number + 1] ?? 0);
  }
}

/** Builds lists of terms, end to end. */
export class TermListsBuilder {
  #terms = new Uint32Array(1024);
  #length = 0;
  readonly #starts: number[] = [0];

  /** How many lists there are. */
  get count(): number {
    return this.#starts.length - 1;
  }

  /** Adds a list with the terms of all these parts. */
  add(parts: readonly (readonly number[])[]): void {
    for (const terms of parts) {
      this.#makeRoom(terms.length);
      this.#terms.set(terms, this.#length);
      this.#length += terms.length;
    }
    this.#starts.push(this.#length);
  }

  build(): TermLists {
    return new TermLists(this.#terms.slice(0, this.#length), Uint32Array.from(this.#starts));
  }

  #makeRoom(count: number): void {
    if (this.#length + count <= this.#terms.length) return;
    const larger = new Uint32Array(Math.max(2 * this.#terms.length, this.#length + count));
    larger.set(this.#terms);
    this.#terms = larger;
  }
}
