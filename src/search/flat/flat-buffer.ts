/** An array that can lie in shared memory as it is. */
export type FlatArray = Uint8Array | Uint16Array | Uint32Array | Int32Array;

type KindName = 'Uint8Array' | 'Uint16Array' | 'Uint32Array' | 'Int32Array';

/** Where an array lies, by its name. */
type Directory = Readonly<Record<string, readonly [kind: string, offset: number, length: number]>>;

/** Two numbers: how many bytes the directory has, and all together. */
const HEADER_BYTES = 16;
/** Arrays of every kind may begin at multiples of this. */
const ALIGNMENT = 8;

/** Collects arrays under names, and lays them end to end into one piece of memory that all threads share. */
export class FlatWriter {
  readonly #arrays = new Map<string, FlatArray>();

  /** Adds an array. It is copied when the memory is built. */
  add(name: string, array: FlatArray): void {
    this.#arrays.set(name, array);
  }

  /** Adds plain data. */
  addJson(name: string, data: unknown): void {
    this.add(name, new TextEncoder().encode(JSON.stringify(data)));
  }

  /** Copies all arrays into shared memory. */
  build(): SharedArrayBuffer {
    const sizes = [...this.#arrays].map(([name, array]) => ({ name, array, size: align(array.byteLength) }));
    const room = 1_000 + sizes.reduce((sum, { name }) => sum + name.length + 100, 0);
    let end = HEADER_BYTES + align(room);
    const directory: Record<string, readonly [string, number, number]> = {};
    for (const { name, array, size } of sizes) {
      directory[name] = [findKind(array), end, array.length];
      end += size;
    }
    const buffer = new SharedArrayBuffer(end);
    const written = new TextEncoder().encode(JSON.stringify(directory));
    new Float64Array(buffer, 0, 2).set([written.length, end]);
    new Uint8Array(buffer, HEADER_BYTES).set(written);
    const all = new Uint8Array(buffer);
    for (const { name, array } of sizes) all.set(toBuffer(array), directory[name]?.[1]);
    return buffer;
  }
}

/** Reads the arrays that a {@link FlatWriter} laid into shared memory, without copying them. */
export class FlatReader {
  readonly buffer: SharedArrayBuffer;
  readonly #directory: Directory;

  /** @throws {RangeError} where the memory does not hold what its directory says */
  constructor(buffer: SharedArrayBuffer) {
    this.buffer = buffer;
    if (buffer.byteLength < HEADER_BYTES) throw new RangeError('no directory');
    const [length = 0, end] = new Float64Array(buffer, 0, 2);
    if (end !== buffer.byteLength || !(length > 0 && length <= end - HEADER_BYTES))
      throw new RangeError('a directory of another size');
    const parsed: unknown = JSON.parse(Buffer.from(buffer, HEADER_BYTES, length).toString('utf8'));
    this.#directory = Object(parsed);
  }

  /** @throws {RangeError} where there is no such array, as in the methods below */
  readUint8(name: string): Uint8Array {
    return new Uint8Array(this.buffer, ...this.#locate(name, 'Uint8Array'));
  }

  readUint16(name: string): Uint16Array {
    return new Uint16Array(this.buffer, ...this.#locate(name, 'Uint16Array'));
  }

  readUint32(name: string): Uint32Array {
    return new Uint32Array(this.buffer, ...this.#locate(name, 'Uint32Array'));
  }

  readInt32(name: string): Int32Array {
    return new Int32Array(this.buffer, ...this.#locate(name, 'Int32Array'));
  }

  /** Returns plain data, which `addJson` was given with the same type: both are of this version of the program. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller alone knows the type
  readJson<Data>(name: string): Data {
    return JSON.parse(decodeText(this.readUint8(name)));
  }

  /** Returns where an array begins, and how many numbers it has. Its constructor throws where it would reach beyond the memory. */
  #locate(name: string, kind: KindName): readonly [offset: number, length: number] {
    const [found, offset = 0, length = 0] = this.#directory[name] ?? [];
    if (found !== kind) throw new RangeError(`no ${kind} “${name}”`);
    return [offset, length];
  }
}

/** Decodes UTF-8 from memory that may be shared. */
export function decodeText(bytes: FlatArray): string {
  return toBuffer(bytes).toString('utf8');
}

/** Returns the bytes of an array, which may lie in shared memory, as a buffer. It copies nothing. */
export function toBuffer({ buffer, byteOffset, byteLength }: FlatArray): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function findKind(array: FlatArray): KindName {
  if (array instanceof Uint8Array) return 'Uint8Array';
  if (array instanceof Uint16Array) return 'Uint16Array';
  return array instanceof Uint32Array ? 'Uint32Array' : 'Int32Array';
}

function align(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}
