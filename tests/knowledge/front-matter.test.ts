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
    ['does not begin the file', '# Title\n\nText', 'no-front-matter'],
    ['comes after a blank line', '\n---\na: b\n---', 'no-front-matter'],
    ['is missing from an empty file', '', 'no-front-matter'],
    ['is never closed', '---\ntitle: A\n\nText', 'open-front-matter'],
    ['is closed by four hyphens', '---\ntitle: A\n----\nText', 'open-front-matter'],
    ['is endless', `---\n# ${'x'.repeat(70_000)}\n---\n`, 'front-matter-too-long'],
    ['has keys without end', `---\n${'x:\n'.repeat(2001)}---\n`, 'front-matter-too-long'],
  ])('that %s is refused', (_, text, code) => {
    expect(splitFrontMatter(text)).toMatchObject({ flaw: { kind: 'skipped', line: 1, cause: { code } } });
  });
});
