import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/knowledge/front-matter.ts';

describe('front matter', () => {
  it('stands between the first two lines of three hyphens', () => {
    expect(splitFrontMatter('---\ntitle: A\n---\nText\n---\nmore')).toEqual({
      kind: 'split',
      yaml: 'title: A\n',
      yamlLine: 2,
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
    ['is never closed', '---\ntitle: A\n\nText', 'open-front-matter'],
    ['is closed by four hyphens', '---\ntitle: A\n----\nText', 'open-front-matter'],
    ['is endless', `---\na: ${'x'.repeat(70_000)}\n---\n`, 'front-matter-too-long'],
    ['has keys without end', `---\n${'x:\n'.repeat(2001)}---\n`, 'front-matter-too-long'],
  ])('that %s is refused', (_, text, code) => {
    expect(splitFrontMatter(text)).toMatchObject({ flaw: { kind: 'skipped', line: 1, cause: { code } } });
  });

  it.each([
    ['begins with a heading', '# Title\n\nText'],
    ['begins with a blank line', '\n---\na: b\n---'],
    ['is empty', ''],
    ['begins with a rule', '---\n\nText\n\n---\nmore'],
    ['begins with a rule and holds no other', '---\nText'],
    ['begins with text that a rule follows', 'Note: text\n---\nmore'],
  ])('a file that %s is all text', (_, text) => {
    expect(splitFrontMatter(text)).toEqual({ kind: 'split', yaml: '', yamlLine: 1, body: text, bodyLine: 1 });
  });

  it.each([
    ['title: A\n---\nText', 'title: A', 'Text', 3],
    ['title: A\n\n--\n\nText', 'title: A\n', '\nText', 4],
    ['layout: x\nTitle: A\ntags:\n  - b\n---\n', 'layout: x\nTitle: A\ntags:\n  - b', '', 6],
  ])('may lack its first line: %j', (...[text, yaml, body, bodyLine]) => {
    expect(splitFrontMatter(text)).toEqual({ kind: 'split', yaml, yamlLine: 1, body, bodyLine });
  });

  it('and the text below it are all of the file', () => {
    const line = fc.constantFrom('---', '--', '...', 'title: A', 'a: b', '# c', ' d', 'Text', '');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const split = splitFrontMatter(lines.join('\n'));
        if (split.kind === 'flaw') return;
        expect(lines.slice(split.bodyLine - 1).join('\n')).toBe(split.body);
        const before = lines.slice(split.yamlLine - 1).join('\n');
        expect(before.startsWith(split.yaml)).toBe(true);
      }),
    );
  });
});
