import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../src/knowledge/article/article.ts';
import { parseArticle } from '../../src/knowledge/folder/parse-article.ts';
import { readHtmlPage } from '../../src/knowledge/formats/html-page.ts';
import type { Span } from '../../src/text/sentences/sentences.ts';
import { linksIn, paragraphsOf, readInPortions } from './read-paragraphs.ts';

describe('links', () => {
  test.each([
    ['See [the *list*](fees.md "t") now.', ['the list → fees.md']],
    ['[a][x], [x] and [b][X]\n\n[x]: http://x.y', ['a → http://x.y', 'x → http://x.y', 'b → http://x.y']],
    ['<http://x.y> or <a@b.c>', ['http://x.y → http://x.y', 'a@b.c → mailto:a@b.c']],
    ['One <a href="x">two</a>.', ['two → x']],
    ['<p>One <a href="x"> two </a>.</p>', ['two → x']],
    ['<a href="x"><b>One</b></a>\n\ntwo', ['One → x']],
    ['<div><a href="x"><p>One</p><p>Two</p></a>three</div>', ['One → x', 'Two → x']],
    ['| [a](x) | b [c](y) |\n|-|-|\n| | [d](z) |', ['a → x', 'c → y', 'd → z']],
    ['<table><tr><td><td><a href=x>a</a> b</table>', ['a → x']],
    ['- [x] [a](x)\n- b [c](y)', ['a → x', 'c → y']],
    ['One [ two ](x) three[ four](y)', ['two → x', 'four → y']],
    ['[a](x)[b](y)', ['a → x', 'b → y']],
    ['[a\nb](x)  \n[c](y)', ['a b → x', 'c → y']],
    ['[a ~~b~~ c](x)', ['a c → x']],
    ['A[^1]\n\n[^1]: [b](x)', ['b → x']],
    ['[10<sup>[3](y)</sup>](x)', []],
    ['`[a](x)` and \\[b](y)', []],
    ['~~[a](x)~~ <span hidden>[b](x)</span>', []],
    ['[](x) [<!-- a -->](x) [![b](p.png)](x) c', []],
    ['## [a](x)\n\nb', []],
    ['[a](<>) <a name="x">b</a>', []],
    [`[a](${'x'.repeat(3000)})`, []],
    ['\ufdd0\ue000\ue000a\ufdd1 [b](x)', ['b → x']],
    ['<a href=x>\u200b<br>b', ['b → x']],
    ['<a href=x>\u200b<br></a>b', []],
    ['[a\u200b](x)\u200bb[\u200bc](y)[\u200b](z)', ['a → x', 'c → y']],
  ])('are at their words in %j', (body, links) => {
    expect(linksIn(paragraphsOf(body))).toEqual(links);
  });

  test('are in the text that readers see', () => {
    const texts = paragraphsOf(
      'One [ two ](x) three.\n\n[ a](x) b\n\nc [d ](x)\n\n<p> <a href=x> e </a> f',
    ).map(({ text }) => text);
    expect(texts).toEqual(['One two three.', 'a b', 'c d', 'e f']);
  });

  test('in a heading are in no paragraph, except in a question with nothing below it', () => {
    expect(linksIn(paragraphsOf('**May I [swim](x)?**\n\nYes.'))).toEqual([]);
    expect(linksIn(paragraphsOf('**May I [swim](x)?**'))).toEqual(['swim → x']);
  });

  test('are resolved against the address of the article, where it has one', () => {
    const body =
      '[a](fees.md), [b](/c?d#e), [f](#g), [h](https://x.y/z), [i](mailto:j@k.l), [m](javascript:n), [o](ftp://p.q)\n';
    const bytes = new TextEncoder();
    const own = parseArticle('a.md', bytes.encode(`---\nurl: https://example.org/docs/pool\n---\n${body}`));
    expect(linksIn(own.article?.paragraphs ?? [])).toEqual([
      'a → https://example.org/docs/fees.md',
      'b → https://example.org/c?d#e',
      'h → https://x.y/z',
      'i → mailto:j@k.l',
    ]);
    const alone = parseArticle('a.md', bytes.encode(body));
    expect(linksIn(alone.article?.paragraphs ?? [])).toEqual(['h → https://x.y/z', 'i → mailto:j@k.l']);
  });

  test('from references use addresses of other portions of the text', () => {
    const body = '[a]: x\n\nOne [a].\n\nTwo [c][b].\n\n[b]: y\n\n> [A]\n';
    for (let chars = 1; chars < body.length; chars += 1)
      expect(linksIn(readInPortions(body, chars).paragraphs)).toEqual(['a → x', 'c → y', 'A → x']);
  });
});

