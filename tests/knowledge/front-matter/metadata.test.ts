import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMetadata as readAt } from '../../../src/knowledge/front-matter/metadata.ts';

/** The metadata of a file that begins with `---`. */
const readMetadata = (yaml: string) => readAt({ yaml, yamlLine: 2 });

function titled(yaml: string): ReturnType<typeof readMetadata> {
  return readMetadata(`title: T\n${yaml}\n`);
}

function problemsOf(yaml: string): string[] {
  return readMetadata(yaml).problems.map(({ kind, line, cause }) => `${kind} ${line ?? '-'}: ${cause.code}`);
}

describe('front matter with every key', () => {
  test('is read', () => {
    const yaml = `title: "Russian FCS: a meeting"
url: https://example.com/news?id=1
publisher: Federal Customs Service
published: 2008-09-05
captured: 2018-12-17T09:33:47+03:00
language: en-gb
stale_after_days: 90
aliases:
  CCD: Customs Cooperation Directorate
  "FCS ": Federal  Customs Service
Channels: [help, Staff room]
roles: [Moderator, 123456789012345678]
pinned:
  - When was it held?
  - "Who: and why?"
`;
    expect(readMetadata(yaml)).toEqual({
      metadata: {
        title: 'Russian FCS: a meeting',
        url: 'https://example.com/news?id=1',
        publisher: 'Federal Customs Service',
        published: '2008-09-05',
        captured: '2018-12-17',
        language: 'en-GB',
        staleAfterDays: 90,
        channels: ['help', 'Staff room'],
        roles: ['Moderator', '123456789012345678'],
        aliases: [
          { short: 'CCD', long: 'Customs Cooperation Directorate' },
          { short: 'FCS', long: 'Federal Customs Service' },
        ],
        pinned: ['When was it held?', 'Who: and why?'],
      },
      problems: [],
    });
  });

  test('may leave every key but the title out or empty', () => {
    const expected = {
      metadata: {
        title: 'T',
        url: null,
        publisher: null,
        published: null,
        captured: null,
        language: null,
        staleAfterDays: null,
        channels: null,
        roles: null,
        aliases: [],
        pinned: [],
      },
      problems: [],
    };
    expect(titled('')).toEqual(expected);
    expect(
      titled(
        'url:\npublisher: ~\npublished: null\ncaptured: ""\nlanguage:\nstale_after_days:\naliases:\npinned:',
      ),
    ).toEqual(expected);
  });
});

describe('broken YAML', () => {
  test.each([
    ['a quotation mark that is never closed', 'title: "x\nurl: https://a.org\n', 2],
    ['one in a list', 'title: x\npinned:\n  - "y\nurl: https://a.org\n', 4],
    ['one before a blank line', 'title: x\npublisher: \'y\n\nurl: "z"\n', 3],
    ['a bracket that is never closed', 'title: x\npinned: [a, b\nurl: https://a.org\n', 3],
    ['a colon in a value', 'title: Rules: the game\nurl: x\n', 2],
    ['a text after a quotation mark', 'url: x\ntitle: "a" b\n', 3],
  ])('with %s is reported where that begins', (_, yaml, line) => {
    expect(problemsOf(yaml)).toEqual([`skipped ${line}: invalid-yaml`]);
  });

  test('names the quotation mark', () => {
    expect(readMetadata('title: "x\n').problems[0]?.cause).toEqual({
      code: 'invalid-yaml',
      detail: 'Missing closing quotation mark "',
    });
  });
});

