import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/knowledge/folder/parse-article.ts';
import { convertAsciiDoc } from '../../src/knowledge/formats/ascii-doc.ts';
import { convertRestructuredText } from '../../src/knowledge/formats/restructured-text.ts';
import { readMarkdown } from '../../src/knowledge/markdown/markdown.ts';
import { cpuMsOf } from '../cpu-time.ts';
import { underHeadings } from './read-paragraphs.ts';

function ignored(): void {
  // Ignores includes.
}

/** The headings and the text of each paragraph. */
function read(markdown: string): string[] {
  const result = readMarkdown({ body: markdown, bodyLine: 1 }, 'Harbour');
  if (result.kind === 'problem') throw new Error(JSON.stringify(result.problem));
  return result.paragraphs.map(underHeadings);
}

const RST = `.. _harbour:

=======
Harbour
=======

Ships pay \`\`12\`\` euros, see \`the list <https://x.y/fees>\`_ and :ref:\`Pets <pets>\`.

.. This is a comment
   over two lines.

Pets
----

.. note:: Take care
   :class: wide

   Dogs are *allowed*.

   - On a lead
   - In a bag

.. code-block:: bash
   :linenos:

   moor --fast
     now

Type this::

    leave

1. One
#. Two

Cats
~~~~

.. image:: cat.png

No cats.
`;

const ADOC = `= Harbour
:toc:
:icons: font

Ships pay *12* euros, see https://x.y/fees[the list] and <<pets,Pets>>.

// no
////
no
////

== Pets

NOTE: Dogs are _allowed_.

.Where
* On a lead
** Or a rope
* In a bag

[source,bash]
----
moor --fast
  now
----

[cols="1,1"]
|===
|Day |Opens

|Monday |9:00
|===

. One
. Two

include::cats.adoc[]
`;

describe('reStructuredText', () => {
  test('is read as readers see it', () => {
    expect(read(convertRestructuredText(RST, ignored))).toEqual([
      'Ships pay 12 euros, see the list and Pets.',
      'Pets › Take care',
      'Pets › Dogs are allowed.',
      'Pets › On a lead',
      'Pets › In a bag',
      'Pets › moor --fast\n  now',
      'Pets › Type this:',
      'Pets › leave',
      'Pets › One',
      'Pets › Two',
      'Pets › Cats › No cats.',
    ]);
  });
});

describe('AsciiDoc', () => {
  test('is read as readers see it', () => {
    expect(read(convertAsciiDoc(ADOC, ignored))).toEqual([
      'Ships pay 12 euros, see the list and Pets.',
      'Pets › Dogs are allowed.',
      'Pets › Where',
      'Pets › On a lead',
      'Pets › Or a rope',
      'Pets › In a bag',
      'Pets › moor --fast\n  now',
      'Pets › Day | Opens',
      'Pets › Monday | 9:00',
      'Pets › One',
      'Pets › Two',
    ]);
  });
});

test.each(['a.rst', 'a.adoc'])('front matter of %s is read as it is written', (path) => {
  const pinned = 'Is *12* enough?';
  const text = `---\n# a comment\ntitle: Harbour\npinned:\n  - ${pinned}\naliases:\n  ILL: loan\n---\n\nShips pay twelve euros.\n`;
  const { article, problems } = parseArticle(path, Buffer.from(text));
  expect(problems).toEqual([]);
  expect(article?.pinned).toEqual([pinned]);
  expect(article?.aliases).toMatchObject([{ short: 'ILL', long: 'loan' }]);
});

test.each(['a.rst', 'a.adoc', 'a.json'])(
  'paragraphs of %s, which becomes Markdown first, tell no line',
  (path) => {
    const { article } = parseArticle(path, new TextEncoder().encode('{"q": "May I?", "a": "Yes."}'));
    expect(article?.paragraphs.map(({ line }) => line)).toEqual([null]);
  },
);

describe.each([
  ['reStructuredText', convertRestructuredText],
  ['AsciiDoc', convertAsciiDoc],
])('%s', (_, convert) => {
  const pieces = fc.constantFrom(
    '.. note::',
    '.. code::',
    '..',
    '::',
    '====',
    '----',
    '|===',
    '|',
    '= ',
    '== ',
    '* ',
    '. ',
    ':a: b',
    '`',
    '``',
    '[',
    ']',
    '<',
    '>',
    '_',
    'x',
    ' ',
    '    ',
    '\n',
    '\n\n',
    '////',
    'https://x[',
  );

  test('keeps words, whatever surrounds them', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        expect(read(convert(`${parts.join('')}\n\n`, ignored)).every((text) => !text.includes('\0'))).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
    expect(convert('One two.', ignored)).toBe('One two.');
  });

  test('is converted in time that grows with its length', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 6 }), (parts) => {
        const make = (chars: number): string => parts.join('').repeat(chars / parts.join('').length);
        const once = cpuMsOf(() => convert(make(30_000), ignored));
        expect(cpuMsOf(() => convert(make(120_000), ignored))).toBeLessThan(10 * once + 300);
      }),
      { numRuns: 30 },
    );
  });
});
