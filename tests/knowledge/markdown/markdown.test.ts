import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../../src/knowledge/article/article.ts';
import { findTooNested, readMarkdown } from '../../../src/knowledge/markdown/markdown.ts';
import { buildParagraph } from '../../../src/knowledge/paragraphs/paragraphs.ts';
import { paragraphsOf } from '../read-paragraphs.ts';

function textsOf(body: string): string[] {
  return paragraphsOf(body).map(({ text }) => text);
}

describe('inline marks', () => {
  test.each([
    ['emphasis and strong', '*a* _b_ **c** __d__ ***e***', 'a b c d e'],
    [
      'links',
      '[a *b*](http://x.y "t"), [c][d], [d], <http://x.y>, www.x.y\n\n[d]: http://z',
      'a b, c, d, http://x.y, www.x.y',
    ],
    ['inline code', 'run `npm *ci*` or `` `x` ``', 'run npm *ci* or `x`'],
    ['images with their texts', 'a![alt](i.png)b ![alt][i] c\n\n[i]: i.png', 'ab c'],
    ['footnote marks', 'a[^1].\n\n[^1]: b', 'a.'],
    ['HTML tags, but not what is between', 'a <b class="x">c</b> m<sup>2</sup> <!-- no -->d', 'a c m² d'],
    ['backslashes', 'a \\* b \\[c\\] 5\\. d', 'a * b [c] 5. d'],
    ['entities', 'a &amp; b &lt;c&gt; &#8220;d&#x201d; &copy; &nope;', 'a & b <c> “d” © &nope;'],
  ])('are taken off: %s', (_, body, text) => {
    expect(textsOf(body)[0]).toBe(text);
  });

  test('leave no-break spaces, curly quotes and marks that mean nothing as they are', () => {
    const text = '“a”\u00a0b – 2 * 3 * 4 snake_case_word [x] a~b $5 @c #d';
    expect(textsOf(text)).toEqual([text]);
  });
});

describe('line breaks', () => {
  test('inside a paragraph become one space', () => {
    expect(textsOf('one\ntwo\n   three')).toEqual(['one two three']);
  });

  test('stay where they are hard', () => {
    expect(textsOf('one  \ntwo\\\nthree<br>four<br />\nfive')).toEqual(['one\ntwo\nthree\nfour\nfive']);
  });
});

describe('paragraphs', () => {
  test('are those of the body, of lists, quotes and footnotes, in reading order', () => {
    const body = `
First.

> Quoted.
>
> > Deeper.

- Item one
- Item two

  its second paragraph
  1. Nested

Last.[^n]

[^n]: The note.

    Its second paragraph.
`;
    expect(textsOf(body)).toEqual([
      'First.',
      'Quoted.',
      'Deeper.',
      'Item one',
      'Item two',
      'its second paragraph',
      'Nested',
      'Last.',
      'The note.',
      'Its second paragraph.',
    ]);
  });

  test('leave out what readers do not see: comments, definitions, rules, lone images', () => {
    const body = '<!-- not\n\nseen -->\n\n[a]: http://x.y\n\n---\n\n![alt](x.png)\n\n<br>\n\nSeen.';
    expect(textsOf(body)).toEqual(['Seen.']);
  });

  test('of code are verbatim', () => {
    expect(paragraphsOf('```sh\n  a  *b*\n\n&amp;\n```\n\n    indented\n')).toEqual([
      buildParagraph({ kind: 'code', text: '  a  *b*\n\n&amp;', block: 1, line: 4 }),
      buildParagraph({ kind: 'code', text: 'indented', block: 2, line: 10 }),
    ]);
  });
});

/** Returns a row of the first table with the spans of its cells. */
function row(
  own: Pick<Paragraph, 'text'> & Partial<Paragraph>,
  ...cells: readonly (readonly [number, number])[]
): Paragraph {
  const places = cells.map(([start, end]) => ({ start, end }));
  return buildParagraph({ kind: 'row', block: 1, cells: places, ...own });
}

