import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/open-store.ts';
import type { ValueChange } from '../../../src/store/records/server-values.ts';

const large = (n: number): string => String(n).repeat(1024 * 1024);
const article = (name: string, value: string | null) => ({ kind: 'article', name, value }) as const;

/** What every kind of store must do with what moderators decide; `freshStore` opens one where nothing is kept yet. */
export function describeServerValues(kind: string, freshStore: () => Promise<Store>): void {
  describe(`what moderators decide, kept in ${kind}`, () => {
    test('comes back sorted by name, for its server and kind alone, with who and when', async () => {
      const { serverValues } = await freshStore();
      await serverValues.change('here', 'mod', [article('b.md', 'B'), article('a.md', 'A')]);
      await serverValues.change('there', 'other', [article('a.md', 'else')]);
      const trace = { changedBy: 'mod', changedAt: expect.any(Number) };
      expect(await serverValues.list('here', 'article')).toEqual([
        { name: 'a.md', value: 'A', ...trace },
        { name: 'b.md', value: 'B', ...trace },
      ]);
      expect(await serverValues.list('here', 'taught')).toEqual([]);
      expect(await serverValues.listNames('here', 'article')).toEqual(['a.md', 'b.md']);
      expect(await serverValues.listNames('here', 'taught')).toEqual([]);
      expect(await serverValues.find('here', 'article', 'b.md')).toHaveProperty('value', 'B');
      expect(await serverValues.find('there', 'article', 'b.md')).toBeNull();
    });

    test('leaves a trail, latest first, of what was changed in fact', async () => {
      const { serverValues } = await freshStore();
      await serverValues.change('here', 'mod', [article('a.md', 'A')]);
      await serverValues.change('here', 'mod', [article('a.md', 'A'), article('x.md', null)]);
      await serverValues.change('here', 'admin', [article('a.md', 'AA')]);
      const made = await serverValues.change('here', 'mod', [article('a.md', null)]);
      expect(made).toEqual([
        {
          number: 3,
          kind: 'article',
          name: 'a.md',
          before: 'AA',
          isSet: false,
          changedBy: 'mod',
          changedAt: expect.any(Number),
        },
      ]);
      const trail = await serverValues.listChanges('here', 10);
      expect(trail.map(({ number, before, isSet, changedBy }) => [number, before, isSet, changedBy])).toEqual(
        [
          [3, 'AA', false, 'mod'],
          [2, 'A', true, 'admin'],
          [1, null, true, 'mod'],
        ],
      );
      expect(await serverValues.listChanges('here', 1)).toEqual(trail.slice(0, 1));
      expect(await serverValues.listChanges('there', 10)).toEqual([]);
    });

    test('can be taken back, what was added, replaced and removed, and the taking back too', async () => {
      const { serverValues } = await freshStore();
      const valueNow = async () => (await serverValues.find('here', 'article', 'a.md'))?.value ?? null;
      await serverValues.change('here', 'mod', [article('a.md', 'A')]);
      await serverValues.change('here', 'mod', [article('a.md', 'AA')]);
      expect(await serverValues.undo('here', 'admin', [2])).toMatchObject([
        { number: 3, before: 'AA', isSet: true },
      ]);
      expect(await valueNow()).toBe('A');
      await serverValues.undo('here', 'admin', [3]);
      expect(await valueNow()).toBe('AA');
      await serverValues.change('here', 'mod', [article('a.md', null)]);
      await serverValues.undo('here', 'admin', [5]);
      expect(await valueNow()).toBe('AA');
    });

    test('is taken back with others all or none', async () => {
      const { serverValues } = await freshStore();
      await serverValues.change('here', 'mod', [article('a.md', 'A'), article('b.md', 'B')]);
      expect(await serverValues.undo('here', 'admin', [1, 99])).toBeNull();
      expect(await serverValues.list('here', 'article')).toHaveLength(2);
      const undone = await serverValues.undo('here', 'admin', [1, 2]);
      expect(undone).toMatchObject([{ name: 'a.md' }, { name: 'b.md' }]);
      expect(await serverValues.list('here', 'article')).toEqual([]);
    });

    test('is not taken back over what was done since, nor from another server', async () => {
      const { serverValues } = await freshStore();
      await serverValues.change('here', 'mod', [article('a.md', 'A'), article('b.md', 'B')]);
      await serverValues.change('here', 'mod', [article('a.md', 'AA')]);
      expect(await serverValues.undo('here', 'admin', [1])).toBeNull();
      expect(await serverValues.undo('there', 'admin', [2])).toBeNull();
      expect(await serverValues.undo('here', 'admin', [99])).toBeNull();
      expect(await serverValues.undo('here', 'admin', [2])).toMatchObject([{ name: 'b.md' }]);
      expect(await serverValues.find('here', 'article', 'a.md')).toHaveProperty('value', 'AA');
    });

    test('is found in the trail by its numbers, in its server alone', async () => {
      const { serverValues } = await freshStore();
      for (const value of ['1', '2', '3']) await serverValues.change('here', 'mod', [article('a.md', value)]);
      const found = await serverValues.findChanges('here', [1, 3, 99]);
      expect(found.map(({ number, before }) => [number, before])).toEqual([
        [3, '2'],
        [1, null],
      ]);
      expect(await serverValues.findChanges('there', [1, 3])).toEqual([]);
      expect(await serverValues.findChanges('here', [])).toEqual([]);
    });

    test('has a trail of its last 200 changes', async () => {
      const { serverValues } = await freshStore();
      for (let n = 1; n <= 203; n++) await serverValues.change('here', 'mod', [article('a.md', String(n))]);
      const trail = await serverValues.listChanges('here', 1000);
      expect([trail.length, trail.at(-1)?.number, trail[0]?.number]).toEqual([200, 4, 203]);
      await serverValues.undo('here', 'admin', [203]);
      expect(await serverValues.listChanges('here', 1000)).toHaveLength(200);
    });

    test('has a trail of at most 8 MB, but what was done last can be undone whatever its size', async () => {
      const { serverValues } = await freshStore();
      for (let n = 0; n < 10; n++) await serverValues.change('here', 'mod', [article('a.md', large(n))]);
      await serverValues.change('there', 'mod', [article('a.md', large(0))]);
      // With their names eight of these are more than 8 MB.
      expect((await serverValues.listChanges('here', 99)).map(({ number }) => number)).toEqual(
        Array.from({ length: 7 }, (_, i) => 10 - i),
      );
      const all = Array.from({ length: 9 }, (_, n) => article(`${n}.md`, large(n)));
      await serverValues.change('here', 'mod', all);
      const removed = await serverValues.change(
        'here',
        'mod',
        all.map(({ name }) => article(name, null)),
      );
      expect(await serverValues.listChanges('here', 99)).toHaveLength(9);
      const numbers = removed.map(({ number }) => number);
      expect(await serverValues.undo('here', 'mod', numbers)).toHaveLength(9);
      expect(await serverValues.listChanges('there', 99)).toHaveLength(1);
    });

    test('is what was wished last, whatever is wished', async () => {
      const { serverValues } = await freshStore();
      const wishes = fc.array(
        fc.record({
          kind: fc.constant('article' as const),
          name: fc.constantFrom('a', 'b', 'c'),
          value: fc.option(fc.constantFrom('1', '2')),
        }),
        { maxLength: 5 },
      );
      let round = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(wishes, { maxLength: 6 }), async (all) => {
          const guild = `guild-${round++}`;
          for (const each of all) await serverValues.change(guild, 'mod', each);
          const kept = await serverValues.list(guild, 'article');
          expect(kept.map(({ name, value }) => [name, value])).toEqual(lastOf(all.flat()));
        }),
      );
    });
  });
}

/** The names with the values that were wished last, sorted; without those that were taken away. */
function lastOf(wishes: readonly ValueChange[]): readonly (readonly [string, string | null])[] {
  const last = new Map(wishes.map(({ name, value }) => [name, value]));
  return [...last].filter(([, value]) => value !== null).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
