import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainCauseCode, ProblemCause } from '../../src/knowledge/article/problem.ts';
import { english } from '../../src/wording/kit/english.ts';
import type { Texts } from '../../src/wording/kit/texts.ts';
import { LANGUAGES } from '../../src/wording/languages.ts';
import { buildProblemLine, describePassedOver, describeProblem } from '../../src/wording/problems.ts';

type WithParameters = Exclude<ProblemCause['code'], PlainCauseCode>;
type Samples = {
  readonly [Code in WithParameters]: readonly [ProblemCause & { readonly code: Code }, string];
};

/** One of each code that tells more than itself, with what it is in English. A code that is missing does not compile. */
const SAMPLES: Samples = {
  'too-large': [
    { code: 'too-large', maxMb: 5 },
    'The file is larger than 5 MB. Split it into several articles.',
  ],
  'readers-not-list': [
    { code: 'readers-not-list', key: 'roles' },
    '“roles” is not a list, so nobody may read this article. Write it as a list of names or IDs, as in “roles: [first, second]”.',
  ],
  'readers-empty': [
    { code: 'readers-empty', key: 'channels' },
    '“channels” is empty, so nobody may read this article. Write names or IDs into the list, in quotes if they begin with a symbol. Delete the line if everybody may read the article.',
  ],
  'reader-not-text': [
    { code: 'reader-not-text', key: 'roles' },
    'This entry of “roles” is not a name or an ID, so nobody may read this article. Write each name or ID as one text, in quotes if it begins with a symbol.',
  ],
  'limit-misspelt': [
    { code: 'limit-misspelt', key: 'role', meant: 'roles' },
    '“role” limits nothing, so everybody may read this article. Write “roles” if only some may read it. Otherwise leave it as it is.',
  ],
  'too-many-limits': [
    { code: 'too-many-limits', max: 50 },
    'The articles are limited to more than 50 different groups of channels and roles, so nobody may read this one. Limit several articles to the same channels and roles, in the same order.',
  ],
  'system-error': [
    { code: 'system-error', errorCode: 'EIO' },
    'The system could not read this (EIO). Check the disk and the file, then refresh again.',
  ],
  'folder-cannot-be-opened': [
    { code: 'folder-cannot-be-opened', errorCode: 'EIO' },
    'The knowledge folder cannot be opened (EIO). Set KNOWLEDGE_DIR to an existing folder of article files that the bot may read.',
  ],
  'reading-failed': [
    { code: 'reading-failed', detail: 'a fault of the parser' },
    'Reading the file failed (a fault of the parser). Split it into several smaller files.',
  ],
  'too-many-marks': [
    { code: 'too-many-marks', marks: 50 },
    'The line begins with 50 or more quote or list marks. Remove the marks, or put the text into a code block.',
  ],
  'more-warnings': [
    { code: 'more-warnings', count: 1450 },
    '1450 more parts of the file cannot be used. Fix the ones listed first.',
  ],
  draft: [
    { code: 'draft', written: 'draft: true', instead: 'draft: false' },
    'This article is a draft (“draft: true”), so it is not read. Write “draft: false” when members may read it.',
  ],
  'invalid-list': [
    { code: 'invalid-list', format: 'JSON', detail: 'Unexpected end of input' },
    'The file is not valid JSON: Unexpected end of input. Fix this line, or let a program check the file.',
  ],
  'key-twice': [
    { code: 'key-twice', key: 'captured' },
    'The front matter has the key “captured” twice. Delete one of the two lines.',
  ],
  'invalid-yaml': [
    { code: 'invalid-yaml', detail: 'Missing closing quote' },
    'The front matter is not valid YAML: Missing closing quote. Fix this line. A text that contains “: ” or “ #”, or begins with a symbol, needs quotes.',
  ],
  'invalid-toml': [
    { code: 'invalid-toml', detail: 'invalid value' },
    'The front matter is not valid TOML: invalid value. Fix this line. A text needs quotes, as in title = "Opening hours".',
  ],
  'open-front-matter': [
    { code: 'open-front-matter', fence: '+++' },
    'The front matter that begins here is never closed. Add a line “+++” between the front matter and the text.',
  ],
  'limit-out-of-place': [
    { code: 'limit-out-of-place' },
    'The readers of this article are listed here, where the list limits nothing. Move the list between two lines “---” at the top of the file. If it is part of the text, remove the “---” above it.',
  ],
  'front-matter-too-long': [
    { code: 'front-matter-too-long', maxChars: 65_536, maxLines: 2000, fence: '---' },
    'The front matter is longer than 65,536 characters or 2,000 lines. Check that the closing line “---” stands before the text. Otherwise shorten the lists.',
  ],
  'title-too-long': [
    { code: 'title-too-long', maxChars: 300 },
    'The title is longer than 300 characters. Shorten it, and check that it is not a paragraph of the text.',
  ],
  'not-a-date': [
    { code: 'not-a-date', key: 'captured' },
    '“captured” is not a date in the form YYYY-MM-DD. Write it like “captured: 2018-12-17”.',
  ],
  'year-out-of-range': [
    { code: 'year-out-of-range', key: 'captured', earliest: 1826, latest: 2199 },
    '“captured” has a year before 1826 or after 2199. Write it like “captured: 2018-12-17”.',
  ],
  'field-too-long': [
    { code: 'field-too-long', key: 'url', maxChars: 2048 },
    '“url” is longer than 2048 characters, so it is ignored. Shorten it.',
  ],
  'host-not-linkable': [
    { code: 'host-not-linkable', host: 'a_b.example.org' },
    '“url” leads to “a_b.example.org”, which Discord does not accept as a web address. Use a host name with a dot and without underscores, as in https://example.org.',
  ],
  'not-days': [
    { code: 'not-days', key: 'stale_after_days', maxDays: 3650 },
    '“stale_after_days” is not a number of days from 1 to 3650. Write it like “stale_after_days: 90”.',
  ],
  'alias-too-long': [
    { code: 'alias-too-long', maxShortChars: 60, maxLongChars: 300 },
    'An abbreviation can have 60 characters and its long form 300; this alias is ignored. Shorten it, or explain it in the text.',
  ],
  'pinned-too-long': [
    { code: 'pinned-too-long', maxChars: 300 },
    'This pinned question is longer than 300 characters, so it is ignored. Shorten it to what a member would ask.',
  ],
  'too-many-entries': [
    { code: 'too-many-entries', key: 'aliases', max: 300 },
    '“aliases” has more than 300 entries; those from here on are ignored. Split the article, or keep the most important entries.',
  ],
  struck: [
    { code: 'struck', moreLines: 6 },
    'Struck-out text is never quoted, on this line and 6 more. You don’t have to do anything. Remove the marks if the text is still valid.',
  ],
  turned: [
    { code: 'turned', moreLines: 6 },
    'Invisible characters that change the writing direction were removed, on this line and 6 more. Delete them, unless the text really runs the other way.',
  ],
  'long-heading': [
    { code: 'long-heading', maxChars: 300, moreLines: 6 },
    'A heading longer than 300 characters was cut, on this line and 6 more. Shorten it, and check that it is not a paragraph of the text.',
  ],
  'long-html': [
    { code: 'long-html', maxTags: 5000, moreLines: 6 },
    'HTML with more than 5,000 tags in one piece was ignored, on this line and 6 more. Put blank lines between its parts, or write it as Markdown.',
  ],
  'open-comment': [
    { code: 'open-comment', moreLines: 6 },
    'The comment that begins here is never closed, so nothing below it is read, on this line and 6 more. Close it with “-->”.',
  ],
  'open-element': [
    { code: 'open-element', moreLines: 6 },
    'A tag that hides the text after it, such as “<div hidden>” or “<script>”, is never closed, so that text is not read, on this line and 6 more. Close it, as with “</div>” or “</script>”, or delete it.',
  ],
  'extra-cells': [
    { code: 'extra-cells', moreLines: 6 },
    'Table cells beyond the columns of the table’s head were ignored, on this line and 6 more. Add a column to the head and to the line below it. Write “\\|” for a bar inside a cell.',
  ],
  'not-included': [
    { code: 'not-included', moreLines: 6 },
    'A line that includes another file was ignored, because only the file itself is read, on this line and 6 more. Copy the text here, or put the other file into the knowledge folder.',
  ],
  'unused-footnote': [
    { code: 'unused-footnote', moreLines: 6 },
    'A footnote that nothing refers to, or whose label is used twice, was ignored, on this line and 6 more. Put its mark, such as “[^1]”, into the text, or delete it.',
  ],
};

