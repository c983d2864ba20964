import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNote, renderNote } from '../../../src/knowledge/article/note.ts';
import { parseArticle } from '../../../src/knowledge/folder/parse-article.ts';
import { removeUnseen } from '../../../src/text/layout/printable.ts';

const read = (file: string) => parseArticle('server/note.md', new TextEncoder().encode(file));

/** The file that `renderNote` makes of what `parseNote` reads; the same where that is no note. */
function renderAgain(file: string): string {
  const parsed = parseNote(file);
  return parsed === null ? file : renderNote(parsed);
}

test('a note is an article with its title, link and day', () => {
  const note = {
    title: 'Tea',
    text: 'Tea is at four.',
    url: 'https://example.org/tea',
    captured: '2026-11-24',
  };
  expect(read(renderNote(note))).toMatchObject({
    article: {
      title: 'Tea',
      url: 'https://example.org/tea',
      captured: '2026-11-24',
      facts: [{ text: 'Tea is at four.' }],
    },
    problems: [],
  });
  expect(read(renderNote({ ...note, url: null })).article?.url).toBeNull();
});

test('any typed title becomes the title of the article', () => {
  const title = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    // The form accepts 200 characters as JavaScript counts them. A grapheme may have ten.
    .filter((text) => text.length <= 200 && /[\p{L}\p{N}]/u.test(removeUnseen(text)));
  fc.assert(
    fc.property(title, (text) => {
      const { article } = read(
        renderNote({ title: text, text: 'Tea is at four.', url: null, captured: '2026-11-24' }),
      );
      expect(article?.title).toBe(removeUnseen(text).replace(/\s+/g, ' ').trim());
    }),
  );
});

test('a note is read as it was written, whatever was typed', () => {
  const typed = fc.string({ unit: 'grapheme', maxLength: 100 });
  const note = fc.record({ title: typed, text: typed, url: fc.option(fc.webUrl()) });
  fc.assert(
    fc.property(note, (written) => {
      const file = renderNote({ ...written, captured: '2026-11-24' });
      expect(renderAgain(file)).toBe(file);
    }),
  );
  const title = fc.stringMatching(/^\w[\w ]*[a-z]$/);
  fc.assert(
    fc.property(title, fc.option(fc.webUrl()), (usual, url) => {
      const file = renderNote({ title: usual, text: 'At four.', url, captured: '2026-11-24' });
      expect(parseNote(file)).toMatchObject({ title: usual, url });
    }),
  );
  const hard = {
    title: 'Tea: “when”? #1',
    text: 'At four.\n\n---\n\nAlways.',
    url: 'https://a.example/?b=c',
  };
  expect(parseNote(renderNote({ ...hard, captured: '2026-11-24' }))).toMatchObject(hard);
});

test.each([
  ['another key', '---\ntitle: Tea\ncaptured: 2026-11-24\npinned: x\n---\n\nAt four.\n'],
  ['no day', '---\ntitle: Tea\n---\n\nAt four.\n'],
  ['other line breaks', '---\r\ntitle: Tea\r\ncaptured: 2026-11-24\r\n---\r\n\r\nAt four.\r\n'],
  ['nested YAML', `---\ntitle: ${'['.repeat(5000)}\ncaptured: 2026-11-24\n---\n\nAt four.\n`],
  ['no front matter', 'Tea\n\nAt four.\n'],
  ['half of it', '---\ntitle: Tea'],
])('a file with %s is no note', (_, file) => {
  expect(parseNote(file)).toBeNull();
});
