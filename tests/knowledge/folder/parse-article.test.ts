import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article, Fact, Paragraph } from '../../../src/knowledge/article/article.ts';
import { parseArticle } from '../../../src/knowledge/folder/parse-article.ts';

function parse(path: string, text: string): Article {
  const { article, problems } = parseArticle(path, Buffer.from(text));
  if (article === null) throw new Error(JSON.stringify(problems));
  return article;
}

describe('an article', () => {
  test('is Markdown with front matter, whatever its line ends and with a byte order mark', () => {
    const text = '\ufeff---\ntitle: T\n---\n\n# T\n\n## H\n\nA. Smith\ncame. He left.\n\n| a. B |\n|-|\n';
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const article = parse('a.md', text.replaceAll('\n', lineEnd));
      expect(article.paragraphs.map((paragraph) => paragraph.text)).toEqual([
        'A. Smith came. He left.',
        'a. B',
      ]);
      expect(article.facts).toMatchObject([
        {
          path: 'a.md',
          text: 'A. Smith came.',
          headings: ['H'],
          paragraph: 1,
          sentence: 1,
          start: 0,
          end: 14,
        },
        { text: 'He left.', paragraph: 1, sentence: 2, start: 15, end: 23 },
        { text: 'a. B', paragraph: 2, sentence: 1, start: 0, end: 4 },
      ]);
    }
  });

  test('is plain text by its ending, in any case', () => {
    expect(parse('a.TXT', 'T\n\n*One*. Two.').facts.map(({ text }) => text)).toEqual(['*One*.', 'Two.']);
  });

  test('with warnings still loads', () => {
    const { article, problems } = parseArticle(
      'a.md',
      Buffer.from('---\ntitle: T\ncaptured: soon\n---\nText.'),
    );
    expect(article?.facts).toHaveLength(1);
    expect(problems).toMatchObject([{ kind: 'warning', line: 3 }]);
  });

  test('with thousands of warnings gives the first fifty, and the number of the others', () => {
    const aliases = Array.from({ length: 1500 }, (_, index) => `  a${index}: [x]`).join('\n');
    const { article, problems } = parseArticle(
      'a.md',
      Buffer.from(`---\ntitle: T\naliases:\n${aliases}\n---\nText.`),
    );
    expect(article?.facts).toHaveLength(1);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)?.cause).toEqual({ code: 'more-warnings', count: 1450 });
  });

  test.each([
    ['a.md', ''],
    ['a.md', ' \n\n'],
    ['a.md', '\ufeff\u200b'],
    ['a.txt', ''],
  ])('that is an empty file is rejected as such: %s %j', (path, text) => {
    const { article, problems } = parseArticle(path, Buffer.from(text));
    expect(article).toBeNull();
    expect(problems).toMatchObject([{ kind: 'skipped', cause: { code: 'empty-file' } }]);
  });

  test.each([
    ['a.md', '---\ntitle: T\n---\n\n## Only\n\n![image](x)\n\n<p hidden>raw</p>\n'],
    ['a.md', '---\ntitle: T\n---'],
    ['a.txt', 'T\n'],
  ])('without any text is rejected: %s', (path, text) => {
    expect(parseArticle(path, Buffer.from(text))).toMatchObject({
      article: null,
      problems: [{ kind: 'skipped', cause: { code: 'no-text' } }],
    });
  });
});

function idsOf(path: string, body: string): string[] {
  return parse(path, `T\n\n${body}`).facts.map(({ id }) => id);
}

describe('the id of a fact', () => {
  test('is 12 URL-safe characters', () => {
    for (const id of idsOf('a.txt', 'One. Two.')) expect(id).toMatch(/^[\w-]{12}$/);
  });

  test('stays when the fact moves or another one is inserted before it', () => {
    const [one, two] = idsOf('a.txt', 'One. Two.');
    expect(idsOf('a.txt', 'Zero.\n\nTwo. One.')).toEqual([expect.any(String), two, one]);
  });

  test('differs by path, by wording, and between repetitions', () => {
    const ids = [...idsOf('a.txt', 'One. One. One! One.'), ...idsOf('b.txt', 'One.')];
    expect(new Set(ids).size).toBe(5);
    expect(idsOf('a.txt', 'One. One.')).toEqual(ids.slice(0, 2));
  });
});