function picturesIn(body: string): readonly string[] {
  return paragraphsOf(body).map(
    ({ text, pictures }) =>
      `${text}:${pictures.map(({ address, alternative }) => ` ${alternative}→${address}`).join('')}`,
  );
}

describe('pictures', () => {
  test.each([
    ['One ![a](p) two.\n\nThree.', ['One two.: a→p', 'Three.:']],
    ['One.\n\n![a](p)\n\n![b](q)\n\nTwo.', ['One.: a→p b→q', 'Two.:']],
    ['![a](p)\n\n# Title\n\n![](q)\n\nOne.', ['One.: a→p →q']],
    ['One.\n\n## B\n\n![a](p)\n\nTwo.', ['One.:', 'Two.: a→p']],
    ['One.\n\n## B\n\n![a](p)\n\n### C\n\nTwo.', ['One.:', 'Two.: a→p']],
    ['One.\n\n## B\n\n![a](p)\n\n## C\n\nTwo.', ['One.:', 'Two.:']],
    ['![a](p)', []],
    ['![a][b] c\n\n[b]: p', ['c: a→p']],
    ['<img src="p" alt="a"> One.\n\n<img src=q>', ['One.: a→p →q']],
    ['[![a](p)](x) One.', ['One.: a→p']],
    ['- One\n\n  ![a](p)\n- Two', ['One: a→p', 'Two:']],
    ['| ![a](p) | b |\n|-|-|\n| ![c](q) | |\n| d | e |', ['| b: a→p c→q', 'd | e:']],
    ['~~![a](p)~~ b <span hidden>![c](q)</span>', ['b:']],
    ['One.\n\n**Where?**\n\n![a](p)\n\nTwo.', ['One.:', 'Where?: a→p', 'Two.:']],
  ])('belong to the text around or before them: %j', (body, expected) => {
    expect(picturesIn(body)).toEqual(expected);
  });

  test('on an HTML page too', () => {
    const { paragraphs } = readHtmlPage('<img src=p alt=a><p>One.<p><img src=q><h2>B</h2><img src=r><p>Two.');
    expect(paragraphs.map(({ text, pictures }) => [text, pictures.map(({ address }) => address)])).toEqual([
      ['One.', ['p', 'q']],
      ['Two.', ['r']],
    ]);
  });
});

/** Pieces of Markdown with links, cells, or text that is left out around them. */
const PIECES = fc.constantFrom(
  '[',
  '](x)',
  '][a]',
  '[b](y)',
  '![c](z)',
  '<a href=x>',
  '</a>',
  '<b hidden>',
  '</b>',
  '<sup>',
  '</sup>',
  '<br>',
  '<!-- -->',
  '~~',
  '**',
  '`',
  '\n',
  '  \n',
  '\n\n',
  ' ',
  '\u00a0',
  '\u200b',
  'one',
  '.',
  '?',
  '| ',
  '|-|-|\n',
  '- ',
  '1. ',
  '> ',
  '# ',
  'Q: ',
  '\n[a]: w\n\n',
  '<td>',
  '<tr>',
  '<table>',
  '<p>',
  '<pre>',
  '\ufdd0\ue000\ue000',
  '\ufdd1',
);

/** Returns the errors in the spans of paragraphs. */
function unsoundPlaces(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs.flatMap(({ text, links, cells, block }, index) => {
    const linked = links.map(({ start, end }) => text.slice(start, end));
    const isRising = block >= (paragraphs[index - 1]?.block ?? 0);
    return [
      ...(text.trim() === '' ? ['blank text'] : []),
      ...linked.filter((words) => words.trim() === '').map((words) => `empty link ${words}`),
      ...(areInOrder(links, text.length) ? [] : ['links out of order']),
      ...(areInOrder(cells ?? [], text.length) ? [] : ['cells out of order']),
      ...(isRising ? [] : ['block before the one above']),
    ];
  });
}

function areInOrder(spans: readonly Span[], length: number): boolean {
  return spans.every(({ start, end }, index) => {
    const before = spans[index - 1]?.end ?? 0;
    return before <= start && start <= end && end <= length;
  });
}

test('links are never empty and never overlap, cells are in order, and block numbers rise', () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 40 }), (pieces) => {
      expect(unsoundPlaces(paragraphsOf(pieces.join('')))).toEqual([]);
      expect(unsoundPlaces(readHtmlPage(pieces.join('')).paragraphs)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