describe('a title', () => {
  test.each([
    ['that looks like a number', '1984', '1984'],
    ['that looks like a date', '2018-12-17', '2018-12-17'],
    ['that looks like a truth', 'yes', 'yes'],
    ['that is the word for nothing, in quotes', '"null"', 'null'],
    ['with marks that turn the writing round', '"A \\u202eB\\u202c"', 'A B'],
    ['with white space around and inside', '"  A \\t\\n\u00a0 B "', 'A B'],
    ['over several lines', '>\n  Folded\n  title', 'Folded title'],
    ['in another script', 'Встреча ФТС 🎉', 'Встреча ФТС 🎉'],
    ['of 300 characters', 'x'.repeat(300), 'x'.repeat(300)],
  ])('%s is that text', (_, yaml, title) => {
    expect(readMetadata(`title: ${yaml}\n`).metadata?.title).toBe(title);
  });

  test.each([
    ['is missing', 'url: https://example.com', []],
    ['is missing from nothing', '', []],
    ['is missing from a comment', '# title: x', []],
    ['is null', 'title: null', []],
    ['is a tilde', 'title: ~', []],
    ['is empty', '\ntitle:', []],
    ['is nothing that anybody sees', 'title: "\\u200b"', ['warning 2: title-empty']],
    ['is blank', 'title: " "', ['warning 2: title-empty']],
    ['is a list', 'title: [a, b]', ['warning 2: title-not-text']],
    ['is a map', 'title: {a: b}', ['warning 2: title-not-text']],
    ['is an escape sequence', 'title: "\\e[31mred"', ['warning 2: title-control-characters']],
    ['holds half a pair', 'title: "\\ud83c"', ['warning 2: title-control-characters']],
    ['is a paragraph', `title: ${'x'.repeat(301)}`, ['warning 2: title-too-long']],
  ])('that %s is none', (_, yaml, problems) => {
    expect(readMetadata(yaml).metadata?.title).toBeNull();
    expect(problemsOf(yaml)).toEqual(problems);
  });

  test.each([
    ['sidebar_label: A\nname: B', 'A'],
    ['name: B\nquestion: May I?', 'May I?'],
    ['title: [a]\nname: B', 'B'],
    ['title: ""\nname: B', 'B'],
    ['name: [a]', null],
  ])('may be under another key: %j', (yaml, title) => {
    expect(readMetadata(yaml).metadata?.title).toBe(title);
  });
});

describe('broken YAML keeps the file from loading and is reported with its line', () => {
  test.each([
    ['a colon in a bare text', 'url:\ntitle: A: b', 3],
    ['an open quote', 'title: "A', 2],
    ['a tab for indentation', 'title: A\naliases:\n\tA: b', 4],
    ['a key given twice', 'title: A\n\ntitle: B', 4],
    ['a tag of another language', 'title: A\nurl: !!js/function "x"', 3],
    ['an unknown tag', 'title: !secret A', 2],
    ['a list', '- title', 2],
    ['a bare text', 'title', 2],
    ['brackets without end', `title: ${'['.repeat(20_000)}`, 2],
  ])('%s', (_, yaml, line) => {
    const { metadata, problems } = readMetadata(yaml);
    expect(metadata).toBeNull();
    expect(problems).toMatchObject([{ kind: 'skipped', line }]);
  });
});

test.each([
  ['title: A\n\ntitle: B', 4, 'title'],
  ['title: A\nTitle: B', 3, 'title'],
  ['title: A\ndraft: false\nDRAFT: true', 4, 'draft'],
  ['title: A\nx: y\n"x" : z', 4, 'x'],
  ['title: A\naliases:\n  CCD: x\n  CCD: y', 5, 'CCD'],
  ['title: A\naliases: {A b: x, A b: y}', 3, 'A b'],
])('a key that stands twice is named: %j', (yaml, line, key) => {
  const cause = { code: 'key-twice', key };
  expect(readMetadata(yaml)).toEqual({ metadata: null, problems: [{ kind: 'skipped', line, cause }] });
});

test('keys are recognised in any case', () => {
  const { metadata, problems } = readMetadata('Title: T\nURL: https://example.org\nCaptured: 1900-01-01');
  expect(metadata).toMatchObject({ title: 'T', url: 'https://example.org', captured: '1900-01-01' });
  expect(problems).toEqual([]);
});

