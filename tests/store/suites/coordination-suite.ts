import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/open-store.ts';
import { opened } from '../scene.ts';

/** Tests how processes coordinate themselves through every kind of store. `freshUrl` gives the address of a store that is empty. */
export function describeCoordination(kind: string, freshUrl: () => Promise<string>): void {
  const freshStore = async (): Promise<Store> => opened(await freshUrl());

  describe(`coordination through ${kind}`, () => {
    test('gives a lock to one holder, until it is released', async () => {
      const { coordination } = await freshStore();
      const [one, two] = await Promise.all([coordination.tryLock('a'), coordination.tryLock('a')]);
      expect([one, two].filter((lock) => lock !== null)).toHaveLength(1);
      const lock = one ?? two;
      expect(lock).toHaveProperty('name', 'a');
      expect(await coordination.tryLock('a')).toBeNull();
      expect(await coordination.listFree(['b', 'a', 'c'])).toEqual(['b', 'c']);
      const other = await coordination.tryLock('b');
      expect(other).not.toBeNull();
      await lock?.release();
      const again = await coordination.tryLock('a');
      expect(again).not.toBeNull();
      // A second release does not take it from who holds it now.
      await lock?.release();
      expect(await coordination.tryLock('a')).toBeNull();
    });

    test('keeps the locks of two stores in two places apart', async () => {
      const [here, there] = [await freshStore(), await freshStore()];
      expect(await here.coordination.tryLock('a')).not.toBeNull();
      expect(await there.coordination.tryLock('a')).not.toBeNull();
    });

    test('does not tell a process what it announced itself', async () => {
      const { coordination } = await freshStore();
      const heard: unknown[] = [];
      const end = coordination.subscribe((change) => heard.push(change));
      await coordination.announce({ kind: 'snapshot' });
      await coordination.announce({ kind: 'server', guildId: 'guild-1' });
      end();
      expect(heard.filter((change) => change !== null)).toEqual([]);
    });
  });
}
