import { expect, test } from 'vitest';
import { addNonce } from '../../../src/discord/kit/posting.ts';

test('the same cause gives the same nonce of at most 25 characters, and another cause another one', () => {
  const [first, again, other] = [
    addNonce({}, 'tell', 'x'.repeat(4000)),
    addNonce({}, 'tell', 'x'.repeat(4000)),
    addNonce({}, 'tell', 'x'.repeat(3999)),
  ];
  expect(first).toEqual(again);
  expect(first.nonce).not.toBe(other.nonce);
  expect(first.nonce.length).toBeLessThanOrEqual(25);
});
