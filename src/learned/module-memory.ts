/** The memory that a WebAssembly module works in. */
export interface ModuleMemory {
  readonly buffer: ArrayBuffer;
  /** By so many pages; what `buffer` gave before is no longer of use. */
  readonly grow: (pages: number) => number;
}

const PAGE_BYTES = 65_536;

/** A memory's bytes, made to be so many at least. */
export function roomFor(bytes: number, memory: ModuleMemory): ArrayBuffer {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  return memory.buffer;
}
