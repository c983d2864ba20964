import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/knowledge/front-matter.ts';

describe('front matter', () => {
  it('stands between the first two lines of three hyphens', () => {
    expect(splitFrontMatter('---\ntitle: A\n---\nText\n---\nmore')).toEqual({
      kind: 'split',
      yaml: 'title: A\n',
      body: 'Text\n---\nmore',
      bodyLine: 4,
    });
  });

  it.each([
    ['is empty', '---\n---\nText', '', 3],
    ['ends the file', '---\na: b\n---', 'a: b\n', 4],
    ['has spaces behind its hyphens and blank lines inside', '--- \n\na: b\n\n---\t\nText', '\na: b\n\n', 6],
    ['holds hyphens inside a text', '---\na: x---\n b---\n---\nText', 'a: x---\n b---\n', 5],
  ])('may be one that %s', (...[, text, yaml, bodyLine]) => {
    expect(splitFrontMatter(text)).toMatchObject({ kind: 'split', yaml, bodyLine });
  });

  it.each([
    [
      'does not begin the file',
      '# Title\n\nText',
      'The file does not begin with front matter, so it has no title.',
    ],
    [
      'comes after a blank line',
      '\n---\na: b\n---',
      'The file does not begin with front matter, so it has no title.',
    ],
    ['is missing from an empty file', '', 'The file does not begin with front matter, so it has no title.'],
    ['is never closed', '---\ntitle: A\n\nText', 'The front matter that begins here is never closed.'],
    [
      'is closed by four hyphens',
      '---\ntitle: A\n----\nText',
      'The front matter that begins here is never closed.',
    ],
    [
      'is endless',
      `---\n# ${'x'.repeat(70_000)}\n---\n`,
      'The front matter is longer than 64 K characters or 2000 lines.',
    ],
    [
      'has keys without end',
      `---\n${'x:\n'.repeat(2001)}---\n`,
      'The front matter is longer than 64 K characters or 2000 lines.',
    ],
  ])('that %s is refused', (_, text, message) => {
    expect(splitFrontMatter(text)).toMatchObject({ flaw: { kind: 'skipped', line: 1, message } });
  });
});