const PLAIN: Readonly<Record<PlainCauseCode, string>> = {
  'file-gone':
    'The file disappeared before it could be read. Refresh again when nobody is changing the folder.',
  'no-permission': 'The bot may not read this. Give the account that runs the bot the right to read it.',
  'name-not-utf8':
    'This name is not UTF-8, so the file or folder cannot be opened. Rename it with plain letters; “convmv” does this for many names at once.',
  'not-regular-file':
    'This is not a regular file. Replace it with a text file, or give it a name without an article’s ending.',
  'utf-16':
    'The file is saved as UTF-16, not as UTF-8. Save the file as UTF-8 (most editors: “Save with encoding”).',
  'not-utf8': 'The file is not UTF-8 text. Save the file as UTF-8 (most editors: “Save with encoding”).',
  'nul-character':
    'The file contains a NUL character, so it is not plain text. Save the file as UTF-8 (most editors: “Save with encoding”).',
  'no-folder':
    'The knowledge folder does not exist. Set KNOWLEDGE_DIR to an existing folder of article files that the bot may read.',
  'folder-is-file':
    'KNOWLEDGE_DIR names a file, not a folder. Set KNOWLEDGE_DIR to an existing folder of article files that the bot may read.',
  'link-leaves-folder':
    'This symbolic link leads out of the knowledge folder, so it was not followed. Copy the file or folder into the knowledge folder.',
  'link-to-nothing': 'This symbolic link leads to nothing. Remove the link, or restore what it led to.',
  'link-to-itself': 'This symbolic link leads back to itself. Remove the link, or point it at a file.',
  'takes-too-long': 'Reading the file takes too long. Split it into several smaller files.',
  'takes-too-much-memory': 'Reading the file takes too much memory. Split it into several smaller files.',
  'empty-file': 'The file is empty. Write the article into it, or delete the file.',
  'no-text':
    'The article has no text under its title. Write at least one paragraph. Headings and images do not count.',
  'no-question-list':
    'The file has no list of questions and answers. Give each entry a “question” and an “answer”; the documentation shows how.',
  'nested-too-deeply': 'The text is nested too deeply to be read. Remove quote, list or emphasis marks.',
  'too-much-markdown':
    'The text has too many marks, list items, headings or table cells to be read in time. Split it into several articles. Put blank lines after long paragraphs, quotes and list items.',
  'yaml-nested-too-deeply':
    'The front matter is not valid YAML: it is nested too deeply. Fix this line. A text that contains “: ” or “ #”, or begins with a symbol, needs quotes.',
  'not-key-value-lines':
    'The front matter is not a list of “key: value” lines. Write at least “title: …” between the “---” lines.',
  'title-not-text': 'The title is not a text. Write it in quotes: title: "…".',
  'title-control-characters': 'The title contains control characters. Type it again as plain text.',
  'title-empty': 'The title is empty. Write the name of the article.',
  'url-not-web-address': '“url” is not a web address. Write it in full, beginning with https://.',
  'publisher-not-text': '“publisher” is not a single line of text. Write “publisher: Name”.',
  'language-unknown': '“language” is not a language tag. Write it like “language: en” or “language: pt-BR”.',
  'alias-not-pair':
    'This alias is not an abbreviation with its long form. Write it like “CCD: Customs Cooperation Directorate”, with quotes if it contains symbols.',
  'pinned-not-list':
    '“pinned” is not a list. Put each question on its own line below “pinned:”, beginning with “- ”.',
  'pinned-not-text':
    'This pinned question is not a text. Write it after “- ”, with quotes if it contains “: ”.',
};

