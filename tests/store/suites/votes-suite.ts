import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/open-store.ts';
import { asking } from '../scene.ts';

/** Tests how every kind of store counts votes. `freshStore` opens an empty one. */
export function describeVotes(kind: string, freshStore: () => Promise<Store>): void {
  describe(`votes kept in ${kind}`, () => {
    test('count once for each voter, who may change their mind', async () => {
      const { asked, votes } = await freshStore();
      const { id: askedId } = await asked.record(asking('How many?'));
      expect(await votes.count(askedId)).toEqual({ helpful: 0, notHelpful: 0 });
      await votes.cast({ askedId, voterId: 'a', isHelpful: true });
      await votes.cast({ askedId, voterId: 'a', isHelpful: true });
      expect(await votes.cast({ askedId, voterId: 'b', isHelpful: true })).toEqual({
        helpful: 2,
        notHelpful: 0,
      });
      expect(await votes.cast({ askedId, voterId: 'a', isHelpful: false })).toEqual({
        helpful: 1,
        notHelpful: 1,
      });
      expect(await votes.count(askedId)).toEqual({ helpful: 1, notHelpful: 1 });
    });

    test('are those of one answer', async () => {
      const { asked, votes } = await freshStore();
      const [one, two] = [await asked.record(asking('one')), await asked.record(asking('two'))];
      await votes.cast({ askedId: one.id, voterId: 'a', isHelpful: true });
      expect(await votes.count(two.id)).toEqual({ helpful: 0, notHelpful: 0 });
    });

    test('are not kept where there is no such answer', async () => {
      const { votes } = await freshStore();
      expect(await votes.cast({ askedId: 'gone', voterId: 'a', isHelpful: true })).toBeNull();
      expect(await votes.count('gone')).toEqual({ helpful: 0, notHelpful: 0 });
    });

    test('against an answer may say what it lacked, until the voter finds it helpful', async () => {
      const { asked, votes } = await freshStore();
      const { id: askedId } = await asked.record(asking('How many?'));
      const remark = { askedId, voterId: 'a', missing: ' The \0hour ' };
      expect(await votes.explain(remark)).toBe(false);
      await votes.cast({ askedId, voterId: 'a', isHelpful: true });
      expect(await votes.explain(remark)).toBe(false);
      await votes.cast({ askedId, voterId: 'a', isHelpful: false });
      expect(await votes.explain(remark)).toBe(true);
      await votes.cast({ askedId, voterId: 'a', isHelpful: false });
      expect(await votes.listMissing([askedId], 3)).toEqual(['The \uFFFDhour']);
      expect(await votes.listMissing([], 3)).toEqual([]);
      expect(await votes.listMissing(['other'], 3)).toEqual([]);
      await votes.explain({ ...remark, missing: '  ' });
      expect(await votes.listMissing([askedId], 3)).toEqual([]);
      await votes.explain(remark);
      await votes.cast({ askedId, voterId: 'a', isHelpful: true });
      expect(await votes.listMissing([askedId], 3)).toEqual([]);
    });
  });
}
