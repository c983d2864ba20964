import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeModelFile,
  encodeModelFile,
  type ModelFile,
  ModelFileError,
  type Tensor,
  tensorOf,
} from '../../src/learned/model-file.ts';

const anyName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '__proto__', 'constructor', 'words', '\ud800', '"', '\\', '\u0000'),
);

const anyTensor: fc.Arbitrary<Tensor> = fc
  .tuple(fc.nat(5), fc.nat(7), fc.constantFrom(Int8Array, Uint8Array, Uint16Array, Float32Array))
  .chain(([rows, columns, Values]) => {
    const length = rows * columns * Values.BYTES_PER_ELEMENT;
    return fc
      .uint8Array({ minLength: length, maxLength: length })
      .map((bytes) => ({ rows, columns, values: new Values(Uint8Array.from(bytes).buffer) }));
  });

function named<T>(value: fc.Arbitrary<T>): fc.Arbitrary<ReadonlyMap<string, T>> {
  return fc.array(fc.tuple(anyName, value), { maxLength: 6 }).map((entries) => new Map(entries));
}

const anyFile: fc.Arbitrary<ModelFile> = fc
  .tuple(named(anyTensor), named(fc.string({ unit: 'binary' })))
  .map(([tensors, texts]) => ({ tensors, texts }));

/** A file whose checksum fits, whatever its header says. */
function fileWith(header: string, { body = '', headerBytes = Buffer.byteLength(header) } = {}): Uint8Array {
  const checked = Buffer.from(header + body);
  const start = Buffer.from('FNM1\0\0\0\0\0\0\0\0');
  start.writeUInt32LE(headerBytes, 4);
  start.writeUInt32LE(crc32(checked), 8);
  return Buffer.concat([start, checked]);
}

describe('a model file', () => {
  it('gives back what was put into it, wherever it lies in the memory', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(9), fc.nat(9), (file, before, after) => {
        const bytes = encodeModelFile(file);
        const buffer = new Uint8Array(before + bytes.length + after).fill(255);
        buffer.set(bytes, before);
        expect(decodeModelFile(buffer.subarray(before, before + bytes.length))).toStrictEqual(file);
      }),
    );
  });

  it('takes numbers that are part of a longer row', () => {
    const values = Uint16Array.of(1, 2, 3, 4).subarray(1, 3);
    const file = { tensors: new Map([['part', { rows: 1, columns: 2, values }]]), texts: new Map() };
    expect(tensorOf(decodeModelFile(encodeModelFile(file)), 'part').values).toEqual(Uint16Array.of(2, 3));
  });

  it('is refused with any one byte changed', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(), fc.integer({ min: 1, max: 255 }), (file, place, change) => {
        const bytes = encodeModelFile(file);
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(() => decodeModelFile(bytes)).toThrow(ModelFileError);
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused with any change to the length of its header', () => {
    const bytes = encodeModelFile({
      tensors: new Map(),
      texts: new Map([['blank', ' '.repeat(40)]]),
    });
    const file = Buffer.from(bytes);
    const length = file.readUInt32LE(4);
    const others = Array.from({ length: bytes.length + 10 }, (_, other) => other);
    for (const other of others.filter((bytesClaimed) => bytesClaimed !== length)) {
      file.writeUInt32LE(other, 4);
      expect(() => decodeModelFile(file)).toThrow(ModelFileError);
    }
  });

  it('is refused when it was cut off or when something was added', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(), fc.uint8Array({ minLength: 1 }), (file, place, added) => {
        const bytes = encodeModelFile(file);
        expect(() => decodeModelFile(bytes.subarray(0, place % bytes.length))).toThrow(ModelFileError);
        expect(() => decodeModelFile(Buffer.concat([bytes, added]))).toThrow(ModelFileError);
      }),
    );
  });

  it.each(['', 'FNM', 'FNM2', 'fnm1', 'GIF8'])('is refused when it begins with “%s”', (magic) => {
    const bytes = encodeModelFile({ tensors: new Map(), texts: new Map() });
    const other = Buffer.concat([Buffer.from(magic), bytes.subarray(4)]);
    expect(() => decodeModelFile(other)).toThrow('does not begin with FNM1');
  });

  it('may be anything else without another mistake', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => decodeModelFile(bytes)).toThrow(ModelFileError);
      }),
    );
  });
});

describe('a header that fits its checksum', () => {
  const entry = { name: 'a', kind: 'int8', rows: 1, columns: 4 };

  it('is read where it describes what follows', () => {
    const file = decodeModelFile(fileWith(JSON.stringify([entry]), { body: 'abcd' }));
    expect(tensorOf(file, 'a')).toEqual({ rows: 1, columns: 4, values: Int8Array.of(97, 98, 99, 100) });
  });

  it.each<readonly [string, unknown]>([
    ['no list', entry],
    ['null', null],
    ['a list of something else', [null]],
    ['an entry without a name', [{ ...entry, name: undefined }]],
    ['a name that is no text', [{ ...entry, name: 1 }]],
    ['a kind that does not exist', [{ ...entry, kind: 'float64' }]],
    ['a kind that every object has', [{ ...entry, kind: 'constructor' }]],
    ['a number of rows as a text', [{ ...entry, rows: '1' }]],
    ['a broken number of rows', [{ ...entry, rows: 0.5, columns: 8 }]],
    ['two numbers below 0', [{ ...entry, rows: -1, columns: -4 }]],
    ['more than follows', [{ ...entry, rows: 2 }]],
    ['less than follows', []],
    ['more than any memory holds', [{ ...entry, rows: 2 ** 52, columns: 2 ** 52 }]],
    ['numbers of another size', [{ ...entry, kind: 'float32' }]],
  ])('is refused when it is %s', (_, header) => {
    expect(() => decodeModelFile(fileWith(JSON.stringify(header), { body: 'abcd' }))).toThrow(ModelFileError);
  });

  it('is refused when it is no JSON, and tells why', () => {
    expect(() => decodeModelFile(fileWith('[{'))).toThrow(
      expect.objectContaining({ name: 'Error', cause: expect.any(SyntaxError) }),
    );
  });

  it.each([3, 6, 2 ** 32 - 1])('is refused when it claims %d of 2 bytes', (headerBytes) => {
    expect(() => decodeModelFile(fileWith('[]', { headerBytes }))).toThrow(ModelFileError);
  });

  it('may be any JSON without another mistake', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        fc.pre(json.trim() !== '[]');
        expect(() => decodeModelFile(fileWith(json))).toThrow(ModelFileError);
      }),
    );
  });
});

describe('a table that is missing', () => {
  it('is named', () => {
    const file = { tensors: new Map(), texts: new Map([['words', 'a text is no table']]) };
    expect(() => tensorOf(file, 'words')).toThrow(ModelFileError);
    expect(() => tensorOf(file, 'words')).toThrow('lacks “words”');
  });
});