describe('an unusable part', () => {
  test('is not a key of other programs', () => {
    const yaml =
      'layout: page\nweight: 3\n? [a]\n: b\naliases: [/old/]\npinned: true\nurl: /new/\npublished: true';
    const { metadata, problems } = titled(yaml);
    expect(metadata).toMatchObject({ title: 'T', aliases: [], pinned: [], url: null, published: null });
    expect(problems).toEqual([]);
  });

  test.each([
    '0000-01-01',
    '0999-12-31',
    '2200-01-01',
    '2018-02-30',
    '2019-02-29',
    '2018-13-01',
    '2018-00-10',
    '17.12.2018',
    '2018',
    '2018-12-17T25:00Z',
    '2018-12-17 or so',
    '[2018-12-17]',
    '*x',
  ])('leaves out the date %s', (date) => {
    const { metadata, problems } = titled(`published: "${date}"`.replace('"[', '[').replace(']"', ']'));
    expect(metadata?.published).toBeNull();
    expect(problems).toMatchObject([{ kind: 'warning', line: 3 }]);
  });

  test.each(['2016-02-29', '2018-12-17T09:33', '2018-12-17t09:33:47.123Z', '2018-12-17 09:33:47 +0300'])(
    'keeps the date of %s',
    (date) => {
      expect(titled(`published: ${date}`)).toMatchObject({
        metadata: { published: date.slice(0, 10) },
        problems: [],
      });
    },
  );

  test.each([
    ['en', 'en'],
    ['PT-br', 'pt-BR'],
    ['zh-Hant', 'zh-Hant'],
    ['"no"', 'no'],
    ['en-u-ca-gregory', 'en'],
  ])('accepts the language %s', (written, language) => {
    expect(titled(`language: ${written}`)).toMatchObject({ metadata: { language }, problems: [] });
  });

  test.each(['English', 'xx', 'pt_BR', 'en, de', '[en]', '42', 'x-private'])(
    'leaves out the language %s, and says how to write one',
    (written) => {
      const { metadata, problems } = titled(`language: ${written}`);
      expect(metadata?.language).toBeNull();
      expect(problems).toEqual([
        {
          kind: 'warning',
          line: 3,
          cause: { code: 'language-unknown' },
        },
      ]);
    },
  );

  test.each([
    'javascript:alert(1)',
    'ftp://example.com',
    'example.com',
    '//example.com',
    'https://',
    'https://a b.com',
    '[https://example.com]',
    'file:///etc/passwd',
    '"https://example.com/\\e"',
  ])('leaves out the address %s', (url) => {
    const { metadata, problems } = titled(`url: ${url}`);
    expect(metadata?.url).toBeNull();
    expect(problems).toMatchObject([{ kind: 'warning', line: 3, cause: { code: 'url-not-web-address' } }]);
  });

  test('leaves out a publisher, aliases and pinned questions of the wrong shape', () => {
    const { metadata, problems } = titled('publisher: [x]\naliases: CCD\npinned: Who?');
    expect(metadata).toMatchObject({ title: 'T', publisher: null, aliases: [], pinned: [] });
    // Hugo's aliases are former addresses.
    expect(problems.map(({ line }) => line)).toEqual([3, 5]);
  });

  test('leaves out single aliases and questions, each with its line', () => {
    const { metadata, problems } = titled(
      'aliases:\n  A: b\n  B: [c]\n  C:\n  ? [d]\n  : e\npinned:\n  - One?\n  - Two: three?\n  -\n  - "\\e"',
    );
    expect(metadata?.aliases).toEqual([{ short: 'A', long: 'b' }]);
    expect(metadata?.pinned).toEqual(['One?']);
    expect(problems.map(({ line }) => line)).toEqual([5, 6, 7, 11, 12, 13]);
  });
});

