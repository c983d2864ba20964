import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { removeDialects } from '../../../src/knowledge/dialects/dialects.ts';
import { parseArticle } from '../../../src/knowledge/folder/parse-article.ts';
import { readHtmlPage } from '../../../src/knowledge/formats/html-page.ts';
import { cpuMsOf } from '../../cpu-time.ts';
import { paragraphsOf, readInPortions, underHeadings } from '../read-paragraphs.ts';

describe('a term is the heading of its definitions in Markdown', () => {
  test.each([
    ['Berth\n: A place for a ship.\n\nEnd.', ['Berth › A place for a ship.', 'End.']],
    ['Berth\n\n: A place.\n\n: A bed.\n\nEnd.', ['Berth › A place.', 'Berth › A bed.', 'End.']],
    ['A\n: one\nB\n: two', ['A › one', 'B › two']],
    ['A\n: one,\nstill one\n\nB\n: two', ['A › one, still one', 'B › two']],
    ['A\nB\n: one\n\nC\n: two', ['A › B › one', 'C › two']],
    [
      '## G\n\n**A** `x`\n:   one\n\n    - two\n    - three\n\n    ```\n    B\n    : code\n    ```\n\n## H\n\nEnd.',
      ['G › A x › one', 'G › A x › two', 'G › A x › three', 'G › A x › B\n: code', 'H › End.'],
    ],
    ['A\n: one\n\n      code\n\n  more\n\n---\n\nEnd.', ['A › one', 'A › code', 'A › more', 'End.']],
    ['## G\nA\n: one', ['G › A › one']],
    ['A\n: one\n## H\n\nEnd.', ['A › one', 'H › End.']],
    ['A\n: <!-- nothing -->\n\nEnd.', ['A', 'End.']],
    ['A\n: ![p](q)\n\nB\n: one', ['A', 'B › one']],
    ['!!! note\n    A\n    : one\n\nEnd.', ['A › one', 'End.']],
    ['C#\n: one', ['C# › one']],
    ['**Why?**\n\nA\n: one\n\nTwo.', ['Why? › A › one', 'Why? › Two.']],
    [
      '<details><summary>S</summary>\n\nA\n: one\n\nTwo.\n\n</details>\n\nEnd.',
      ['S › A › one', 'S › Two.', 'End.'],
    ],
  ])('%j', (body, expected) => {
    expect(paragraphsOf(body).map(underHeadings)).toEqual(expected);
  });

  test.each([
    ['A\n:', ['A :']],
    [': one', [': one']],
    ['A :smile:\n:smile: b', ['A :smile: :smile: b']],
    ['- A\n: one', ['A : one']],
    ['a\nb\nc\nd\n: one', ['a b c d : one']],
    ['```\nA\n: one\n```', ['A\n: one']],
    ['    A\n    : one', ['A\n: one']],
    ['| a |\n|-|\n: one', ['a', ': one']],
    ['<b>A</b>\n: one', ['A : one']],
  ])('but not where it is text: %j', (body, expected) => {
    expect(paragraphsOf(body).map(underHeadings)).toEqual(expected);
  });

  test('wherever a portion ends', () => {
    const body = 'Begin.\n\nA\n: one\n\n  two\n\nB\nC\n: three\n\nEnd.';
    const text = removeDialects(body);
    for (let chars = 1; chars < text.length; chars += 1)
      expect(readInPortions(text, chars).paragraphs.map(underHeadings)).toEqual([
        'Begin.',
        'A › one',
        'A › two',
        'B › C › three',
        'End.',
      ]);
  });

  test('and every line stays on its own line, in time that grows with the length', () => {
    const pieces = fc.constantFrom(':', ': a', 'A', '\n', '\n\n', '    ', '```', '- ', '## ', '\ufdd3');
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 20 }), (parts) => {
        const text = parts.join('');
        expect(removeDialects(text).split('\n')).toHaveLength(text.split('\n').length);
        const [short, long] = [text.repeat(1_000), text.repeat(4_000)];
        const once = cpuMsOf(() => removeDialects(short));
        expect(cpuMsOf(() => removeDialects(long))).toBeLessThan(10 * once + 300);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a term is the heading of its definitions in HTML', () => {
  test.each([
    ['<dl><dt>A<dd>one<dd>two<dt>B<dd>three</dl>End.', ['A › one', 'A › two', 'B › three', 'End.']],
    ['<dl><dt>A</dt><dt>B</dt><dd>one</dd></dl><p>End.', ['A › B › one', 'End.']],
    ['<dl><dt>A</dt><dd></dd><dt>B</dt><dd>one</dd></dl>', ['A', 'B › one']],
    ['<dl><dt>A</dt></dl>End.', ['A', 'End.']],
    ['<dl><dt>A<dd>one<dl><dt>B<dd>two</dl>three</dl>', ['A › one', 'A › B › two', 'A › three']],
    [
      '<details><summary>S</summary><dl><dt>A<dd>one</dl>two</details>End.',
      ['S › A › one', 'S › two', 'End.'],
    ],
  ])('%j', (html, expected) => {
    expect(paragraphsOf(html).map(underHeadings)).toEqual(expected);
    expect(readHtmlPage(html).paragraphs.map(underHeadings)).toEqual(expected);
  });
});

describe('a term is the heading of its definitions', () => {
  test.each([
    ['Berth:: A place.\nQuay::\nA *wall*.\n\nEnd.', ['Berth › A place.', 'Quay › A wall.', 'End.']],
    ['A::\n* one\n* two\n\nB::\n\nthree\n\n== H\n\nEnd.', ['A › one', 'A › two', 'B › three', 'H › End.']],
    ['See std::vector here.\n\nimage::x[]\n\nA ;; b', ['See std::vector here.', 'A ;; b']],
    ['A::', ['A']],
  ])('in AsciiDoc: %j', (text, expected) => {
    expect(read('a.adoc', text)).toEqual(expected);
  });

  test.each([
    [
      'Intro.\n\nBerth\n    A place\n    for ships.\n\n    - one\nQuay : noun\n    A wall.\n\nEnd.',
      ['Intro.', 'Berth › A place for ships.', 'Berth › one', 'Quay : noun › A wall.', 'End.'],
    ],
    [
      ':orphan:\n:author: Kim\n\nTitle\n=====\n\n:Fee: 5 euros\n:Hours: 9\n\nEnd.',
      ['Fee › 5 euros', 'Hours › 9', 'End.'],
    ],
    ['A\n  .. note:: b\n\n     c\n\nEnd.', ['A › b', 'A › c', 'End.']],
    ['A\n  :b: c\n\nEnd.', ['A › b: c', 'End.']],
    ['- A\n  b\n\nc\n\n  d', ['A b', 'c', 'd']],
    ['1. A\n   b\n\n:ref:`x` y', ['A b', 'x y']],
  ])('in reStructuredText: %j', (text, expected) => {
    expect(read('a.rst', text)).toEqual(expected);
  });
});

function read(path: string, text: string): readonly string[] {
  return parseArticle(path, new TextEncoder().encode(text)).article?.paragraphs.map(underHeadings) ?? [];
}
