import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MarkdownBlocks } from '../../../src/knowledge/markdown/markdown-blocks.ts';
import { parseWhole } from '../../../src/knowledge/markdown/markdown-portions.ts';
import { findDefinitions } from '../../../src/knowledge/paragraphs/markdown-definitions.ts';
import { readInPortions } from '../read-paragraphs.ts';

function readWhole(markdown: string) {
  const nodes = parseWhole(markdown).children;
  const collected = new MarkdownBlocks('Title');
  // Of two definitions with the same label, the first counts.
  const addresses = new Map(findDefinitions(nodes).toReversed());
  collected.add({ nodes, line: 1, isContinuation: false, addresses });
  return collected.finish();
}

const starts = fc.constantFrom(
  '',
  '',
  '',
  '- ',
  '- ',
  '* ',
  '+',
  '1. ',
  '2. ',
  '3) ',
  '> ',
  '> > ',
  '  - ',
  '   ',
  '    ',
  '\t',
  '# ',
  '## ',
  '| ',
  '|-|',
  '|-|-|\n| ',
  '[a]: ',
  '[b]: x\n',
  '[^1]: ',
  '[^b]: ',
  '```\n',
  '~~~\n',
  '<div>',
  '<p hidden>',
  '<b>',
  '<!-- ',
  '-->',
  '</div>',
  '<pre>\n',
  '<details><summary>s</summary>\n',
  '</details>',
  '![p](q)',
  '**a?**\n\n',
  'Q: a? ',
  'A: ',
  '</pre>',
  '***',
  '---',
  '===',
  '- [ ] ',
  '1.',
  '-',
  '\u00a0',
  '\f',
);
const words = fc.constantFrom(
  'word',
  'two words',
  '*a*',
  '_b',
  '[a]',
  '[b][a]',
  '[a\n> b]',
  '[^1]',
  '[^b]',
  '[c](d)',
  '`x`',
  '`',
  '|',
  '| b |',
  '"t"',
  "'t",
  "t'",
  '<b>',
  '<i hidden>',
  '~~s~~',
  '\\',
  '&amp;',
  'Title',
  ':',
  '[x] ',
  '#',
);
const ends = fc.constantFrom(
  '\n',
  '\n',
  '\n\n',
  '\n\n',
  '\n\n\n',
  '\n \n',
  '  \n',
  '\n>\n',
  '\\\n',
  '\n\u00a0\n',
);
const line = fc
  .tuple(starts, fc.array(words, { maxLength: 3 }), ends)
  .map(([start, text, end]) => start + text.join(' ') + end);

describe('portions of a text', () => {
  test('give the same blocks as the whole, wherever they end', () => {
    const bodies = fc.array(line, { minLength: 3, maxLength: 15 }).map((lines) => lines.join(''));
    fc.assert(
      fc.property(bodies, fc.integer({ min: 5, max: 150 }), (body, portionChars) => {
        expect(readInPortions(body, portionChars)).toEqual(readWhole(body));
      }),
      { numRuns: Number(process.env['PORTION_RUNS'] ?? 200) },
    );
  });

  test.each([
    ['a definition that is used before and after', '[a] b\n\n[a]: x\n\nc [A]\n\n> [a\n> ]\n\n[z]'],
    ['text below a definition that would be code without it', 'b\n\n[a]: x\n    text\n\nc'],
    ['a footnote before code', 'a[^1]\n\n[^1]: note\n\nb\n\n    code[^1]'],
    [
      'footnotes before, without and after what refers to them',
      '[^2]: two\n\na[^1]\n\n[^3]: no\n\nb[^2]\n\n[^1]: c\n\n[^1]: d',
    ],
    ['a title over two lines', "[a]: x\n'title\nend'\n\n[a] b"],
    ['a list with a lead', 'Bring:\n\n- a\n- b\n\n- c\n  - d\n- e\n\nend'],
    ['an ordered list that begins with five', 'Steps:\n\n5. a\n6. b\n\n   ![x](y)\n1. [c](d)\n9. e'],
    ['a question, its answer and another question', '**A?**\n\nb\n\n**C?**\n\n## D\n\n**E?**'],
    ['a table', 'x\n\n| A | B |\n|-|-|\n| 1 | 2 |\n| 3 |\n| 5 | 6 |\n| 7 | 8 |\n\nend'],
    [
      'a table with struck-out text in its head and too many cells',
      '| ~~A~~ | B |\n|-|-|\n| 1 | 2 | x |\n| 3 |\n| 5 | 6 |\n| 7 | 8 | y |\n\nend',
    ],
    ['a fence with blank lines', '```\na\n\n- b\n\n\n# c\n```\n\n- d'],
    ['list marks below indented code', 'a\n\n\tcode\n1.\n\n\tcode\n2. b\n\nc'],
    ['nothing but blank lines', '\n'.repeat(200)],
  ])('are right for %s', (_, body) => {
    for (let chars = 1; chars <= body.length; chars += 1)
      expect(readInPortions(body, chars)).toEqual(readWhole(body));
  });
});
