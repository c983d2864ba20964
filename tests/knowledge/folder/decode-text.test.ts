import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/knowledge/folder/parse-article.ts';

function bytes(...parts: (string | number)[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))),
  );
}

describe('text of a file', () => {
  test('has every line end as a line feed and no byte order mark', () => {
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 'a\r\nb\rc\n\r\n\rd'))).toEqual({
      kind: 'text',
      text: 'a\nb\nc\n\n\nd',
    });
  });

  test('keeps no-break spaces, curly quotes and later marks', () => {
    expect(decodeText(bytes('“a”\u00a0\ufeffb'))).toEqual({ kind: 'text', text: '“a”\u00a0\ufeffb' });
  });

  test.each([
    ['in line feeds', bytes('one\ntwo é\nthree ', 0xe9, ' x\nfour'), 3],
    ['in carriage returns', bytes('one\rtwo\r\nthree ', 0xff, '\rfour'), 3],
    ['on the first line', bytes(0xc3), 1],
    ['cut off at the end', bytes('one\ntwo', 0xe2, 0x82), 2],
    ['an encoded surrogate', bytes('one\n', 0xed, 0xa0, 0x80, '\n'), 2],
  ])('that is not UTF-8 is rejected with the line of its first bad byte: %s', (_, content, line) => {
    expect(decodeText(content)).toMatchObject({ problem: { line, cause: { code: 'not-utf8' } } });
  });

  test.each([
    ['little', bytes(0xff, 0xfe, 'a', 0)],
    ['big', bytes(0xfe, 0xff, 0, 'a')],
  ])('in UTF-16, %s end first, is reported as UTF-16', (_, content) => {
    expect(decodeText(content)).toMatchObject({
      problem: { line: null, cause: { code: 'utf-16' } },
    });
  });

  test('with a NUL character is rejected with its line', () => {
    expect(decodeText(bytes('a\nb\n\0c'))).toMatchObject({
      problem: { kind: 'skipped', line: 3, cause: { code: 'nul-character' } },
    });
  });
});
