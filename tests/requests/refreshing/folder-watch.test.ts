import { rename } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { FolderWatch } from '../../../src/requests/refreshing/folder-watch.ts';
import { BROKEN, markdown } from '../../knowledge/temporary-folder.ts';
import { refreshing, tower } from '../refreshing-scene.ts';

const byTheo = { kind: 'command', byId: 'theo', guildId: 'guild' } as const;

/** A folder that is looked at when the test says so. */
async function watched(files?: Readonly<Record<string, string>>) {
  const scene = await refreshing(files);
  const failed: unknown[] = [];
  const onFailed = (error: unknown): void => void failed.push(error);
  const restored = { count: 0 };
  const onRestored = (): void => void restored.count++;
  const watch = new FolderWatch({ ...scene, nowMs: () => 0, onFailed, onRestored });
  return { ...scene, watch, failed, restored };
}

test('files that have changed are read once they stay as they are, and once only', async () => {
  const { watch, write, whenBuilt, readings, done } = await watched();
  await watch.look();
  await watch.look();
  expect(readings.count).toBe(0);
  await write('tower.md', tower(2000));
  await watch.look();
  expect(await whenBuilt()).toContain('1900');
  await watch.look();
  expect(await whenBuilt()).toContain('2000');
  await watch.look();
  await watch.look();
  expect(readings.count).toBe(1);
  expect(done).toMatchObject([{ cause: { kind: 'files' } }]);
});

test('a file that goes on being written is waited for', async () => {
  const { watch, write, whenBuilt, readings } = await watched();
  for (let length = 1; length < 40; length += 5) {
    await write('tower.md', tower(2000).slice(0, length));
    await watch.look();
  }
  expect(readings.count).toBe(0);
  await write('tower.md', tower(2000));
  await watch.look();
  await watch.look();
  expect(await whenBuilt()).toContain('2000');
});

test('one that is left half written keeps its last readable version, and is read when it is whole', async () => {
  const { watch, write, whenBuilt, done } = await watched({ 'a.md': markdown('A'), 'tower.md': tower(1900) });
  await write('tower.md', '---\ntitle: "The to');
  await watch.look();
  await watch.look();
  expect(await whenBuilt()).toContain('1900');
  expect(done).toMatchObject([{ report: { kept: ['tower.md'] } }]);
  await write('tower.md', tower(2000));
  await watch.look();
  await watch.look();
  expect(await whenBuilt()).toContain('2000');
});

test('what a moderator has read already is not read again, nor what was undone', async () => {
  const { watch, write, refreshes, readings, whenBuilt } = await watched();
  await refreshes.start();
  await watch.look();
  await write('tower.md', tower(2000));
  await refreshes.refresh(byTheo);
  await watch.look();
  await watch.look();
  await refreshes.undo(1, { ...byTheo, kind: 'undo' });
  await watch.look();
  await watch.look();
  // The moderator’s reading, and that of the snapshot.
  expect([readings.count, await whenBuilt()]).toEqual([2, 'The tower was built in 1900.']);
  await write('tower.md', tower(1950));
  await watch.look();
  await watch.look();
  expect(await whenBuilt()).toContain('1950');
});

test('what was changed while the folder was read for the first time is read', async () => {
  const { watch, write, whenBuilt } = await watched();
  await write('tower.md', tower(2000));
  await watch.look();
  await watch.look();
  expect(await whenBuilt()).toContain('2000');
});

test('a folder without a readable article fails once, and is read once it has one', async () => {
  const { watch, write, whenBuilt, readings } = await watched();
  await write('tower.md', BROKEN);
  await watch.look();
  await expect(watch.look()).rejects.toMatchObject({ code: 'no-readable-article' });
  await watch.look();
  expect([readings.count, await whenBuilt()]).toEqual([1, 'The tower was built in 1900.']);
  await write('tower.md', tower(2000));
  await watch.look();
  await watch.look();
  expect(await whenBuilt()).toContain('2000');
});

test('a folder that is again what was read, after it could not be read, is told as restored, once', async () => {
  const { folder, watch, readings, restored } = await watched();
  const away = `${folder}-away`;
  await rename(folder, away);
  await watch.look();
  await expect(watch.look()).rejects.toMatchObject({ code: 'no-readable-article' });
  await rename(away, folder);
  for (let look = 0; look < 3; look++) await watch.look();
  expect([restored.count, readings.count]).toEqual([1, 1]);
});

test('a watch that was stopped is not started', async () => {
  const { watch, failed } = await watched();
  await watch.stop();
  watch.start();
  await watch.stop();
  expect(failed).toEqual([]);
});
