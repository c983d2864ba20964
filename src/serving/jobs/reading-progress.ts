/** How many bytes of a path are kept; a longer path is cut. */
const MAX_PATH_BYTES = 4_000;
/**
 * The indices of the numbers: how many files were begun, the size of the last one, the length of its path.
 */
const [BEGUN, SIZE, PATH_LENGTH] = [0, 1, 2];
const NUMBER_BYTES = 12;

/** The progress of a file thread. */
export interface Progress {
  /** How many files were begun. */
  readonly begun: number;
  /** The file that was begun last; empty before the first. */
  readonly path: string;
  /** Its size in bytes. */
  readonly size: number;
}

/** Memory that a file thread writes and the main thread reads, also while that thread is stuck in a file. */
export type ProgressMemory = SharedArrayBuffer;

/** Creates memory that says that no file was begun. */
export function createProgressMemory(): ProgressMemory {
  return new SharedArrayBuffer(NUMBER_BYTES + MAX_PATH_BYTES);
}

/** Records that one more file was begun. */
export function writeProgress(memory: ProgressMemory, path: string, size: number): void {
  const numbers = new Int32Array(memory, 0, 3);
  const bytes = Buffer.from(path).subarray(0, MAX_PATH_BYTES);
  new Uint8Array(memory, NUMBER_BYTES).set(bytes);
  Atomics.store(numbers, PATH_LENGTH, bytes.length);
  Atomics.store(numbers, SIZE, size);
  // Last: whoever sees the new count also sees the values that belong to it.
  Atomics.add(numbers, BEGUN, 1);
}

/** Reads the progress of the file thread. */
export function readProgress(memory: ProgressMemory): Progress {
  const numbers = new Int32Array(memory, 0, 3);
  const begun = Atomics.load(numbers, BEGUN);
  const path = Buffer.from(new Uint8Array(memory, NUMBER_BYTES, Atomics.load(numbers, PATH_LENGTH)).slice());
  return { begun, path: path.toString('utf8'), size: Atomics.load(numbers, SIZE) };
}
