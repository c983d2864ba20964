import { expect, test } from 'vitest';
import { limited } from '../../../src/answering/ranking/differences.ts';

test.each([
  [1.5, 1.5],
  [-1.5, -1.5],
  [20.1, 20],
  [-20.1, -20],
  [Number.POSITIVE_INFINITY, 20],
  [Number.NEGATIVE_INFINITY, -20],
])('a difference of %d counts %d', (difference, counted) => expect(limited(difference)).toBe(counted));
