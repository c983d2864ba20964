import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../src/knowledge/article/article.ts';
import { readHtmlPage } from '../../src/knowledge/formats/html-page.ts';
import { paragraphsOf, readInPortions, underHeadings } from './read-paragraphs.ts';

/** Renders the marker of a paragraph, indented by its depth, and its text. */
function outline(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs.map(({ depth, marker, text }) => `${'>'.repeat(depth)}${marker}${text}`);
}

/** Groups the texts of paragraphs by block. */
function blocksOf(paragraphs: readonly Paragraph[]): readonly string[] {
  const blocks = new Map<number, string[]>();
  for (const { block, text } of paragraphs) blocks.set(block, [...(blocks.get(block) ?? []), text]);
  return Array.from(blocks.values(), (texts) => texts.join(' + '));
}

const STEPS = `Do this:

3. Open the door
   - with a key
   - or a card

     that is yours
4. Go in

   \`\`\`
   run
   \`\`\`
7. Close it
   1. [x] slowly

Done.
`;

const STEPS_OUTLINE = [
  'Do this:',
  '>3. Open the door',
  '>>- with a key',
  '>>- or a card',
  '>>that is yours',
  '>4. Go in',
  '>run',
  '>5. Close it',
  '>>1. ☑ slowly',
  'Done.',
];

describe('a list', () => {
  test('keeps its numbers, its marks and its depth', () => {
    expect(outline(paragraphsOf(STEPS))).toEqual(STEPS_OUTLINE);
  });

  test('keeps them across portions of the text', () => {
    for (let chars = 1; chars < STEPS.length; chars += 1)
      expect(outline(readInPortions(STEPS, chars).paragraphs)).toEqual(STEPS_OUTLINE);
  });

  test('keeps them in HTML', () => {
    const html =
      '<p>Do this:<ol start=3><li>Open<ul><li>with a key<li>or a card<p>that is yours</ul><li>Go in</ol>Done.';
    const expected = [
      'Do this:',
      '>3. Open',
      '>>- with a key',
      '>>- or a card',
      '>>that is yours',
      '>4. Go in',
      'Done.',
    ];
    expect(outline(paragraphsOf(html))).toEqual(expected);
    expect(outline(readHtmlPage(html).paragraphs)).toEqual(expected);
  });

  test('has its items and its code', () => {
    expect(paragraphsOf(STEPS).map(({ kind }) => kind)).toEqual([
      'text',
      ...Array.from({ length: 5 }, () => 'item'),
      'code',
      'item',
      'item',
      'text',
    ]);
  });

  test('has the line numbers of the file', () => {
    expect(paragraphsOf(STEPS).map(({ line }) => line)).toEqual([4, 6, 7, 8, 10, 11, 13, 16, 17, 19]);
  });
});

describe('a block', () => {
  test.each([
    ['a\n\nb', ['a', 'b']],
    ['- a\n  - b\n- c\n\n  d\n\ne', ['a + b + c + d', 'e']],
    ['- a\n\n1. b', ['a', 'b']],
    ['| a |\n|-|\n| b |\n\n| c |\n|-|', ['a + b', 'c']],
    ['> a\n>\n> b', ['a', 'b']],
    ['<ul><li>a<ul><li>b</ul></ul><ul><li>c</ul>d', ['a + b', 'c', 'd']],
    ['<table><tr><th>a<tr><td>b</table><table><tr><td>c</table>', ['a + b', 'c']],
    ['a[^1]\n\n[^1]: - b\n    - c', ['a', 'b + c']],
  ])('is a whole list or table, or else a paragraph: %j', (body, blocks) => {
    expect(blocksOf(paragraphsOf(body))).toEqual(blocks);
  });

  test('is the same across portions of the text', () => {
    const body = 'x\n\n- a\n  - b\n- c\n- d\n\n| a |\n|-|\n| b |\n| c |\n\ny';
    for (let chars = 1; chars < body.length; chars += 1)
      expect(blocksOf(readInPortions(body, chars).paragraphs)).toEqual([
        'x',
        'a + b + c + d',
        'a + b + c',
        'y',
      ]);
  });
});

function cellsOf(body: string): readonly (readonly string[])[] {
  return paragraphsOf(body).map(
    ({ text, cells }) => cells?.map(({ start, end }) => text.slice(start, end)) ?? [],
  );
}

describe('the cells of a row', () => {
  test.each([
    [
      '| a | b |\n|-|-|\n| c | d |',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '| a | b | c |\n|-|-|-|\n| | d | |\n|e||',
      [
        ['a', 'b', 'c'],
        ['', 'd', ''],
        ['e', ''],
      ],
    ],
    ['| a \\| b | `c \\| d` |\n|-|-|', [['a | b', 'c | d']]],
    ['| [a](x) | ~~b~~ **c** |\n|-|-|', [['a', 'c']]],
    [
      '<table><tr><th>a <th> b | c<tr><td><td><p>d<p>e</table>',
      [
        ['a', 'b | c'],
        ['', 'd e'],
      ],
    ],
    ['a', [[]]],
  ])('are found in its text: %j', (body, cells) => {
    expect(cellsOf(body)).toEqual(cells);
  });
});

