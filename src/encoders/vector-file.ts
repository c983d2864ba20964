import { createHash } from 'node:crypto';
import { appendFile, type FileHandle, open, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createFolder, PRIVATE_FOLDER } from '../kit/system.ts';
import { type ByteVector, WIDTH } from './encoders.ts';

/** Increased whenever the records change. */
const FORMAT = 2;
const HASH_BYTES = 16;
/** Like the database beside it. */
const OWNER_ALONE = 0o600;
const RECORD_BYTES = HASH_BYTES + 4 + WIDTH;
/** How many vectors are stored, some 120 MB. Beyond that, new ones are computed each time, and the next start begins a new file. */
const MAX_KEPT = 300_000;
/** How many records are read at once of what other processes have added. */
const RECORDS_AT_A_TIME = 4_096;

/**
 * Stores vectors by the texts they belong to, so that they need not be computed again after a restart, nor by another process on the same
 * machine. The file begins with the mark of the model that made it. A record follows for each vector: a hash of the model and the text, the
 * scale and the bytes. A file of another model, and one that has grown too long, is begun anew; a process that still runs another model adds
 * records that nobody finds. If the file cannot be written, the vectors are kept until the process ends.
 */
export class VectorFile {
  readonly #path: string | null;
  readonly #model: string;
  readonly #known = new Map<string, ByteVector>();
  #written: Promise<void> = Promise.resolve();
  #caughtUp: Promise<void> = Promise.resolve();
  /** How many bytes of the file were read. All records before are known. */
  #readBytes = HASH_BYTES;

  private constructor(path: string | null, model: string) {
    this.#path = path;
    this.#model = model;
  }

  /**
   * @param path null to work without a file
   * @param model text that differs between models
   */
  static async open(path: string | null, model: string): Promise<VectorFile> {
    if (path === null) return new VectorFile(null, model);
    const mark = computeHash(`${FORMAT} ${model}`);
    const file = new VectorFile((await prepare(path, mark)) ? path : null, model);
    await file.catchUp();
    if (file.#known.size < MAX_KEPT) return file;
    return new VectorFile((await begin(path, mark)) ? path : null, model);
  }

  /** Finds the vector of a text; undefined if it is not stored. */
  find(text: string): ByteVector | undefined {
    return this.#known.get(toKey(this.#computeTextHash(text)));
  }

  /** Stores the vector of a text, unless there are too many. */
  add(text: string, vector: ByteVector): void {
    if (this.#known.size >= MAX_KEPT) return;
    const hash = this.#computeTextHash(text);
    this.#known.set(toKey(hash), vector);
    const path = this.#path;
    if (path === null) return;
    const record = Buffer.alloc(RECORD_BYTES);
    hash.copy(record);
    record.writeFloatLE(vector.scale, HASH_BYTES);
    record.set(new Uint8Array(vector.bytes.buffer, vector.bytes.byteOffset, WIDTH), HASH_BYTES + 4);
    // Appended one after the other, so that no record ends up inside another.
    this.#written = this.#written.then(() => appendFile(path, record)).catch(() => dropPart(path));
  }

  /** Resolves once all vectors are written, as far as that is possible. */
  flush(): Promise<void> {
    return this.#written;
  }

  /** Reads what other processes have added since the last time. Where the file cannot be read, there is nothing new. */
  catchUp(): Promise<void> {
    // One after the other, so that no record is passed over.
    this.#caughtUp = this.#caughtUp.then(() => this.#readNew());
    return this.#caughtUp;
  }

  async #readNew(): Promise<void> {
    if (this.#path === null) return;
    const file = await open(this.#path).catch(() => null);
    if (file === null) return;
    try {
      const { size } = await file.stat();
      // Another process has begun the file anew.
      if (size < this.#readBytes) this.#readBytes = HASH_BYTES;
      for (;;) {
        const count = Math.floor((size - this.#readBytes) / RECORD_BYTES);
        if (count <= 0) return;
        await this.#readSome(file, Math.min(count, RECORDS_AT_A_TIME));
      }
    } catch {
      // What is not read is computed.
    } finally {
      await file.close();
    }
  }

  /** @throws {Error} where there are fewer records */
  async #readSome(file: FileHandle, count: number): Promise<void> {
    const buffer = Buffer.alloc(count * RECORD_BYTES);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, this.#readBytes);
    if (bytesRead < buffer.length) throw new RangeError('the file has become shorter');
    this.#readBytes += buffer.length;
    for (let at = 0; at < buffer.length && this.#known.size < MAX_KEPT; at += RECORD_BYTES) {
      const key = toKey(buffer.subarray(at, at + HASH_BYTES));
      if (!this.#known.has(key)) this.#known.set(key, readVector(buffer, at + HASH_BYTES));
    }
  }

  #computeTextHash(text: string): Buffer {
    return computeHash(`${this.#model}\0${text}`);
  }
}

/** Makes a file ready to be read, and to be added to unless it may only be read. Returns whether that is possible. */
async function prepare(path: string, mark: Buffer): Promise<boolean> {
  if (!(await beginsWith(path, mark))) return begin(path, mark);
  await dropPart(path);
  return true;
}

async function beginsWith(path: string, mark: Buffer): Promise<boolean> {
  const file = await open(path).catch(() => null);
  try {
    const read = await file?.read(Buffer.alloc(HASH_BYTES), 0, HASH_BYTES, 0);
    return read?.buffer.equals(mark) === true;
  } catch {
    return false;
  } finally {
    await file?.close();
  }
}

/** Drops a record that a crash or a full disk has cut off, so that all later ones are in their places. */
async function dropPart(path: string): Promise<void> {
  try {
    const { size } = await stat(path);
    const part = (size - HASH_BYTES) % RECORD_BYTES;
    if (part > 0) await truncate(path, size - part);
  } catch {
    // A file that may only be read is not added to either.
  }
}

async function begin(path: string, mark: Uint8Array): Promise<boolean> {
  try {
    await createFolder(dirname(path), PRIVATE_FOLDER);
    await writeFile(path, mark, { mode: OWNER_ALONE });
    return true;
  } catch {
    return false;
  }
}

function readVector(buffer: Buffer, at: number): ByteVector {
  return {
    scale: buffer.readFloatLE(at),
    bytes: new Int8Array(buffer.buffer, buffer.byteOffset + at + 4, WIDTH),
  };
}

function computeHash(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, HASH_BYTES);
}

function toKey(hash: Buffer): string {
  return hash.toString('latin1');
}
