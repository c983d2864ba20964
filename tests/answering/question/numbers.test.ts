import { describe, expect, test } from 'vitest';
import { NUMBER_NAMES, YEAR } from '../../../src/answering/question/spans.ts';

describe('the names of numbers', () => {
  test('are single words below one hundred, each once, the hours first', () => {
    expect(new Set(NUMBER_NAMES).size).toBe(19 + 8);
    expect(NUMBER_NAMES[11]).toBe('twelve');
    expect(NUMBER_NAMES.at(-1)).toBe('ninety');
    for (const name of NUMBER_NAMES) expect(name).toMatch(/^[a-z]+$/);
  });
});

test.each([
  ['1000', true],
  ['2099', true],
  ['0999', false],
  ['2100', false],
  ['199', false],
  ['19945', false],
])('that %s is a year is %s', (digits, isYear) => {
  expect(new RegExp(`^${YEAR}$`).test(digits)).toBe(isYear);
});
