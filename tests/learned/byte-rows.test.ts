import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { ByteRows, COMPILED } from '../../src/learned/byte-rows.ts';

const byte = fc.integer({ min: -128, max: 127 });
/** Rows of up to three steps of sixteen and any rest. */
const anyRows = fc
  .integer({ min: 1, max: 50 })
  .chain((columns) =>
    fc.array(fc.array(byte, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 5 }),
  );

function productOf(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, number, place) => sum + number * (b[place] ?? 0), 0);
}

describe('rows of bytes', () => {
  it('are multiplied exactly, each with each', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const table = new ByteRows(Int8Array.from(rows.flat()), rows[0]?.length ?? 0);
        for (const [a, left] of rows.entries()) {
          for (const [b, right] of rows.entries()) expect(table.product(a, b)).toBe(productOf(left, right));
        }
      }),
    );
  });

  it('may fill several pages of memory, to the last byte', () => {
    const columns = 64;
    const rows = 4096;
    const table = new ByteRows(
      Int8Array.from({ length: rows * columns }, (_, at) => (at >= (rows - 1) * columns ? -128 : 1)),
      columns,
    );
    expect(table.product(rows - 1, rows - 1)).toBe(columns * 128 * 128);
    expect(table.product(0, rows - 1)).toBe(columns * -128);
    expect(table.product(0, 0)).toBe(columns);
  });

  it('are copied', () => {
    const values = Int8Array.of(1, 2);
    const table = new ByteRows(values, 2);
    values.fill(0);
    expect([...table.values]).toEqual([1, 2]);
    expect(table.product(0, 0)).toBe(5);
  });

  it('are multiplied by what the text compiles to', async () => {
    const text = await readFile('src/learned/byte-rows.wat', 'utf8');
    const { buffer } = (await wabt()).parseWat('byte-rows.wat', text, { simd: true }).toBinary({});
    expect(COMPILED).toBe(Buffer.from(buffer).toString('base64'));
  });
});
