import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLines } from '../../../src/terminal/ask/ask-command.ts';

async function read(chunks: readonly (Buffer | string)[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of readLines(Readable.from(chunks))) lines.push(line);
  return lines;
}

/** `bytes` in pieces of at most `size`, as a pipe may bring them. */
function inPieces(bytes: Buffer, size: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
}

describe('linesOf', () => {
  test.each([
    ['nothing', '', []],
    ['a last line without an end', 'a\nb', ['a', 'b']],
    ['a last line with an end', 'a\nb\n', ['a', 'b']],
    ['blank lines', '\n\na\n \n\n', ['', '', 'a', ' ', '']],
    ['Windows’ line ends', 'a\r\nb\r\n\r\nc\r\n', ['a', 'b', '', 'c']],
    ['a lone carriage return inside a line', 'a\rb\n', ['a\rb']],
    ['one carriage return too many', 'a\r\r\n', ['a\r']],
    [
      'separators that are no line ends',
      'a\u2028b\u2029c\u0085d\u000be\n',
      ['a\u2028b\u2029c\u0085d\u000be'],
    ],
    ['a byte order mark at the start', '\ufeffa\n\ufeffb', ['a', '\ufeffb']],
    ['a byte order mark alone', '\ufeff', []],
    ['signs of several bytes', 'é関👩‍👩‍👧‍👦\nß', ['é関👩‍👩‍👧‍👦', 'ß']],
  ])('reads %s, however the bytes arrive', async (_, text, lines) => {
    for (const size of [1, 2, 3, 7, 1000])
      expect(await read(inPieces(Buffer.from(text), size))).toEqual(lines);
    expect(await read([text])).toEqual(lines);
  });

  test('puts a mark where bytes are no UTF-8, also at the end, and reads on', async () => {
    expect(await read([Buffer.from([0x61, 0xff, 0x62, 0x0a, 0xc3, 0x28, 0x0a, 0xe9, 0x96])])).toEqual([
      'a�b',
      '�(',
      '�',
    ]);
  });

  test('reads a line of a megabyte', async () => {
    const long = 'word '.repeat(200_000);
    expect(await read([...inPieces(Buffer.from(`a\n${long}\nb`), 65_536)])).toEqual(['a', long, 'b']);
  });

  test('gives a line as soon as its end has come', async () => {
    const input = new Readable({ read: () => undefined });
    const lines = readLines(input);
    input.push('first\nsec');
    expect(await lines.next()).toEqual({ done: false, value: 'first' });
    input.push('ond\n');
    expect(await lines.next()).toEqual({ done: false, value: 'second' });
    input.push(null);
    expect((await lines.next()).done).toBe(true);
  });

  test('gives back every list of lines, whatever stands in them and however they are cut', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\n\r]/g, ' '));
    const end = fc.constantFrom('\n', '\r\n');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(line, end)), fc.integer({ min: 1, max: 9 }), async (lines, size) => {
        const bytes = Buffer.from(lines.flat().join(''));
        expect(await read(inPieces(bytes, size))).toEqual(lines.map(([text]) => text));
      }),
    );
  });
});