const ALL: readonly (readonly [ProblemCause, string])[] = [
  ...Object.values(SAMPLES),
  ...Object.entries(PLAIN).flatMap(([code, words]) => (isPlain(code) ? [[{ code }, words] as const] : [])),
];

function isPlain(code: string): code is PlainCauseCode {
  return Object.hasOwn(PLAIN, code);
}

function said(cause: ProblemCause, texts: Texts): string {
  const { message, remedy } = describeProblem(cause, texts);
  return `${message} ${remedy}`;
}

/** What a cause tells beside its code. */
function parametersOf(cause: ProblemCause): readonly string[] {
  return Object.entries(cause).flatMap(([name, value]) =>
    name === 'code' ? [] : [value].flat().map(String),
  );
}

/** Without what languages put between a number's groups of three digits. */
function ungrouped(text: string): string {
  return text.replace(/(?<=\d)[.,\u00a0\u202f](?=\d{3}\b)/g, '');
}

test.each(ALL)('%j is told in English', (cause, words) => {
  expect(said(cause, english)).toBe(words);
});

describe.each(Object.entries(LANGUAGES).filter(([code]) => code !== 'en'))('in “%s”', (_, texts) => {
  test('each problem has sentences of its own, for what is wrong and what to do', () => {
    const messages = ALL.map(([cause]) => describeProblem(cause, texts).message);
    expect(new Set(messages).size).toBe(messages.length);
    for (const [cause] of ALL) {
      const [own, other] = [describeProblem(cause, texts), describeProblem(cause, english)];
      expect(own.message).not.toBe(other.message);
      expect(own.remedy).not.toBe(other.remedy);
      for (const text of Object.values(own)) {
        expect(text).toMatch(/^\S.*[.»“”"]\.?$/u);
        expect(text).not.toMatch(/undefined|NaN|\$\{|\.\.$/);
      }
    }
  });

  test.each(Object.values(SAMPLES).map(([cause]) => cause))('the words tell all of %j', (cause) => {
    const words = ungrouped(said(cause, texts));
    for (const parameter of parametersOf(cause)) expect(words).toContain(parameter);
  });

  test('what the file or the system says comes through as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        for (const cause of quoting(text)) expect(said(cause, texts)).toContain(text);
      }),
    );
  });
});

