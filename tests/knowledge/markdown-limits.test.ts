import { describe, expect, it } from 'vitest';
import { findTooMuch } from '../../src/knowledge/markdown-limits.ts';

describe('a Markdown text that would hold up the parser', () => {
  it.each([
    ['too many characters without a blank line', 'word '.repeat(40_001), /200,000 characters/],
    ['too many marks without a blank line', '*a_'.repeat(2_501), /5,000 marks/],
    ['too many links without a blank line', '[a](b) '.repeat(2_501), /5,000 marks/],
    ['too many quote marks', '>'.repeat(60), /50 or more/],
  ])('is found by %s, with its line', (_, hostile, message) => {
    const found = findTooMuch(`One.\n\n${hostile}\n\nTwo.`);
    expect(found?.line).toBe(3);
    expect(found?.message).toMatch(message);
  });

  it('is not one that has as many, with blank lines between', () => {
    const paragraphs = Array.from({ length: 100 }, () => '*a* _b_ [c](d) '.repeat(100));
    expect(findTooMuch(paragraphs.join('\n\n'))).toBeNull();
    expect(findTooMuch('-'.repeat(80))).toBeNull();
  });
});
