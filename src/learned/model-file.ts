import { crc32 } from 'node:zlib';

/** A table of numbers out of a model file: its rows one after the other. */
export interface Tensor {
  readonly rows: number;
  readonly columns: number;
  readonly values: Int8Array | Uint8Array | Uint16Array | Float32Array;
}

/** What a model file holds: learned numbers, each table under its name, and texts. */
export interface ModelFile {
  readonly tensors: ReadonlyMap<string, Tensor>;
  readonly texts: ReadonlyMap<string, string>;
}

/** A model file that is missing, damaged or of another version than the program reads. */
export class ModelFileError extends Error {}

const MAGIC = 'FNM1';
const HEADER_AT = 12;

const KINDS = {
  int8: Int8Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  float32: Float32Array,
  text: Uint8Array,
} as const;

interface Entry {
  readonly name: string;
  readonly kind: keyof typeof KINDS;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Reads a model file: `FNM1`, the length of the header and the CRC-32 of all that follows as little-endian
 * 32-bit numbers, the header (the list of entries as JSON, filled up with spaces to a multiple of four bytes),
 * then every entry's numbers in the header's order, each filled up to a multiple of four bytes. Tables of single bytes
 * are views of `bytes`.
 *
 * @throws {ModelFileError} when the bytes are not such a file, whole and unchanged
 */
export function decodeModelFile(bytes: Uint8Array): ModelFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < HEADER_AT || file.toString('latin1', 0, 4) !== MAGIC)
    throw new ModelFileError(`does not begin with ${MAGIC}`);
  if (crc32(file.subarray(HEADER_AT)) !== file.readUInt32LE(8))
    throw new ModelFileError('is damaged: its checksum does not fit');
  const headerEnd = HEADER_AT + file.readUInt32LE(4);
  const entries = entriesOf(file.toString('utf8', HEADER_AT, headerEnd));
  if (entries.reduce((end, entry) => end + padded(bytesOf(entry)), headerEnd) !== file.length)
    throw new ModelFileError('is damaged: what it holds does not fit its header');
  const tensors = new Map<string, Tensor>();
  const texts = new Map<string, string>();
  let at = headerEnd;
  for (const entry of entries) {
    const { name, kind, rows, columns } = entry;
    const part = file.subarray(at, at + bytesOf(entry));
    if (kind === 'text') texts.set(name, part.toString('utf8'));
    else tensors.set(name, { rows, columns, values: numbersIn(part, kind) });
    at += padded(part.length);
  }
  return { tensors, texts };
}

/** Single bytes where they are; of others a copy, since a view would need the whole file to lie at a multiple of four. */
function numbersIn(part: Uint8Array, kind: Exclude<Entry['kind'], 'text'>): Tensor['values'] {
  if (kind === 'uint8') return new Uint8Array(part.buffer, part.byteOffset, part.length);
  if (kind === 'int8') return new Int8Array(part.buffer, part.byteOffset, part.length);
  return new KINDS[kind](Uint8Array.from(part).buffer);
}

/** The bytes that {@link decodeModelFile} reads back; half a surrogate pair in a text becomes U+FFFD. */
export function encodeModelFile({ tensors, texts }: ModelFile): Uint8Array {
  const parts = [
    ...[...tensors].map(([name, { rows, columns, values }]) => ({
      entry: { name, kind: kindOf(values), rows, columns },
      bytes: Buffer.from(values.buffer, values.byteOffset, values.byteLength),
    })),
    ...[...texts].map(([name, text]) => {
      const bytes = Buffer.from(text);
      return { entry: { name, kind: 'text', rows: 1, columns: bytes.length }, bytes };
    }),
  ];
  const json = Buffer.from(JSON.stringify(parts.map(({ entry }) => entry)));
  const header = Buffer.concat([json, Buffer.alloc(padded(json.length) - json.length, ' ')]);
  const body = parts.map(({ bytes }) =>
    Buffer.concat([bytes, Buffer.alloc(padded(bytes.length) - bytes.length)]),
  );
  const checked = Buffer.concat([header, ...body]);
  const start = Buffer.alloc(HEADER_AT);
  start.write(MAGIC, 'latin1');
  start.writeUInt32LE(header.length, 4);
  start.writeUInt32LE(crc32(checked), 8);
  return Buffer.concat([start, checked]);
}

/**
 * The numbers of the tensor `name`.
 *
 * @throws {ModelFileError} when it is not there
 */
export function tensorOf(file: ModelFile, name: string): Tensor {
  const tensor = file.tensors.get(name);
  if (tensor === undefined) throw new ModelFileError(`lacks “${name}”`);
  return tensor;
}

function entriesOf(header: string): readonly Entry[] {
  let found: unknown;
  try {
    found = JSON.parse(header);
  } catch (cause) {
    throw new ModelFileError('is damaged: its header cannot be read', { cause });
  }
  if (!Array.isArray(found) || !found.every(isEntry))
    throw new ModelFileError('holds what this program does not read');
  return found;
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  if (!('name' in value && 'kind' in value && 'rows' in value && 'columns' in value)) return false;
  const { name, kind, rows, columns } = value;
  return (
    typeof name === 'string' &&
    typeof kind === 'string' &&
    Object.hasOwn(KINDS, kind) &&
    isCount(rows) &&
    isCount(columns)
  );
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function bytesOf({ kind, rows, columns }: Entry): number {
  return rows * columns * KINDS[kind].BYTES_PER_ELEMENT;
}

function kindOf(values: Tensor['values']): string {
  const [kind] = Object.entries(KINDS).find(([, Values]) => values instanceof Values) ?? ['uint8'];
  return kind;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
