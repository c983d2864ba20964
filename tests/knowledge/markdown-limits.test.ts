import { expect, it } from 'vitest';
import { findTooMuch } from '../../src/knowledge/markdown-limits.ts';

it('finds the first line with too many quote or list marks, and takes no rule for one', () => {
  expect(findTooMuch(`One.\n\n${'>'.repeat(60)}`)).toMatchObject({
    line: 3,
    message: expect.stringContaining('50 or more'),
  });
  expect(findTooMuch(`${'- '.repeat(60)}a`)).toMatchObject({ line: 1 });
  expect(findTooMuch('-'.repeat(80))).toBeNull();
});