function list(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

describe('text beyond a limit', () => {
  test.each([
    ['url', `https://example.org/${'x'.repeat(2048)}`, 2048],
    ['publisher', 'x'.repeat(201), 200],
  ] as const)('is left out with its line and the limit: %s', (key, value, limit) => {
    const { metadata, problems } = titled(`${key}: ${value}`);
    expect(metadata?.[key]).toBeNull();
    expect(problems).toMatchObject([
      { kind: 'warning', line: 3, cause: { code: 'field-too-long', key, maxChars: limit } },
    ]);
  });

  test('is left out of aliases and pinned questions, one by one', () => {
    const { metadata, problems } = titled(
      `aliases:\n  ${'S'.repeat(61)}: long\n  S: ${'x'.repeat(301)}\n  T: fits\npinned:\n  - ${'x'.repeat(301)}\n  - Fits?`,
    );
    expect(metadata).toMatchObject({ aliases: [{ short: 'T', long: 'fits' }], pinned: ['Fits?'] });
    expect(problems.map(({ line }) => line)).toEqual([4, 5, 8]);
  });

  test('is left out from the first entry beyond the limit', () => {
    const { metadata, problems } = titled(
      `aliases:\n${list(400, (n) => `  A${n}: b`)}\npinned:\n${list(300, (n) => `  - Q${n}?`)}`,
    );
    expect([metadata?.aliases.length, metadata?.pinned.length]).toEqual([300, 200]);
    expect(problems).toMatchObject([
      { line: 304, cause: { code: 'too-many-entries', key: 'aliases', max: 300 } },
      { line: 605, cause: { code: 'too-many-entries', key: 'pinned', max: 200 } },
    ]);
  });
});

describe('an address that Discord would reject', () => {
  test.each([
    'http://localhost/a',
    'https://a_b.example.org/',
    'https://intranet',
    'http://[::1]/',
    'https://ex_ample.org',
  ])('is left out, and the warning says why: %s', (url) => {
    const { metadata, problems } = titled(`url: "${url}"`);
    expect(metadata?.url).toBeNull();
    expect(problems).toMatchObject([
      { kind: 'warning', line: 3, cause: { code: 'host-not-linkable', host: new URL(url).hostname } },
    ]);
  });

  test.each(['http://127.0.0.1:8080/a', 'https://пример.рф/страница?q=ё', 'https://example.org/a_b'])(
    'is none of %s',
    (url) => {
      expect(titled(`url: "${url}"`)).toMatchObject({ metadata: { url }, problems: [] });
    },
  );
});

describe('a draft', () => {
  test.each([
    'draft: true',
    'draft: yes',
    'draft: soon',
    'draft: [x]',
    'published: false',
    'published: no',
    'Draft: true',
    'DRAFT: Yes',
    '"draft ": true',
    'Published: false',
  ])('is not read where it says “%s”, and its line is reported', (yaml) => {
    expect(titled(yaml)).toMatchObject({ metadata: null, problems: [{ kind: 'draft', line: 3 }] });
  });

  test.each(['draft: false', 'draft: no', 'draft:', 'draft: ~', 'published: true'])(
    'is none where it says “%s”',
    (yaml) => {
      expect(titled(yaml)).toMatchObject({ metadata: { title: 'T', published: null }, problems: [] });
    },
  );
});

describe('hostile front matter', () => {
  test('cannot reach a prototype', () => {
    const { metadata, problems } = titled(
      '__proto__: {polluted: yes}\naliases:\n  __proto__: x\n  constructor: y',
    );
    expect(metadata?.aliases).toEqual([{ short: 'constructor', long: 'y' }]);
    expect(problems.map(({ line }) => line)).toEqual([5]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('cannot grow by references, because they are never followed', () => {
    const levels = Array.from(
      { length: 25 },
      (_, level) => `l${level + 1}: &l${level + 1} [*l${level}, *l${level}]`,
    );
    const { metadata, problems } = titled(`l0: &l0 [x, x]\n${levels.join('\n')}\npinned: *l25\naliases: *l0`);
    expect(metadata).toMatchObject({ title: 'T', pinned: [], aliases: [] });
    expect(problems).toHaveLength(1);
  });

  test('never throws, whatever it is', () => {
    const pieces = fc.constantFrom(
      'title',
      'aliases',
      'pinned',
      'url',
      ': ',
      ':',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a ',
      '*a',
      '!!',
      '!x',
      '|',
      '>',
      '#',
      '%',
      '---',
      '...',
      '? ',
      '<<',
      '__proto__',
      '\t',
      '\\',
      '@',
      '`',
      'é',
      '\ud800',
    );
    const yaml = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(yaml, (text) => {
        const { metadata, problems } = readMetadata(text);
        expect(metadata === null).toBe(problems.some(({ kind }) => kind !== 'warning'));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a number of days', () => {
  test.each(['0', '3651', '-1', '1.5', '1e3', 'half a year', '[90]', '0x10'])('is not “%s”', (yaml) => {
    const { metadata, problems } = titled(`stale_after_days: ${yaml}`);
    expect(metadata?.staleAfterDays).toBeNull();
    expect(problems).toMatchObject([
      { kind: 'warning', line: 3, cause: { code: 'not-days', key: 'stale_after_days', maxDays: 3650 } },
    ]);
  });

  test.each([
    ['1', 1],
    ['3650', 3650],
  ])('may be %s', (yaml, days) => {
    expect(titled(`stale_after_days: ${yaml}`)).toMatchObject({
      metadata: { staleAfterDays: days },
      problems: [],
    });
  });
});

describe('whom an article is for', () => {
  test.each([
    ['a text in place of a list', 'channels: help', 'warning 2: readers-not-list'],
    ['several names in one text', 'roles: Moderator, Helper', 'warning 2: readers-not-list'],
    ['a map', 'roles: {Moderator: true}', 'warning 2: readers-not-list'],
    ['an alias of YAML', 'url: &a https://example.org\nroles: *a', 'warning 3: readers-not-list'],
    ['an empty list', 'channels: []', 'warning 2: readers-empty'],
    ['nothing', 'roles:', 'warning 2: readers-empty'],
    ['null', 'roles: ~', 'warning 2: readers-empty'],
    ['a name that is a comment', 'channels: #help', 'warning 2: readers-empty'],
    ['a list of comments', 'channels:\n  - #help\n  - staff', 'warning 3: reader-not-text'],
    ['a list within', 'roles: [[Moderator]]', 'warning 2: reader-not-text'],
    ['an empty name', 'roles: [Moderator, ""]', 'warning 2: reader-not-text'],
    ['a name longer than any', `roles: [${'a'.repeat(101)}]`, 'warning 2: reader-not-text'],
  ])('is nobody where that is %s, and a problem says so', (_, yaml, problem) => {
    const { metadata, problems } = readMetadata(yaml);
    expect(metadata?.channels ?? metadata?.roles).toEqual([]);
    expect(problems.map(({ kind, line, cause }) => `${kind} ${line ?? '-'}: ${cause.code}`)).toEqual([
      problem,
    ]);
  });

  test.each(['role', 'channel', 'chanels', 'Rolles'])(
    'is everybody where the key is “%s”, and a problem says so',
    (key) => {
      const { metadata, problems } = readMetadata(`${key}: [Moderator]`);
      expect([metadata?.channels, metadata?.roles]).toEqual([null, null]);
      expect(problems.map(({ line, cause }) => [line, cause.code])).toEqual([[2, 'limit-misspelt']]);
    },
  );

  test.each(['rules', 'controls', 'panels'])('is everybody without a problem where there is “%s”', (key) => {
    expect(readMetadata(`${key}: [Moderator]`).problems).toEqual([]);
  });

  test('is at most fifty channels or roles', () => {
    const { metadata, problems } = readMetadata(
      `roles: [${Array.from({ length: 51 }, (_, n) => `r${n}`).join()}]`,
    );
    expect(metadata?.roles).toHaveLength(50);
    expect(problems).toMatchObject([{ cause: { code: 'too-many-entries', key: 'roles', max: 50 } }]);
  });
});
