import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pageAt } from './markdown.ts';

const MAX_WORDS = 1500;
const MAX_LINES = 200;
/** What CI runs from a clean checkout. */
const COMMANDS = [
  'npm ci && npm run ask -- "How many representative offices does Russian customs have abroad?"',
  'npm ci && npm test',
];

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

describe('README.md', () => {
  const { text, fences } = pageAt('README.md');

  test('can be read in a few minutes', () => {
    expect(countWords(text)).toBeLessThanOrEqual(MAX_WORDS);
    expect(text.split('\n').length).toBeLessThanOrEqual(MAX_LINES);
  });

  test.each(COMMANDS)('gives the command %s to the letter', (command) => {
    expect(fences.map((fence) => fence.text)).toContain(command);
  });

  test('gives the question that CI asks', () => {
    expect(readFileSync('.ci/run', 'utf8')).toContain(COMMANDS[0]);
  });
});

test('words are counted between white space', () => {
  expect(countWords(' one\n\ntwo  three-four\t`five` ')).toBe(4);
});
