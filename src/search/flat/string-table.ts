import type { FlatReader, FlatWriter } from './flat-buffer.ts';

/** Ends each string, so that a search inside all of them finds nothing that reaches over two. No word holds it. */
const END = 0x0a;

/** A call with more arguments may overflow the stack. */
const MAX_ARGUMENTS = 1_000;

interface StringTableArrays {
  /** The UTF-16 units of all strings, each string followed by a line feed. */
  readonly units: Uint16Array;
  /** String `i` begins at `starts[i]`; the last entry is the number of units. */
  readonly starts: Uint32Array;
  /** A hash table with open addressing: the number of a string plus 1, or 0. Its length is a power of 2. */
  readonly slots: Uint32Array;
}

/** Strings by their numbers, and the other way round, in flat memory: a tenth of what a Map of strings takes. Immutable. */
export class StringTable {
  readonly #arrays: StringTableArrays;

  private constructor(arrays: StringTableArrays) {
    this.#arrays = arrays;
  }

  /** Creates the table of these strings. Of equal ones, `find` finds the first. */
  static create(strings: Iterable<string>): StringTable {
    const all = Array.from(strings);
    const starts = new Uint32Array(all.length + 1);
    for (const [number, { length }] of all.entries()) starts[number + 1] = (starts[number] ?? 0) + length + 1;
    const units = new Uint16Array(starts[all.length] ?? 0);
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * all.length + 2)));
    const table = new StringTable({ units, starts, slots });
    for (const [number, string] of all.entries()) {
      const start = starts[number] ?? 0;
      for (let at = 0; at < string.length; at++) units[start + at] = string.charCodeAt(at);
      units[start + string.length] = END;
      const slot = table.#findSlot(string);
      if (slots[slot] === 0) slots[slot] = number + 1;
    }
    return table;
  }

  static read(from: FlatReader, at: string): StringTable {
    return new StringTable({
      units: from.readUint16(`${at}/units`),
      starts: from.readUint32(`${at}/starts`),
      slots: from.readUint32(`${at}/slots`),
    });
  }

  write(to: FlatWriter, at: string): void {
    for (const [name, array] of Object.entries(this.#arrays)) to.add(`${at}/${name}`, array);
  }

  get count(): number {
    return this.#arrays.starts.length - 1;
  }

  /** Returns the string with this number; empty if there is none. */
  get(number: number): string {
    const { units, starts } = this.#arrays;
    const [start, end] = [starts[number], starts[number + 1]];
    if (start === undefined || end === undefined) return '';
    if (end - start <= MAX_ARGUMENTS) return String.fromCharCode(...units.subarray(start, end - 1));
    return Buffer.from(units.buffer, units.byteOffset + 2 * start, 2 * (end - 1 - start)).toString('utf16le');
  }

  /** Finds the number of a string; undefined if the table does not have it. */
  find(string: string): number | undefined {
    const number = this.#arrays.slots[this.#findSlot(string)] ?? 0;
    return number === 0 ? undefined : number - 1;
  }

  /** Returns whether one of the strings holds `part`, which has no line feed. */
  hasHolding(part: string): boolean {
    const { buffer, byteOffset, byteLength } = this.#arrays.units;
    return Buffer.from(buffer, byteOffset, byteLength).includes(part, 0, 'utf16le');
  }

  /** Yields all strings in the order of their numbers. */
  *[Symbol.iterator](): Generator<string> {
    for (let number = 0; number < this.count; number++) yield this.get(number);
  }

  /** Finds the slot of a string, or the empty one where it would be. There is always an empty one. */
  #findSlot(string: string): number {
    const { slots } = this.#arrays;
    const mask = slots.length - 1;
    for (let slot = computeHash(string) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] ?? 0;
      if (number === 0 || this.#equals(number - 1, string)) return slot;
    }
  }

  #equals(number: number, string: string): boolean {
    const { units, starts } = this.#arrays;
    const start = starts[number] ?? 0;
    if ((starts[number + 1] ?? 0) - start - 1 !== string.length) return false;
    for (let at = 0; at < string.length; at++) if (units[start + at] !== string.charCodeAt(at)) return false;
    return true;
  }
}

/**
 * Computes a hash of 32 bits.
 *
 * @see http://www.isthe.com/chongo/tech/comp/fnv/ FNV-1a, over UTF-16 units
 */
function computeHash(string: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < string.length; at++) hash = Math.imul(hash ^ string.charCodeAt(at), 0x01000193);
  // The low bits of similar words are similar.
  return (hash ^ (hash >>> 15)) >>> 0;
}
