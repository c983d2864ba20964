import { createHash } from 'node:crypto';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createFolder, PRIVATE_FOLDER } from '../files/create-folder.ts';
import { type ByteVector, WIDTH } from './encoders.ts';

const HASH_BYTES = 16;
/** Like the database beside it. */
const OWNER_ALONE = 0o600;
const RECORD_BYTES = HASH_BYTES + 4 + WIDTH;
/** How many vectors are stored, some 120 MB. Beyond that, new ones are computed each time, and the next start begins a new file. */
const MAX_KEPT = 300_000;

/**
 * Stores vectors by the texts they belong to, so that they need not be computed again after a restart. The file begins with the mark of
 * the model that made them. A record follows for each vector: a hash, the scale and the bytes. A file of another model, and one that has
 * grown too long, is begun anew. If the file cannot be written, the vectors are kept until the process ends.
 */
export class VectorFile {
  readonly #path: string | null;
  readonly #known: Map<string, ByteVector>;
  #written: Promise<void> = Promise.resolve();

  private constructor(path: string | null, known: Map<string, ByteVector>) {
    this.#path = path;
    this.#known = known;
  }

  /**
   * @param path null to work without a file
   * @param model text that differs between models
   */
  static async open(path: string | null, model: string): Promise<VectorFile> {
    const mark = computeHash(model);
    if (path === null) return new VectorFile(null, new Map());
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    const known = bytes.subarray(0, HASH_BYTES).equals(mark)
      ? readRecords(bytes)
      : new Map<string, ByteVector>();
    const isUsable = known.size > 0 && known.size < MAX_KEPT;
    if (isUsable) {
      // A record that a crash has cut off is overwritten, so that all later ones are in their places.
      const whole = HASH_BYTES + Math.floor((bytes.length - HASH_BYTES) / RECORD_BYTES) * RECORD_BYTES;
      if (whole < bytes.length) await begin(path, bytes.subarray(0, whole));
      return new VectorFile(path, known);
    }
    const isWritten = await begin(path, mark);
    return new VectorFile(isWritten ? path : null, new Map());
  }

  /** Finds the vector of a text; undefined if it is not stored. */
  find(text: string): ByteVector | undefined {
    return this.#known.get(toKey(computeHash(text)));
  }

  /** Stores the vector of a text, unless there are too many. */
  add(text: string, vector: ByteVector): void {
    if (this.#known.size >= MAX_KEPT) return;
    const hash = computeHash(text);
    this.#known.set(toKey(hash), vector);
    const path = this.#path;
    if (path === null) return;
    const record = Buffer.alloc(RECORD_BYTES);
    hash.copy(record);
    record.writeFloatLE(vector.scale, HASH_BYTES);
    record.set(new Uint8Array(vector.bytes.buffer, vector.bytes.byteOffset, WIDTH), HASH_BYTES + 4);
    // Appended one after the other, so that no record ends up inside another.
    this.#written = this.#written.then(() => appendFile(path, record)).catch(() => {});
  }

  /** Resolves once all vectors are written, as far as that is possible. */
  flush(): Promise<void> {
    return this.#written;
  }
}

async function begin(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await createFolder(dirname(path), PRIVATE_FOLDER);
    await writeFile(path, bytes, { mode: OWNER_ALONE });
    return true;
  } catch {
    return false;
  }
}

function readRecords(bytes: Buffer): Map<string, ByteVector> {
  const known = new Map<string, ByteVector>();
  for (let at = HASH_BYTES; at + RECORD_BYTES <= bytes.length; at += RECORD_BYTES)
    known.set(toKey(bytes.subarray(at, at + HASH_BYTES)), {
      scale: bytes.readFloatLE(at + HASH_BYTES),
      bytes: new Int8Array(bytes.buffer, bytes.byteOffset + at + HASH_BYTES + 4, WIDTH),
    });
  return known;
}

function computeHash(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, HASH_BYTES);
}

function toKey(hash: Buffer): string {
  return hash.toString('latin1');
}
