import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBody } from './read-paragraphs.ts';

function textsOf(body: string): string[] {
  return readBody(body).paragraphs.map(({ text }) => text);
}

describe('struck-out text is left out, and a warning names its line', () => {
  test.each([
    ['The monthly fee is ~~40~~ 50 euros.', 'The monthly fee is 50 euros.'],
    ['~~Six.~~ The pool opens at seven.', 'The pool opens at seven.'],
    ['It opens at seven ~~or eight~~.', 'It opens at seven.'],
    ['It costs <del>12</del> <ins>15</ins> euros.', 'It costs 15 euros.'],
    ['It costs <s>12</s> <strike>13</strike> 15 euros.', 'It costs 15 euros.'],
    ['It costs <del>**12** or `13`</del> 15 euros.', 'It costs 15 euros.'],
    ['It costs <span style="text-decoration: line-through">12</span> 15 euros.', 'It costs 15 euros.'],
    ['a ~~b ~~c', 'a ~~b ~~c'],
  ])('%s', (body, text) => {
    expect(textsOf(body)).toEqual([text]);
  });

  test('in whole paragraphs, items, cells, headings and code', () => {
    const body =
      '~~One.~~\n\n## A ~~B~~\n\n- ~~x~~\n- [x] ~~y~~\n- z\n\n| a | ~~b~~ |\n|-|-|\n\n<del>\n\nTwo.\n\n    code\n\n</del>\n\nThree.';
    const { paragraphs, problems } = readBody(body);
    expect(paragraphs.map(({ text }) => text)).toEqual(['z', 'a |', 'Three.']);
    expect(paragraphs[0]?.headings).toEqual(['A']);
    expect(problems).toMatchObject([{ kind: 'warning', line: 4, cause: { code: 'struck', moreLines: 6 } }]);
  });
});

describe('raised and lowered text is marked', () => {
  test.each([
    ['5 x 10<sup>3</sup> tonnes', '5 x 10³ tonnes'],
    ['10<sup>-6</sup> m<sup>2</sup>', '10⁻⁶ m²'],
    ['H<sub>2</sub>O, x<sub>n+1</sub>', 'H₂O, xₙ₊₁'],
    ['x<sup>**2**</sup>', 'x²'],
    ['2<sup>1/2</sup>, CO<sub>2,eq</sub>', '2^(1/2), CO_(2,eq)'],
    ['10<sup>2<sup>3</sup></sup>', '10^(2³)'],
    ['the 1<sup>st</sup>, 2<sup>nd</sup> of May, le 1<sup>er</sup> mai', 'the 1st, 2nd of May, le 1er mai'],
    ['Word<sup>®</sup> and text<sup>[1]</sup>', 'Word® and text[1]'],
    ['x<sup>2', 'x²'],
    ['<sup>(Credit: Kim)</sup>', '(Credit: Kim)'],
    ['One. <sub>Figure 1: a Berth</sub>', 'One. Figure 1: a Berth'],
    ['x<sup></sup>y', 'xy'],
    ['<p>10<sup>3</sup> t</p>', '10³ t'],
  ])('%s', (body, text) => {
    expect(textsOf(body)).toEqual([text]);
  });
});

describe('a task shows its box', () => {
  test.each([
    ['- [ ] The lift is repaired.\n- [x] The door is.', ['☐ The lift is repaired.', '☑ The door is.']],
    ['1. [X] A\n\n   B\n   - [ ] C', ['☑ A', 'B', '☐ C']],
    ['<ul><li><input type="checkbox" checked> A<li><input type=checkbox> B</ul>', ['☑ A', '☐ B']],
    ['- [x](http://x.y) A', ['x A']],
  ])('%s', (body, texts) => {
    expect(textsOf(body)).toEqual(texts);
  });
});