const words = fc.constantFrom(
  'The',
  'customs',
  'Dr.',
  'U.S.',
  'office.',
  'Who?',
  '**bold**',
  '[link](http://x.y)',
  '`code`',
  '&amp;',
  '“q”.',
  'naïve',
  '🎉',
  '👩‍👩‍👧',
  '¿Qué?',
  '中文。',
  '1.',
  'A.',
  '\u00a0',
  '[^1]',
  '<b>x</b>',
  '<br>',
  '![i](x)',
  '~~s~~',
  '|',
);
const lines = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      '- ',
      '  - ',
      '1. ',
      '> ',
      '# ',
      '## ',
      '    ',
      '| ',
      '[^1]: ',
      '```\n',
      '<div>',
      '|-|\n| ',
    ),
    fc.array(words, { maxLength: 8 }),
    fc.constantFrom('\n', '\n\n', '  \n', '\\\n', '\r\n', '\r\n\r\n', ' |\n'),
  )
  .map(([mark, line, end]) => mark + line.join(' ') + end);
const bodies = fc.array(lines, { maxLength: 25 }).map((parts) => `${parts.join('')}\n\nAlways one.`);

/** Returns the errors in the locations of an article's facts; there must be none. */
function misplaced({ paragraphs, facts }: Article): string[] {
  const wrong = paragraphs.flatMap((paragraph, index) => {
    const own = facts.filter((fact) => fact.paragraph === index + 1);
    const covered = own.map(({ text }) => text).join('');
    const gap =
      withoutSpace(covered) === withoutSpace(paragraph.text) ? [] : [`not covered: ${paragraph.text}`];
    return [...gap, ...own.flatMap((fact, position) => misplacedFact(fact, { paragraph, own, position }))];
  });
  const order = facts.map(({ paragraph }) => paragraph);
  if (order.join() !== order.toSorted((a, b) => a - b).join()) wrong.push('not in reading order');
  if (order.some((paragraph) => paragraph < 1 || paragraph > paragraphs.length))
    wrong.push('no such paragraph');
  if (new Set(facts.map(({ id }) => id)).size !== facts.length) wrong.push('an id twice');
  return wrong;
}

interface Place {
  readonly paragraph: Paragraph;
  readonly own: readonly Fact[];
  readonly position: number;
}

function misplacedFact(fact: Fact, { paragraph, own, position }: Place): string[] {
  const checks = {
    'not counted from 1': fact.sentence === position + 1,
    'not at its place': paragraph.text.slice(fact.start, fact.end) === fact.text,
    overlaps: fact.start >= (own[position - 1]?.end ?? 0),
    untrimmed: fact.text !== '' && fact.text.trim() === fact.text,
    'half a surrogate pair': !/\p{Cs}/u.test(fact.text),
    'other headings': fact.headings === paragraph.headings,
  };
  return Object.entries(checks)
    .filter(([, isRight]) => !isRight)
    .map(([wrong]) => `${wrong}: ${fact.text}`);
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

describe('whatever the document, facts are exact, complete and counted from 1', () => {
  test('in generated Markdown', () => {
    // “Always one.” may end up in an open code block or a comment. Then it is code, or the file has no text.
    fc.assert(
      fc.property(bodies, (body) => {
        const { article } = parseArticle('a.md', Buffer.from(`---\ntitle: T\n---\n${body}`));
        expect(article === null ? [] : misplaced(article)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('in generated plain text', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(misplaced(parse('a.txt', `T\n\n${body}`))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('in any text at all, under both endings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const content of [`T\n\n${text}`, `---\ntitle: T\n---\n${text}`]) {
          const { article } = parseArticle(content.startsWith('T') ? 'a.txt' : 'a.md', Buffer.from(content));
          expect(article === null ? [] : misplaced(article)).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('and any bytes at all are an article or a problem that skips the file', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('a.md', 'a.txt'), (bytes, path) => {
        const { article, problems } = parseArticle(path, bytes);
        expect(article === null).toBe(problems.some(({ kind }) => kind !== 'warning'));
      }),
      { numRuns: 400 },
    );
  });
});
