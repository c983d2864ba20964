import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtmlPage } from '../../../src/knowledge/formats/html-page.ts';
import { cpuMsOf } from '../../cpu-time.ts';

const PAGE = `<!DOCTYPE html>
<html lang="en">
<head><title>Rules – Harbour</title><style>p { color: red }</style><script>let a = "<p>no</p>";</script></head>
<body>
<header><a href="/">Harbour</a></header>
<nav><ul><li>Home</li><li>Rules</li></ul></nav>
<main>
  <header><h1>Rules of the <em>harbour</em></h1></header>
  <p>Ships pay&nbsp;12&nbsp;euros.<br>Boats pay nothing.</p>
  <h2>Pets</h2>
  <ul><li>Dogs are <b>allowed</b>.</li><li>Cats are not.</li></ul>
  <table><tr><th>Day</th><th>Opens</th></tr><tr><td>Monday</td><td>9:00</td></tr></table>
  <pre>moor --fast
  now</pre>
  <aside>Ask first.</aside>
  <!-- no --><p hidden>no</p>
</main>
<footer>© Harbour</footer>
</body></html>`;

describe('an HTML page', () => {
  test('is read as readers see it, without the elements around its text', () => {
    const { title, paragraphs, problems } = readHtmlPage(PAGE);
    expect(title).toBe('Rules of the harbour');
    expect(paragraphs.map(({ text, headings, lead }) => [text, headings, lead])).toEqual([
      ['Ships pay\u00a012\u00a0euros.\nBoats pay nothing.', [], null],
      ['Dogs are allowed.', ['Pets'], null],
      ['Cats are not.', ['Pets'], null],
      ['Day | Opens', ['Pets'], null],
      ['Monday | 9:00', ['Pets'], 'Day | Opens'],
      ['moor --fast\n  now', ['Pets'], null],
      ['Ask first.', ['Pets'], null],
    ]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['<title> A &amp;\n B </title><p>One.', 'A & B', ['One.']],
    ['<p>One.</p><h3>Two</h3>Three', 'Two', ['One.', 'Three']],
    ['One.', null, ['One.']],
    ['<header>Site</header><aside>Menu</aside><p>One.', null, ['One.']],
    ['<svg><title>no</title></svg><p>One.', null, ['One.']],
  ])('may be as short as %j', (html, title, texts) => {
    const page = readHtmlPage(html);
    expect([page.title, page.paragraphs.map(({ text }) => text)]).toEqual([title, texts]);
  });

  test('is read, whatever its content', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<main>',
      '</main>',
      '<nav>',
      '<h1>',
      '</h1>',
      '<td>',
      '<tr>',
      '<table>',
      '<title>',
      '<script>',
      '<!--',
      'x',
      '&amp;',
      ' ',
      '\n',
      '<br>',
      '<del>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 80 }), (parts) => {
        for (const { text } of readHtmlPage(parts.join('')).paragraphs) expect(text.trim()).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  test.each(['<p>x', '<div>', '<h2>x</h2><p>y</p>', '<table><tr><td>x', '<ul><li>x'])(
    'is read in time that grows with its length: %s',
    (piece) => {
      const [short, long] = [piece.repeat(5_000), piece.repeat(20_000)];
      readHtmlPage(short);
      const once = cpuMsOf(() => readHtmlPage(short));
      expect(cpuMsOf(() => readHtmlPage(long))).toBeLessThan(10 * once + 200);
    },
  );
});
