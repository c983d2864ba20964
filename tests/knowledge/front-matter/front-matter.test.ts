import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../../src/knowledge/front-matter/front-matter.ts';
import { readMetadata } from '../../../src/knowledge/front-matter/metadata.ts';
import { cpuMsOf } from '../../cpu-time.ts';

describe('front matter', () => {
  test('is between the first two lines of three hyphens', () => {
    expect(splitFrontMatter('---\ntitle: A\n---\nText\n---\nmore')).toEqual({
      kind: 'split',
      yaml: 'title: A\n',
      yamlLine: 2,
      body: 'Text\n---\nmore',
      bodyLine: 4,
    });
  });

  test.each([
    ['is empty', '---\n---\nText', '', 3],
    ['ends the file', '---\na: b\n---', 'a: b\n', 4],
    ['has spaces behind its hyphens and blank lines inside', '--- \n\na: b\n\n---\t\nText', '\na: b\n\n', 6],
    ['holds hyphens inside a text', '---\na: x---\n b---\n---\nText', 'a: x---\n b---\n', 5],
  ])('may be text that %s', (...[, text, yaml, bodyLine]) => {
    expect(splitFrontMatter(text)).toMatchObject({ kind: 'split', yaml, bodyLine });
  });

  test.each([
    ['an empty line', '\n', 2],
    ['a comment', '<!-- staff only -->\n', 2],
    ['a comment of several lines', '<!--\nstaff\nonly\n-->\n\n', 6],
  ])('may follow %s', (_, above, line) => {
    const split = splitFrontMatter(`${above}---\nchannels: [staff]\n---\n\nThe code is 1234.`);
    expect(split).toMatchObject({ yaml: 'channels: [staff]', yamlLine: line + 1, bodyLine: line + 3 });
    expect(split).toMatchObject({ body: '\nThe code is 1234.' });
  });

  test.each([
    'Staff only.\n',
    '# Codes\n\n',
    '<!-- x --> Text\n',
    '```\ncode\n```\n',
    'Text\n\n---\n\nMore text.\n\n',
    'Text\n\n---\nOther: key\n---\n',
  ])('that would limit an article below text is refused: %j', (above) => {
    const line = above.split('\n').length + 2;
    const text = `${above}---\ntitle: Codes\nRoles: [mods]\n---\n\nThe code is 1234.`;
    expect(splitFrontMatter(text)).toMatchObject({
      problem: { kind: 'skipped', line, cause: { code: 'limit-out-of-place' } },
    });
  });

  test('that would limit an article and is never closed is refused below an empty line, too', () => {
    const text = '\n---\nroles: [mods]\n\nThe code is 1234.\n';
    expect(splitFrontMatter(text)).toMatchObject({
      problem: { kind: 'skipped', line: 3, cause: { code: 'limit-out-of-place' } },
    });
  });

  test.each([
    ['code that shows front matter', '# Pages\n\n```yaml\n---\nchannels: [staff]\n---\n```\n'],
    ['a paragraph between rules', '# Roles\n\n---\n\nRoles: choose yours here.\n\n---\n\nMore.'],
    ['rules around text', '# Hours\n\n---\nOpen: from nine\n---\nMore.'],
    ['a line under a heading', 'Text\n---\nMore'],
  ])('is not %s', (_, text) => {
    expect(splitFrontMatter(text)).toMatchObject({ kind: 'split', yaml: '', body: text });
  });

  test.each([
    ['is never closed', '---\ntitle: A\n\nText', 'open-front-matter'],
    ['is closed by four hyphens', '---\ntitle: A\n----\nText', 'open-front-matter'],
    ['is endless', `---\na: ${'x'.repeat(70_000)}\n---\n`, 'front-matter-too-long'],
    ['has keys without end', `---\n${'x:\n'.repeat(2001)}---\n`, 'front-matter-too-long'],
  ])('that %s is rejected', (_, text, code) => {
    expect(splitFrontMatter(text)).toMatchObject({ problem: { kind: 'skipped', line: 1, cause: { code } } });
  });

  test.each([
    ['is never closed', '+++\ntitle = "A"\n\nText', 'open-front-matter', 1],
    ['is endless', `+++\na = "${'x'.repeat(70_000)}"\n+++\n`, 'front-matter-too-long', 1],
    ['has keys without end', `+++\n${'x=1\n'.repeat(2001)}+++\n`, 'front-matter-too-long', 1],
    ['lacks quotes', '+++\ndraft = false\ntitle = A B\n+++\nText', 'invalid-toml', 3],
    ['has a key twice', '+++\ntitle = "A"\ntitle = "B"\n+++\nText', 'invalid-toml', 3],
    ['is nested too deeply', `+++\na = ${'['.repeat(10_000)}\n+++\n`, 'invalid-toml', 2],
  ])('in TOML that %s is rejected', (...[, text, code, line]) => {
    expect(splitFrontMatter(text)).toMatchObject({ problem: { kind: 'skipped', line, cause: { code } } });
  });

  test.each([
    ['begins with plus signs', '+++\nText\n+++\nmore'],
    ['begins with a brace', '{\n"a": b\n}\nText'],
    ['begins with an expression', '{props.a}\n\nText'],
    ['begins with a heading', '# Title\n\nText'],
    ['begins with a blank line', '\n---\na: b\n---'],
    ['is empty', ''],
    ['begins with a rule', '---\n\nText\n\n---\nmore'],
    ['begins with a rule and holds no other', '---\nText'],
    ['begins with text that a rule follows', 'Note: text\n---\nmore'],
  ])('a file that %s is all text', (_, text) => {
    expect(splitFrontMatter(text)).toEqual({ kind: 'split', yaml: '', yamlLine: 1, body: text, bodyLine: 1 });
  });

  test.each([
    ['title: A\n---\nText', 'title: A', 'Text', 3],
    ['title: A\n\n--\n\nText', 'title: A\n', '\nText', 4],
    ['layout: x\nTitle: A\ntags:\n  - b\n---\n', 'layout: x\nTitle: A\ntags:\n  - b', '', 6],
  ])('may lack its first line: %j', (...[text, yaml, body, bodyLine]) => {
    expect(splitFrontMatter(text)).toEqual({ kind: 'split', yaml, yamlLine: 1, body, bodyLine });
  });

  test('and the text below it are all of the file', () => {
    const line = fc.constantFrom('---', '--', '...', 'title: A', 'a: b', '# c', ' d', 'Text', '');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const split = splitFrontMatter(lines.join('\n'));
        if (split.kind === 'problem') return;
        expect(lines.slice(split.bodyLine - 1).join('\n')).toBe(split.body);
        const before = lines.slice(split.yamlLine - 1).join('\n');
        expect(before.startsWith(split.yaml)).toBe(true);
      }),
    );
  });
});