describe('tables', () => {
  test('give one paragraph for each row, with the header row as its lead', () => {
    const body = '| Zone | Fee |\n|:--|--:|\n| **A** | 5 € |\n| B | `x\\|y` |\n| C |';
    expect(paragraphsOf(body)).toEqual([
      row({ kind: 'head', text: 'Zone | Fee', line: 4 }, [0, 4], [7, 10]),
      row({ text: 'A | 5 €', lead: 'Zone | Fee', line: 6 }, [0, 1], [4, 7]),
      row({ text: 'B | x|y', lead: 'Zone | Fee', line: 7 }, [0, 1], [4, 7]),
      row({ text: 'C', lead: 'Zone | Fee', line: 8 }, [0, 1]),
    ]);
  });

  test('keep an empty cell in its place, but no empty row or header', () => {
    const rows = paragraphsOf('| | |\n|-|-|\n| a | | \n| | b |\n| | |');
    expect(rows.map(({ text, lead }) => [text, lead])).toEqual([
      ['a |', null],
      ['| b', null],
    ]);
  });
});

describe('the lead of a list item', () => {
  test('is the paragraph directly before the list', () => {
    const paragraphs = paragraphsOf(
      'Far.\n\nYou *need*:\n\n- a stamp\n- a form\n\n  in two copies\n\nThen go.',
    );
    expect(paragraphs.map(({ text, lead }) => [text, lead])).toEqual([
      ['Far.', null],
      ['You need:', null],
      ['a stamp', 'You need:'],
      ['a form', 'You need:'],
      ['in two copies', 'You need:'],
      ['Then go.', null],
    ]);
  });

  test('is the outer item in a list inside a list', () => {
    const paragraphs = paragraphsOf('Bring:\n- papers:\n  - passport\n- - bare');
    expect(paragraphs.map(({ text, lead }) => [text, lead])).toEqual([
      ['Bring:', null],
      ['papers:', 'Bring:'],
      ['passport', 'papers:'],
      ['bare', 'Bring:'],
    ]);
  });

  test('is null after a heading', () => {
    expect(paragraphsOf('Text.\n\n## Items\n\n- a')[1]).toMatchObject({ text: 'a', lead: null });
  });
});

describe('headings', () => {
  test('form the path of the text below, outermost first', () => {
    const paragraphs = paragraphsOf('# A\n\n1\n\n### B *b*\n\n2\n\n## C\n\n3\n\nD\n===\n\n4');
    expect(paragraphs.map(({ text, headings }) => [text, headings])).toEqual([
      ['1', ['A']],
      ['2', ['A', 'B b']],
      ['3', ['A', 'C']],
      ['4', ['D']],
    ]);
  });

  test('leave out a first heading that only repeats the title', () => {
    expect(paragraphsOf('# My  *title*\n\n## B\n\n1', 'my Title')[0]?.headings).toEqual(['B']);
    expect(paragraphsOf('## Title\n\n1')[0]?.headings).toEqual(['Title']);
    expect(paragraphsOf('# A\n\n# Title\n\n1')[0]?.headings).toEqual(['Title']);
  });

  test('inside a block quote end with it, and empty ones name nothing', () => {
    const paragraphs = paragraphsOf('## A\n\n> ### B\n>\n> 1\n\n2\n\n## ![x](y)\n\n3');
    expect(paragraphs.map(({ text, headings }) => [text, headings])).toEqual([
      ['1', ['A', 'B']],
      ['2', ['A']],
      ['3', []],
    ]);
  });
});

describe('text that would block the parser', () => {
  test.each([
    ['of block quotes', `a\n\n${'>'.repeat(10_000)} b`, 6],
    ['of lists', `${'- '.repeat(60)}b`, 4],
  ])('is rejected with its line in the file: %s', (_, body, line) => {
    const startedAt = performance.now();
    expect(readMarkdown({ body, bodyLine: 4 }, 'T')).toMatchObject({ problem: { kind: 'skipped', line } });
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  test('is read up to those limits', () => {
    expect(textsOf(`${'- '.repeat(45)}b\n\n${'-'.repeat(300)}\n\n${'* '.repeat(80)}`)).toEqual(['b']);
    expect(textsOf(`${'word '.repeat(39_000)}\n\n${'word '.repeat(39_000)}`)).toHaveLength(2);
  });
});

test('finds the first line with too many quote or list marks, and takes no rule for one', () => {
  expect(findTooNested(`One.\n\n${'>'.repeat(60)}`)).toBe(3);
  expect(findTooNested(`${'- '.repeat(60)}a`)).toBe(1);
  expect(findTooNested('-'.repeat(80))).toBeNull();
});
