import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const TABLE = readFileSync('tests/what-members-expect.md', 'utf8');

/** The rows of the table: what is expected, and the files with the beginnings of titles that prove it. */
const ROWS = [...TABLE.matchAll(/^\| ([^*|][^|]*) \| ((?:`tests[^|]*)) \|$/gm)].map(
  ([, what = '', proofs = '']) => [what, proofs] as const,
);

/** Each file that is named, with the beginnings of titles behind it. */
function proofsIn(text: string): readonly (readonly [file: string, title: string])[] {
  return [...text.matchAll(/`(tests\/[^`]+)`: ([^`]*)/g)].flatMap(([, file = '', titles = '']) =>
    titles.split(';').map((title) => [file, title.trim()] as const),
  );
}

test('the table of what members expect has rows', () => {
  expect(ROWS.length).toBeGreaterThan(25);
});

describe.each(ROWS)('%s', (_, proofs) => {
  test('is proven by tests that are there', () => {
    const named = proofsIn(proofs);
    expect(named.length).toBeGreaterThan(0);
    for (const [file, title] of named) expect(readFileSync(file, 'utf8')).toContain(title);
  });
});
