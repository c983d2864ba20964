import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTestTitles } from './test-titles.ts';

const TABLE = readFileSync('tests/what-members-expect.md', 'utf8');

/** The rows of the table: what is expected, and the files with the beginnings of titles that prove it. */
const ROWS = [...TABLE.matchAll(/^\| ([^*|][^|]*) \| ((?:`tests[^|]*)) \|$/gm)].map(
  ([, what = '', proofs = '']) => [what, proofs] as const,
);

/** Each file that is named, with the beginnings of titles behind it. */
function proofsIn(text: string): readonly (readonly [file: string, title: string])[] {
  return [...text.matchAll(/`(tests\/[^`]+)`: ([^`]*)/g)].flatMap(([, file = '', titles = '']) =>
    titles
      .trim()
      .replace(/;$/, '')
      .split(';')
      .map((title) => [file, title.trim()] as const),
  );
}

/** Returns whether a file has a test that runs and whose title begins like this. */
function isProven(file: string, title: string): boolean {
  return title !== '' && readTestTitles(readFileSync(file, 'utf8')).some((each) => each.startsWith(title));
}

test('the table of what members expect has rows', () => {
  expect(ROWS.length).toBeGreaterThan(25);
});

describe.each(ROWS)('%s', (_, proofs) => {
  test('is proven by tests that are there and run', () => {
    const named = proofsIn(proofs);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(([file, title]) => !isProven(file, title))).toEqual([]);
  });
});

describe('a proof', () => {
  test('is a test of any kind, in a group or not', () => {
    const source = `
      test('alone', () => {});
      describe.each([1])('group %i', () => {
        it.each([[1, 2]])('each %i', (a: number) => { expect(a).toBe(1); });
        test.concurrent(\`with \${1} value\`, async () => {});
      });`;
    expect(readTestTitles(source)).toEqual(['alone', 'each %i', 'with … value']);
  });

  test('is no comment, no other text, no group, and no test that is skipped or has no function', () => {
    const source = `
      // test('in a comment', () => {});
      const text = "test('in a text', () => {})";
      test.skip('skipped', () => {});
      test.todo('to do');
      it('without a function');
      describe('group', () => {});
      describe.skip('a skipped group', () => { test('inside', () => {}); });`;
    expect(readTestTitles(source)).toEqual([]);
  });

  test('has a title', () => {
    expect(proofsIn('`tests/a.test.ts`: one; two; `tests/b.test.ts`: ;')).toEqual([
      ['tests/a.test.ts', 'one'],
      ['tests/a.test.ts', 'two'],
      ['tests/b.test.ts', ''],
    ]);
    expect(isProven('tests/expectations.test.ts', '')).toBe(false);
  });
});
