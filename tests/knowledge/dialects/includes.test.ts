import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { removeIncludes } from '../../../src/knowledge/dialects/includes.ts';
import { parseArticle } from '../../../src/knowledge/folder/parse-article.ts';

/** Returns the texts of an article, and the line of each warning with the number of further lines. */
function read(path: string, text: string) {
  const { article, problems } = parseArticle(path, new TextEncoder().encode(text));
  return {
    texts: article?.paragraphs.map((paragraph) => paragraph.text) ?? [],
    problems: problems.map(({ kind, line, cause }) => `${kind} ${line ?? '-'} ${cause.code}`),
  };
}

describe('includes of other files are not quoted, and become a warning with their line', () => {
  test.each([
    ['a.md', 'One.\n\n--8<-- "a/b.md"\n\nTwo.', ['One.', 'Two.'], 3],
    ['a.md', '---\ntitle: T\n---\nOne.\n\n-8<- "a.md:2:5"', ['One.'], 6],
    ['a.md', '```py title="x"\n--8<-- "a.py"\n```\n\nOne.', ['One.'], 2],
    ['a.md', 'One.\n\n--8<--\na.md\n\nb.md\n--8<--\n\nTwo.', ['One.', 'Two.'], 3],
    ['a.md', '!!! note\n    --8<-- "a.md"\n\nOne.', ['One.'], 2],
    ['a.md', 'One.\n\n{{#include ../a.md:3:}}\n\nTwo.', ['One.', 'Two.'], 3],
    ['a.md', '```rust\nfn a() {}\n{{#rustdoc_include a.rs}}\n```', ['fn a() {}'], 3],
    ['a.md', 'Version {{#include version.txt}} of it.', ['Version  of it.'], 1],
    ['a.md', 'One.\n\n<!--@include: ./a.md-->', ['One.'], 3],
    ['a.md', 'One.\n\n<<< @/snippets/a.js{2}', ['One.'], 3],
    ['a.adoc', 'One.\n\ninclude::a.adoc[tag=x]\n\nTwo.', ['One.', 'Two.'], 3],
    ['a.adoc', 'One.\n\n----\ninclude::a.rb[]\nputs\n----', ['One.', 'puts'], 4],
    ['a.rst', 'One.\n\n.. include:: a.rst\n   :start-line: 2\n\nTwo.', ['One.', 'Two.'], 3],
    [
      'a.rst',
      'One.\n\n.. note::\n\n   .. literalinclude:: a.py\n      :lines: 2\n\nTwo.',
      ['One.', 'Two.'],
      5,
    ],
  ])('%s: %j', (...[path, text, texts, line]) => {
    expect(read(path, text)).toEqual({ texts, problems: [`warning ${line} not-included`] });
  });

  test.each([
    ['a.md', 'Write \\{{#include a}} or `{{#include b}}`.', ['Write {{#include a}} or {{#include b}}.']],
    ['a.md', 'One.\n\n;--8<-- "a.md"', ['One.', ';--8<-- "a.md"']],
    ['a.md', '--8<-- [start:one]\nOne.\n--8<-- [end:one]', ['One.']],
    ['a.md', '{{#title One}}\n\nTwo {{ #three }}.', ['Two {{ #three }}.']],
    ['a.mdx', "import Part from './_part.mdx';\n\nOne.\n\n<Part />", ['One.']],
    ['a.adoc', 'One.\n\n////\ninclude::a.adoc[]\n////', ['One.']],
    ['a.adoc', '\\include::a.adoc[]', ['\\include::a.adoc[]']],
  ])('but %s gives no warning: %j', (...[path, text, texts]) => {
    expect(read(path, text)).toEqual({ texts, problems: [] });
  });

  test('one warning stands for all includes of a file', () => {
    const { problems } = parseArticle(
      'a.md',
      new TextEncoder().encode('One.\n\n{{#include a}}\n\n{{#include b}}'),
    );
    expect(problems).toMatchObject([{ line: 3, cause: { code: 'not-included', moreLines: 1 } }]);
  });

  test('and every line stays on its own line', () => {
    const pieces = fc.constantFrom('--8<--', ' "a"', '\n', '{{#include a}}', '`', '\\', '<<< ./a', 'x', ' ');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        expect(removeIncludes(text).markdown.split('\n')).toHaveLength(text.split('\n').length);
      }),
    );
  });
});