describe('HTML is read as readers see it', () => {
  test.each([
    ['<div align="center">\n  The gym opens\n  at <b>nine</b>.\n</div>', ['The gym opens at nine.']],
    ['<details><summary>Hours</summary>The gym opens at nine.</details>', ['The gym opens at nine.']],
    ['<details>\n<summary>Hours</summary>\n\nAt **nine**.\n\n</details>', ['At nine.']],
    ['<details><summary>Hours: at nine.</summary></details>', ['Hours: at nine.']],
    ['<!-- checked --> The gym opens at nine.', ['The gym opens at nine.']],
    ['The gym <!-- checked --> opens <!-- and\nchecked --> at nine.', ['The gym opens at nine.']],
    ['<center>One<br>Two<br/>Three</center>', ['One\nTwo\nThree']],
    ['<p>One<p>Two</p>Three', ['One', 'Two', 'Three']],
    ['<ul><li>One<li>Two</ul>', ['One', 'Two']],
    ['<table><tr><th>A<th>B<tr><td>1<td><p>2</p></table>', ['A | B', '1 | 2']],
    ['<pre>\na\n  b &lt;c>\n</pre>', ['a\n  b <c>']],
    ['<p>a &amp;lt; b &copy; &#x263a; &nope;</p>', ['a &lt; b © ☺ &nope;']],
    ['<dl><dt>Fee<dd>5 euros</dl>', ['5 euros']],
    ['> <div>Quoted.</div>', ['Quoted.']],
    ['<dialog open>Shown.</dialog>', ['Shown.']],
  ])('%s', (body, texts) => {
    expect(textsOf(body)).toEqual(texts);
  });

  test('has headings, and table rows with their head', () => {
    const { paragraphs } = readBody(
      '<h2>A</h2><p>One</p>\n\n<table><tr><th>Zone</th></tr><tr><td>B</td></tr></table>\n\nTwo.',
    );
    expect(paragraphs.map(({ text, headings, lead }) => [text, headings, lead])).toEqual([
      ['One', ['A'], null],
      ['Zone', ['A'], null],
      ['B', ['A'], 'Zone'],
      ['Two.', ['A'], null],
    ]);
  });

  test.each([
    '<script>alert("no")</script>',
    '<style>\n\np { color: red }\n\n</style>',
    '<template><p>no</p></template>',
    '<div hidden>no</div>',
    '<div hidden>\n\nNo *more*.\n\n- no\n\n    no\n\n| no |\n|-|\n\n</div>',
    '<p style="display: none">no</p>',
    '<span hidden>no</span>',
    '<dialog>no</dialog>',
    '<dialog id="a">\n\nno\n\n</dialog>',
    '<div popover>no</div>',
    '<span style="visibility:hidden;">no <b>no</b></span>',
    '<title>no</title>',
    '<svg><text>no</text></svg>',
    '<!-- no\n\nno -->',
    '<?no ?>',
    '<img alt="no" src="x">',
    '> <div hidden>\n>\n> no',
  ])('nothing of %s is quoted', (body) => {
    expect(textsOf(`${body}\n\n# End\n\nSeen.`)).toEqual(['Seen.']);
  });

  test('warns with the line of a comment that hides all text below it', () => {
    const { paragraphs, problems } = readBody('One.\n\n<!-- not closed\n\nTwo.');
    expect(paragraphs).toHaveLength(1);
    expect(problems).toMatchObject([{ kind: 'warning', line: 6 }]);
  });

  test.each([
    ['One.\n\n<div hidden>\n\nTwo.\n\n- three', 6],
    ['One.\n\n<p>\nOne.\n<b>b</b>\n<template>\n\nTwo.', 9],
    ['One.\n\n<script>\n\nTwo.', 6],
    ['One.\n\n<style>\n\nTwo.\n\n# Three', 6],
    ['One.\n\n<dialog>\n<div hidden>\n\nTwo.', 6],
    ['One.\n\n> One.\n>\n> <div hidden>\n>\n> Two.', 8],
    ['One,\nstill one <span hidden>\nand two.', 5],
    ['One.\n\n| One |\n|-|\n| <span hidden> two |', 8],
  ])('warns with the line of a tag that hides the text below it and is never closed: %j', (body, line) => {
    const { paragraphs, problems } = readBody(body);
    expect(paragraphs.map(({ text }) => text).join()).not.toMatch(/two|three/i);
    expect(problems).toEqual([{ kind: 'warning', line, cause: { code: 'open-element', moreLines: 0 } }]);
  });

  test('gives no warning for hidden elements that are closed', () => {
    const body =
      '<div hidden>\n\nTwo.\n\n</div>\n\nOne <span hidden>two</span>.\n\n<ul><li hidden>a<li>b</ul>';
    expect(readBody(body).problems).toEqual([]);
  });

  test('warns with the line of HTML with too many tags', () => {
    const { problems } = readBody(`One.\n\n<pre>${'<b>\n\n'.repeat(5001)}</pre>`);
    expect(problems).toMatchObject([{ kind: 'warning', line: 6 }]);
  });

  test('takes time in proportion to its length, however its tags are nested', () => {
    const piece = fc.constantFrom(
      '<div>',
      '</p>',
      '<li>',
      '</ul>',
      'x',
      '</b>',
      '<sup>',
      '2',
      '<td>',
      '<del>',
      ' x ',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), (pieces) => {
        const body = `<pre>\n\n${pieces.join('').repeat(4000 / pieces.length)}</pre>`;
        const startedAt = performance.now();
        readBody(body);
        expect(performance.now() - startedAt).toBeLessThan(2000);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a footnote', () => {
  test.each([
    ['A.[^c]\n\n[^c]: Seen.', ['A.', 'Seen.']],
    ['[^c]: Seen.\n\n> - A.[^C]', ['Seen.', 'A.']],
    ['## A[^c]\n\n| b[^d] |\n|-|\n\n[^c]: Seen.\n[^d]: Also.', ['b', 'Seen.', 'Also.']],
    ['A.[^c]\n\n[^c]: Seen.[^d]\n\n[^d]: Also.', ['A.', 'Seen.', 'Also.']],
  ])('is quoted where the text refers to it: %j', (body, texts) => {
    const { paragraphs, problems } = readBody(body);
    expect(paragraphs.map(({ text }) => text)).toEqual(texts);
    expect(problems).toEqual([]);
  });

  test.each([
    ['A.\n\n[^c]: Unused gate note.\n\n    And - *more* of it.\n\nB.', ['A.', 'B.'], 6],
    ['A.[^b]\n\n[^b]: Seen.\n[^c]: Unused.', ['A.', 'Seen.'], 7],
    ['A.[^b]\n\n[^b]: Seen.\n[^B]: Twice.', ['A.', 'Seen.'], 7],
    ['A `[^c]` \\[^c]\n\n> [^c]: Unused.', ['A [^c] [^c]'], 6],
  ])('is left out where nothing refers to it, with a warning for its line: %j', (body, texts, line) => {
    const { paragraphs, problems } = readBody(body);
    expect(paragraphs.map(({ text }) => text)).toEqual(texts);
    expect(problems).toMatchObject([
      {
        kind: 'warning',
        line,
        cause: { code: 'unused-footnote', moreLines: 0 },
      },
    ]);
  });
});

test('cells beyond the columns of a table’s head are left out, with a warning that names the line', () => {
  const { paragraphs, problems } = readBody(
    '| Gate | Hours |\n|-|-|\n| 1 gate | 2 | secret gate |\n| 3 | 4 | |\n| 5 | x | 6 | 7 |\n\nEnd.',
  );
  expect(paragraphs.map(({ text }) => text)).toEqual([
    'Gate | Hours',
    '1 gate | 2',
    '3 | 4',
    '5 | x',
    'End.',
  ]);
  expect(problems).toMatchObject([
    {
      kind: 'warning',
      line: 6,
      cause: { code: 'extra-cells', moreLines: 1 },
    },
  ]);
});

describe('invisible characters', () => {
  test('are left out, with a warning for those that change the writing direction', () => {
    const { paragraphs, problems } = readBody(
      'Pay \u202e05\u202c euros.\n\nO\u00adpen\u200b at\u2060 \ufeffnine\u0007.',
    );
    expect(paragraphs.map(({ text }) => text)).toEqual(['Pay 05 euros.', 'Open at nine.']);
    expect(problems).toMatchObject([{ kind: 'warning', line: 4 }]);
  });

  test('are left out where entities or code write them', () => {
    expect(textsOf('a&#x202e;b &ZeroWidthSpace;c\n\n    x\u202ey')).toEqual(['ab c', 'xy']);
  });

  test('do not form a paragraph', () => {
    expect(textsOf('\u200b\n\n&shy;\n\n\u3164\n\nSeen.')).toEqual(['Seen.']);
  });

  test('stay where letters and emoji need them', () => {
    const text =
      'می\u200cخواهم 👩\u200d👩\u200d👧 ❤\ufe0f 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} \u200e(a)';
    expect(textsOf(text)).toEqual([text]);
  });
});

test('headings that are too long are cut, with a warning that names the line and the limit', () => {
  const { paragraphs, problems } = readBody(`One.\n\n## ${'word '.repeat(100)}\n\nTwo.`);
  expect(paragraphs[1]?.headings[0]?.length).toBeLessThanOrEqual(300);
  expect(problems).toMatchObject([
    { kind: 'warning', line: 6, cause: { code: 'long-heading', maxChars: 300, moreLines: 0 } },
  ]);
});
