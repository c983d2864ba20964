import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FlatReader, FlatWriter } from '../../src/search/flat/flat-buffer.ts';
import { StringTable } from '../../src/search/flat/string-table.ts';

const strings = fc.array(
  fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '__proto__', 'é', 'a', 'b')),
);

describe('a table of strings', () => {
  test('gives back each, and finds the first of equal ones, also after it lay in flat memory', () => {
    fc.assert(
      fc.property(strings, fc.string(), (given, other) => {
        const built = StringTable.create(given);
        const to = new FlatWriter();
        built.write(to, 'table');
        for (const table of [built, StringTable.read(new FlatReader(to.build()), 'table')]) {
          expect([...table]).toEqual(given);
          for (const each of given) expect(table.find(each)).toBe(given.indexOf(each));
          expect(table.find(other) ?? -1).toBe(given.indexOf(other));
          expect([table.count, table.get(given.length), table.get(-1)]).toEqual([given.length, '', '']);
        }
      }),
    );
  });

  test('knows whether one of its strings holds a part, but not whether two together do', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'я'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(part), part, (given, asked) => {
        const isHeld = given.some((each) => each.includes(asked));
        expect(StringTable.create(given).hasHolding(asked)).toBe(isHeld);
      }),
    );
  });

  test('gives back a string of a million letters', () => {
    const long = 'ab'.repeat(500_000);
    expect(StringTable.create(['x', long]).get(1)).toBe(long);
  });
});

describe('flat memory', () => {
  test('holds arrays of each kind and plain data under their names, whatever their lengths', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint16Array(), fc.uint32Array(), fc.int32Array(), (a, b, c, d) => {
        const to = new FlatWriter();
        to.add('a', a);
        to.add('b', b);
        to.add('c/c', c);
        to.add('d', d);
        to.addJson('e', { text: 'ß\u0000' });
        const from = new FlatReader(to.build());
        expect([...from.readUint8('a')]).toEqual([...a]);
        expect([...from.readUint16('b')]).toEqual([...b]);
        expect([...from.readUint32('c/c')]).toEqual([...c]);
        expect([...from.readInt32('d')]).toEqual([...d]);
        expect(from.readJson('e')).toEqual({ text: 'ß\u0000' });
        expect(() => from.readUint8('d')).toThrow(RangeError);
        expect(() => from.readUint8('f')).toThrow(RangeError);
      }),
    );
  });

  test('is refused where it is cut off, or holds something else', () => {
    const to = new FlatWriter();
    to.add('a', Uint32Array.of(1, 2, 3));
    const whole = to.build();
    for (const length of [0, 8, 100, whole.byteLength - 8])
      expect(() => new FlatReader(whole.slice(0, length))).toThrow(/directory/);
    expect(() => new FlatReader(new SharedArrayBuffer(4_000))).toThrow(RangeError);
  });
});