function quoting(text: string): readonly ProblemCause[] {
  return [
    { code: 'system-error', errorCode: text },
    { code: 'folder-cannot-be-opened', errorCode: text },
    { code: 'reading-failed', detail: text },
    { code: 'invalid-list', format: 'JSON', detail: text },
    { code: 'key-twice', key: text },
    { code: 'invalid-yaml', detail: text },
    { code: 'invalid-toml', detail: text },
    { code: 'host-not-linkable', host: text },
  ];
}

describe.each(Object.entries(LANGUAGES))('in “%s”', (_, texts: Texts) => {
  test('one line that left something out is told without a number of lines', () => {
    for (const code of [
      'struck',
      'turned',
      'open-comment',
      'extra-cells',
      'unused-footnote',
      'not-included',
    ] as const)
      expect(describeProblem({ code, moreLines: 0 }, texts).message).toMatch(/^\D+\.$/);
  });

  test('a key that nobody can name is told without one', () => {
    expect(describeProblem({ code: 'key-twice', key: null }, texts).message).not.toContain('null');
  });
});

test.each([
  [1, 'Ещё 1 часть файла использовать нельзя.'],
  [2, 'Ещё 2 части файла использовать нельзя.'],
  [5, 'Ещё 5 частей файла использовать нельзя.'],
  [21, 'Ещё 21 часть файла использовать нельзя.'],
])('%i further parts are counted as Russian does', (count, message) => {
  expect(describeProblem({ code: 'more-warnings', count }, LANGUAGES.ru).message).toBe(message);
});

test('numbers are written as each language does', () => {
  const cause = { code: 'field-too-long', key: 'url', maxChars: 20_480 } as const;
  const numbers = Object.entries(LANGUAGES).map(([code, texts]) => [
    code,
    /\d[\d.\s]*\d/.exec(describeProblem(cause, texts).message)?.[0],
  ]);
  expect(Object.fromEntries(numbers)).toMatchObject({
    en: '20480',
    ru: '20\u00a0480',
    de: '20.480',
    es: '20.480',
    fr: '20\u202f480',
  });
});

test('tells a problem with its line where it has one', () => {
  const problem = {
    kind: 'skipped',
    path: 'a.md',
    cause: { code: 'title-empty' },
  } as const;
  expect(buildProblemLine({ ...problem, line: 3 }, english)).toBe(
    'a.md:3: The title is empty. Write the name of the article.',
  );
  expect(buildProblemLine({ ...problem, line: null }, english)).toBe(
    'a.md: The title is empty. Write the name of the article.',
  );
});

test('no document gives no sentence', () => expect(describePassedOver([])).toBeNull());

test('one document is named', () => {
  expect(describePassedOver(['a/rules.pdf'])).toBe(
    '1 file was passed over, because I can’t read its kind: a/rules.pdf. docs/articles.md tells how to convert them.',
  );
});

test('at most ten are named, and the others counted', () => {
  const paths = Array.from({ length: 1012 }, (_, index) => `${index}.pdf`);
  expect(describePassedOver(paths)).toContain('8.pdf, 9.pdf, 1002 more. docs/');
});
