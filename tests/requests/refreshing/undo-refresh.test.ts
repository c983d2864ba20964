import { expect, test } from 'vitest';
import { refresh } from '../../../src/requests/refreshing/refresh.ts';
import { listSnapshots, undoRefresh } from '../../../src/requests/refreshing/undo-refresh.ts';
import { markdown } from '../../knowledge/temporary-folder.ts';
import { FULL, outOfOrder } from '../kept-answers.ts';
import { refreshing, tower } from '../refreshing-scene.ts';
import { member, moderator, refresherOf } from '../requesters.ts';

const manager = refresherOf({ ...member, managesServer: true });
const theo = refresherOf(moderator);

/** Started with the tower of 1900, then refreshed to that of 2000 with another article. */
async function refreshed() {
  const scene = await refreshing();
  await scene.refreshes.start();
  await scene.write('tower.md', tower(2000));
  await scene.write('b.md', markdown('B'));
  await refresh(scene.refreshes, theo);
  return scene;
}

test('who manages the server goes back to what served before, and forward again', async () => {
  const { refreshes, store, done, whenBuilt } = await refreshed();
  const report = await undoRefresh(refreshes, manager, 1);
  expect(await whenBuilt()).toContain('1900');
  expect(report.changes).toMatchObject({ removed: [{ path: 'b.md' }], changed: [{ path: 'tower.md' }] });
  expect(done.at(-1)).toEqual({ cause: { kind: 'undo', byId: 'mia', guildId: 'guild' }, report });
  await undoRefresh(refreshes, manager, 2);
  expect(await whenBuilt()).toContain('2000');
  const list = await listSnapshots(store, manager);
  expect(list.map(({ number, cause, byId }) => [number, cause, byId])).toEqual([
    [4, 'undo', 'mia'],
    [3, 'undo', 'mia'],
    [2, 'command', 'theo'],
    [1, 'start', null],
  ]);
});

test('what was gone back to serves until the folder is read again', async () => {
  const { refreshes, whenBuilt } = await refreshed();
  await undoRefresh(refreshes, manager, 1);
  const report = await refresh(refreshes, theo);
  expect(report.changes).toMatchObject({ added: [{ path: 'b.md' }], changed: [{ path: 'tower.md' }] });
  expect(await whenBuilt()).toContain('2000');
});

test('a moderator who does not manage the server neither sees nor undoes anything', async () => {
  const { refreshes, store, whenBuilt } = await refreshed();
  await expect(listSnapshots(store, theo)).rejects.toMatchObject({ code: 'not-a-manager' });
  await expect(undoRefresh(refreshes, theo, 1)).rejects.toThrow('Manage Server');
  expect(await whenBuilt()).toContain('2000');
});

test('what is no longer kept, or cannot be read, changes nothing', async () => {
  const { refreshes, knowledge } = await refreshed();
  const before = knowledge.current;
  await expect(undoRefresh(refreshes, manager, 9)).rejects.toMatchObject({ code: 'snapshot-gone' });
  const snapshots = { ...outOfOrder.snapshots, readTexts: () => Promise.reject(FULL) };
  const broken = await refreshing(undefined, { store: { ...outOfOrder, snapshots } });
  await expect(undoRefresh(broken.refreshes, manager, 1)).rejects.toMatchObject({ code: 'not-kept' });
  expect(knowledge.current).toBe(before);
});

test('a preview that was made before is no longer valid', async () => {
  const { refreshes, write } = await refreshed();
  await write('tower.md', tower(2100));
  const { id } = await refreshes.preview();
  await undoRefresh(refreshes, manager, 1);
  const cause = { kind: 'preview', byId: 'theo', guildId: 'guild' } as const;
  await expect(refreshes.apply(id, cause)).rejects.toMatchObject({ code: 'preview-gone' });
});