describe('front matter in TOML', () => {
  test('means the same as in YAML', () => {
    const toml = `# Hugo's
title = "Opening hours"
url = 'https://example.org/hours'
publisher = "The city library"
published = 2026-01-15
captured = 2026-02-01T09:30:00+02:00
language = "en"
stale_after_days = 90
tags = ["a", "b"]
pinned = [
  "When does the library open?",
]
weight = 0x10
ratio = inf

[aliases]
ILL = "inter-library loan"

[params.deep.er]
x = 1`;
    const yaml = `title: Opening hours
url: https://example.org/hours
publisher: The city library
published: 2026-01-15
captured: 2026-02-01
language: en
stale_after_days: 90
pinned: [When does the library open?]
aliases: { ILL: inter-library loan }`;
    expect(metadataOf(toml)).toEqual(readMetadata({ yaml, yamlLine: 2 }));
    expect(metadataOf(toml).problems).toEqual([]);
  });

  test.each([
    ['draft = true', 2, 'draft'],
    ['title = "A"\n\ncaptured = "soon"', 4, 'not-a-date'],
    ['[params]\nx = 1\n\n[aliases]\nCCD = 5\nA = [1]', 5, 'alias-not-pair'],
    ['title = ["A"]', 2, 'title-not-text'],
  ])('%j has its problem on line %i', (toml, line, code) => {
    expect(metadataOf(toml).problems).toMatchObject([{ line, cause: { code } }]);
  });

  test('is read, whatever its content', () => {
    const pieces = fc.constantFrom(...'a title = " \' [ ] { } . , # 1 """ __proto__'.split(' '), '\n', ' ');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const split = splitFrontMatter(`+++\n${parts.join('')}\n+++\n`);
        const problems = split.kind === 'split' ? readMetadata(split).problems : [split.problem];
        expect(problems.length).toBeLessThan(30);
      }),
    );
  });

  test('is read in time that grows with its length', () => {
    const once = cpuMsOf(() => splitFrontMatter(dottedKeys(450)));
    expect(cpuMsOf(() => splitFrontMatter(dottedKeys(1800)))).toBeLessThan(10 * once + 200);
  });
});

test('front matter in JSON means the same', () => {
  const split = splitFrontMatter('{\n  "title": "Hours",\n  "draft": false\n}\n\nText');
  expect(split).toMatchObject({ kind: 'split', body: '\nText', bodyLine: 5 });
  expect(split.kind === 'split' && readMetadata(split).metadata?.title).toBe('Hours');
});

function metadataOf(toml: string) {
  const split = splitFrontMatter(`+++\n${toml}\n+++\n`);
  if (split.kind === 'problem') throw new Error(split.problem.cause.code);
  return readMetadata(split);
}

function dottedKeys(lines: number): string {
  const keys = Array.from({ length: lines }, (_, index) => `a${index}.b.c = "x"`);
  return `+++\n${keys.join('\n')}\n+++\n`;
}
