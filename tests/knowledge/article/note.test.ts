import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderNote } from '../../../src/knowledge/article/note.ts';
import { removeUnseen } from '../../../src/knowledge/article/unseen-characters.ts';
import { parseArticle } from '../../../src/knowledge/folder/parse-article.ts';

const read = (file: string) => parseArticle('server/note.md', new TextEncoder().encode(file));

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
