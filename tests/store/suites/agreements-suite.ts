import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/open-store.ts';

/** What processes that share a store of any kind agree on. */
export function describeAgreements(kind: string, freshStore: () => Promise<Store>): void {
  describe(`agreements: ${kind}`, () => {
    test('are what the first proposes, until a process is alone and proposes something else', async () => {
      const { agreements } = await freshStore();
      const proposals = ['4', '5', '6'].map((value) =>
        agreements.agree('shard count', value, { isUnused: false }),
      );
      const [first, ...others] = await Promise.all(proposals);
      expect(others).toEqual([first, first]);
      expect(await agreements.agree('shard count', '8', { isUnused: true })).toBe('8');
      expect(await agreements.agree('shard count', '4', { isUnused: false })).toBe('8');
      expect(await agreements.agree('something else', 'x', { isUnused: false })).toBe('x');
    });
  });
}
