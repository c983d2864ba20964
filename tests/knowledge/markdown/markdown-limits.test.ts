import { expect, it } from 'vitest';
import { findTooNested } from '../../../src/knowledge/markdown/markdown-limits.ts';

it('finds the first line with too many quote or list marks, and takes no rule for one', () => {
  expect(findTooNested(`One.\n\n${'>'.repeat(60)}`)).toBe(3);
  expect(findTooNested(`${'- '.repeat(60)}a`)).toBe(1);
  expect(findTooNested('-'.repeat(80))).toBeNull();
});
