import { describe, expect, test } from 'vitest';
import { hashText } from '../../../src/kit/ids.ts';
import type { Store } from '../../../src/store/open-store.ts';
import type { NewSnapshot } from '../../../src/store/records/snapshots.ts';
import { turnsDuring } from '../scene.ts';

const snapshot = (
  texts: Readonly<Record<string, string>>,
  differing: Partial<NewSnapshot> = {},
): NewSnapshot => ({
  cause: 'command',
  byId: 'mod',
  guildId: 'guild',
  factCount: 3,
  added: 1,
  removed: 0,
  changed: 2,
  texts: Object.entries(texts).map(([path, text]) => ({ path, text })),
  ...differing,
});

/** What every kind of store must do with snapshots; `freshStore` opens one where nothing is kept yet. */
export function describeSnapshots(kind: string, freshStore: () => Promise<Store>): void {
  describe(`snapshots kept in ${kind}`, () => {
    test('of a server that is forgotten stay, without who had them made there', async () => {
      const { snapshots, forgetting } = await freshStore();
      await snapshots.save(snapshot({ 'a.md': 'A' }));
      await snapshots.save(snapshot({ 'a.md': 'AA' }, { guildId: 'other' }));
      await forgetting.forgetServer('guild');
      const told = (await snapshots.list()).map(({ byId, guildId }) => [byId, guildId]);
      expect(told).toEqual([
        ['mod', 'other'],
        [null, null],
      ]);
    });

    test('come back latest first with who, why and when, and with their texts', async () => {
      const { snapshots } = await freshStore();
      await snapshots.save(
        snapshot({ 'b.md': 'B', 'a.md': 'A' }, { cause: 'start', byId: null, guildId: null }),
      );
      const kept = await snapshots.save(snapshot({ 'a.md': 'AA' }));
      expect(kept).toEqual({
        number: 2,
        cause: 'command',
        byId: 'mod',
        guildId: 'guild',
        articleCount: 1,
        factCount: 3,
        added: 1,
        removed: 0,
        changed: 2,
        savedAt: expect.any(Number),
      });
      const list = await snapshots.list();
      expect(list.map(({ number, cause, byId }) => [number, cause, byId])).toEqual([
        [2, 'command', 'mod'],
        [1, 'start', null],
      ]);
      expect(list[0]).toEqual(kept);
      expect(await snapshots.readTexts(1)).toEqual([
        { path: 'a.md', text: 'A' },
        { path: 'b.md', text: 'B' },
      ]);
      expect(await snapshots.listFiles(1)).toEqual([
        { path: 'a.md', hash: hashText('A'), bytes: 1 },
        { path: 'b.md', hash: hashText('B'), bytes: 1 },
      ]);
      expect([await snapshots.readTexts(3), await snapshots.listFiles(3)]).toEqual([null, null]);
    });

    test('are found by their texts, the latest first', async () => {
      const { snapshots } = await freshStore();
      for (const text of ['ä', 'B', 'ä']) await snapshots.save(snapshot({ 'a.md': text }));
      const found = ['ä', 'B', 'C'].map((text) => snapshots.find([{ path: 'a.md', text }]));
      expect(await Promise.all(found)).toEqual([3, 2, null]);
      expect(await snapshots.listFiles(3)).toEqual([{ path: 'a.md', hash: hashText('ä'), bytes: 2 }]);
    });

    test('are not kept again as long as nothing differs, and are again once it did', async () => {
      const { snapshots } = await freshStore();
      expect(await snapshots.save(snapshot({ 'a.md': 'A', 'b.md': 'B' }))).toHaveProperty('number', 1);
      expect(await snapshots.save(snapshot({ 'b.md': 'B', 'a.md': 'A' }))).toBeNull();
      expect(await snapshots.save(snapshot({ 'a.md': 'B', 'b.md': 'A' }))).toHaveProperty('number', 2);
      expect(await snapshots.save(snapshot({ 'a.md': 'B' }))).toHaveProperty('number', 3);
      expect(await snapshots.save(snapshot({ 'a.md': 'A', 'b.md': 'B' }))).toHaveProperty('number', 4);
    });

    test('beyond the last 20 are forgotten, with what only they hold', async () => {
      const { snapshots } = await freshStore();
      for (let version = 1; version <= 23; version++)
        await snapshots.save(snapshot({ 'same.md': 'the same', 'a.md': `version ${version}` }));
      const list = await snapshots.list();
      expect(list.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => 23 - i));
      expect(await snapshots.readTexts(3)).toBeNull();
      expect(await snapshots.readTexts(4)).toEqual([
        { path: 'a.md', text: 'version 4' },
        { path: 'same.md', text: 'the same' },
      ]);
    });

    test('of texts with characters that no database takes come back with a mark', async () => {
      const { snapshots } = await freshStore();
      await snapshots.save(snapshot({ 'a.md': 'a\0b\ud83dc' }));
      expect(await snapshots.readTexts(1)).toEqual([{ path: 'a.md', text: 'a\uFFFDb\uFFFDc' }]);
      expect(await snapshots.save(snapshot({ 'a.md': 'a\0b\ud83dc' }))).toBeNull();
    });

    test('are sorted by the bytes of their paths', async () => {
      const { snapshots } = await freshStore();
      await snapshots.save(
        snapshot({ 'ä.md': '1', 'b.md': '2', 'B.md': '3', 'a-b.md': '4', 'a.md': '5', 'a b.md': '6' }),
      );
      const paths = ((await snapshots.readTexts(1)) ?? []).map(({ path }) => path);
      expect(paths).toEqual(['B.md', 'a b.md', 'a-b.md', 'a.md', 'b.md', 'ä.md']);
    });

    test('of many files come back whole', async () => {
      const { snapshots } = await freshStore();
      const texts = Object.fromEntries(
        Array.from({ length: 2_345 }, (_, i) => [`${String(i).padStart(4, '0')}.md`, `text ${i % 7}`]),
      );
      await snapshots.save(snapshot(texts));
      const kept = await snapshots.readTexts(1);
      expect(Object.fromEntries((kept ?? []).map(({ path, text }) => [path, text]))).toEqual(texts);
    });

    test('come back whole with texts that are longer than a portion', async () => {
      const { snapshots } = await freshStore();
      const texts = {
        'a.md': 'α'.repeat(2_000_000),
        'b.md': 'b'.repeat(1_000_001),
        'c.md': '',
        'd.md': '日本'.repeat(600_000),
      };
      await snapshots.save(snapshot(texts));
      const kept = (await snapshots.readTexts(1)) ?? [];
      const isSame = kept.every(({ path, text }) => new Map(Object.entries(texts)).get(path) === text);
      expect([kept.length, isSame]).toEqual([4, true]);
    });

    test('let others have their turn while they are kept and read, however large they are', async () => {
      const { snapshots, serverSettings } = await freshStore();
      const texts = Object.fromEntries(
        Array.from({ length: 150 }, (_, i) => [`${i}.md`, `${i} ${'some text '.repeat(10_000)}`]),
      );
      const other = () => serverSettings.read('guild');
      expect(await turnsDuring(snapshots.save(snapshot(texts)), other)).toBeGreaterThan(5);
      expect(await turnsDuring(snapshots.readTexts(1), other)).toBeGreaterThan(5);
    });

    test('of two that are kept at once both are there', async () => {
      const { snapshots } = await freshStore();
      const kept = await Promise.all([1, 2].map((n) => snapshots.save(snapshot({ 'a.md': `${n}` }))));
      expect(kept.map((each) => each?.number ?? 0).toSorted((one, other) => one - other)).toEqual([1, 2]);
    });
  });
}