describe('a collapsible part', () => {
  test.each([
    ['<details><summary>Hours</summary>At nine.</details>\n\nEnd.', ['Hours › At nine.', 'End.']],
    [
      '## A\n\n<details>\n<summary>**Hours**</summary>\n\n- At nine.\n- At ten.\n\n</details>\n\nEnd.',
      ['A › **Hours** › At nine.', 'A › **Hours** › At ten.', 'A › End.'],
    ],
    [
      '<details><summary>A</summary>one<details><summary>B</summary>two</details>three</details>four',
      ['A › one', 'A › B › two', 'A › three', 'four'],
    ],
    ['<details><summary>A</summary>\n\n**Why?**\n\none\n\n</details>\n\nEnd.', ['A › Why? › one', 'End.']],
    ['<details><summary>A</summary></details>\n\nEnd.', ['A', 'End.']],
    ['<details><summary>A</summary>\n\n![p](q)\n\n</details>\n\nEnd.', ['A', 'End.']],
    ['<details><summary>A</summary>\n\n# B\n\nEnd.', ['A', 'B › End.']],
    ['- <details><summary>A</summary>\n\n  one\n- two\n\nthree', ['A › one', 'two', 'three']],
    ['<details>one</details></details><summary>A</summary>two', ['one', 'A › two']],
  ])('has its summary as a heading until it closes: %j', (body, expected) => {
    expect(paragraphsOf(body).map(underHeadings)).toEqual(expected);
  });

  test('also on an HTML page', () => {
    const html =
      '<h1>T</h1><details><summary>Hours</summary><p>At nine.</details><details><summary>B</summary></details>End.';
    expect(readHtmlPage(html).paragraphs.map(underHeadings)).toEqual(['Hours › At nine.', 'B', 'End.']);
  });
});

describe('a question in the text', () => {
  test.each([
    [
      'Q: May I swim?\n\nA: Yes.\n\nAt nine.\n\n## B\n\nEnd.',
      ['May I swim? › Yes.', 'May I swim? › At nine.', 'B › End.'],
    ],
    ['Q. May I swim?\nA. Yes.\n\nQ. And dive?\nA. No.', ['May I swim? › Yes.', 'And dive? › No.']],
    ['Q1) May I *swim*?  \nAnswer: [Yes](x).', ['May I swim? › Yes.']],
    [
      '**May I swim?**\n\nYes.\n\n**And dive?**\n\n- No.\n- Never.',
      ['May I swim? › Yes.', 'And dive? › No.', 'And dive? › Never.'],
    ],
    ['## Q: May I swim?\n\nA. Yes.', ['May I swim? › Yes.']],
    ['## Who spoke?\n\nA. Belyaninov did.', ['Who spoke? › A. Belyaninov did.']],
    ['## Who spoke?\n\nA: He did.', ['Who spoke? › He did.']],
    ['## Letters\n\nA: the first one.', ['Letters › A: the first one.']],
    ['> **May I swim?**\n>\n> Yes.\n\nEnd.', ['May I swim? › Yes.', 'End.']],
    ['**May I swim?** Yes.', ['May I swim? Yes.']],
    ['**Swim at nine.**\n\nYes.', ['Swim at nine.', 'Yes.']],
    ['Q: Swim.\n\nYes.', ['Q: Swim.', 'Yes.']],
  ])('is the heading of its answer: %j', (body, expected) => {
    expect(paragraphsOf(body).map(underHeadings)).toEqual(expected);
  });

  test.each([
    ['**May I swim?**', ['May I swim?']],
    ['**May I swim?**\n\n## B\n\nEnd.', ['May I swim?', 'B › End.']],
    ['**May I swim?**\n\n**And dive?**\n\nNo.', ['May I swim?', 'And dive? › No.']],
    ['Q: May I [swim](x)?\n\n![p](q)\n\nEnd.', ['Q: May I swim?', 'May I swim? › End.']],
    ['- **May I swim?**\n- **And dive?**\n\nEnd.', ['May I swim?', 'And dive?', 'End.']],
    ['> **May I swim?**\n\nEnd.', ['May I swim?', 'End.']],
    ['**May I swim?**\n\n<!-- no -->', ['May I swim?']],
    [
      '**May I swim?**\n\n> **In winter?**\n>\n> No.\n\nEnd.',
      ['May I swim?', 'In winter? › No.', 'May I swim? › End.'],
    ],
  ])('is text where nothing follows it: %j', (body, expected) => {
    expect(paragraphsOf(body).map(underHeadings)).toEqual(expected);
  });
});
