import { describe, expect, test } from 'vitest';
import { applyPreview, previewRefresh } from '../../../src/requests/refreshing/preview-refresh.ts';
import { listSnapshots, refresh, undoRefresh } from '../../../src/requests/refreshing/refresh.ts';
import { markdown } from '../../knowledge/temporary-folder.ts';
import { emptyStore, FULL, outOfOrder } from '../kept-answers.ts';
import { refreshing, tower } from '../refreshing-scene.ts';
import { member, moderator, refresherOf } from '../requesters.ts';

async function changedFolder() {
  const scene = await refreshing({ 'a.md': markdown('A') });
  await scene.write('b.md', markdown('B'));
  return scene;
}

test('a moderator gets the report, and it is their doing', async () => {
  const { refreshes, done } = await changedFolder();
  const report = await refresh(refreshes, refresherOf(moderator));
  expect(report).toMatchObject({ articleCount: 2, changes: { added: [{ path: 'b.md', title: 'B' }] } });
  expect(done).toMatchObject([{ cause: { kind: 'command', byId: 'theo', guildId: 'guild' } }]);
});

test('anyone else learns which permission it needs, and nothing is read', async () => {
  const { refreshes, knowledge, readings } = await changedFolder();
  const before = knowledge.current;
  const refused = refresh(refreshes, refresherOf(member));
  await expect(refused).rejects.toMatchObject({ name: 'UserFacingError', code: 'not-a-moderator' });
  await expect(refused).rejects.toThrow('Manage Messages');
  expect([knowledge.current, readings.count]).toEqual([before, 0]);
});

const manager = { ...moderator, managesServer: true };
const named = (...maintainerGuildIds: readonly string[]) => ({ maintainerGuildIds, serverCount: 1 });
const noneNamed = (serverCount: number | null) => ({ maintainerGuildIds: null, serverCount });
const REFUSED = { code: 'shared-folder', refusal: { guildId: 'guild' } };

/** The folder holds another tower than serves, and what has served can be gone back to. */
async function changed() {
  const scene = await refreshing();
  await scene.refreshes.start();
  await scene.write('tower.md', tower(2000));
  return scene;
}

describe('where servers are named', () => {
  test.each([
    ['', named('guild')],
    [' among others, wherever else the bot is', { maintainerGuildIds: ['other', 'guild'], serverCount: 9 }],
  ])('the moderators of one of them%s read the folder, apply previews and go back', async (_, folder) => {
    const scene = await changed();
    const who = refresherOf(manager, folder);
    const { id } = await previewRefresh(scene, who);
    await applyPreview(scene.refreshes, who, id);
    expect(await scene.whenBuilt()).toContain('2000');
    expect(await listSnapshots(scene.store, who)).toHaveLength(2);
    await undoRefresh(scene.refreshes, who, 1);
    expect(await scene.whenBuilt()).toContain('1900');
    await refresh(scene.refreshes, who);
    expect(await scene.whenBuilt()).toContain('2000');
  });

  test('those of others do none of that, and nothing is read', async () => {
    const scene = await changed();
    const who = refresherOf(manager, named('other'));
    const { id } = await previewRefresh(scene, refresherOf(moderator));
    const { count } = scene.readings;
    for (const tried of [
      previewRefresh(scene, who),
      applyPreview(scene.refreshes, who, id),
      listSnapshots(scene.store, who),
      undoRefresh(scene.refreshes, who, 1),
      refresh(scene.refreshes, who),
      refresh(scene.refreshes, { ...who, guildId: null }),
    ])
      await expect(tried).rejects.toMatchObject({ code: 'shared-folder' });
    await expect(refresh(scene.refreshes, who)).rejects.toMatchObject(REFUSED);
    await expect(refresh(scene.refreshes, who)).rejects.toThrow(/owner decides.*guild.*KNOWLEDGE_GUILD_IDS/);
    expect(scene.readings.count).toBe(count);
    expect(await scene.whenBuilt()).toContain('1900');
  });

  test('a member who is no moderator there learns that first', async () => {
    const scene = await changed();
    const refused = refresh(scene.refreshes, refresherOf(member, named('other')));
    await expect(refused).rejects.toMatchObject({ code: 'not-a-moderator' });
  });
});

describe('where none is named', () => {
  test('moderators have the folder read in the only server', async () => {
    const scene = await changed();
    const who = refresherOf(moderator, noneNamed(1));
    const { id } = await previewRefresh(scene, who);
    await applyPreview(scene.refreshes, who, id);
    expect(await scene.whenBuilt()).toContain('2000');
    await scene.write('tower.md', tower(2100));
    await refresh(scene.refreshes, who);
    expect(await scene.whenBuilt()).toContain('2100');
  });

  test.each([2, 9, null])(
    'nobody has it read where there are %j servers, null where nobody knows',
    async (count) => {
      const scene = await changed();
      const who = refresherOf(manager, noneNamed(count));
      for (const tried of [previewRefresh(scene, who), refresh(scene.refreshes, who)])
        await expect(tried).rejects.toMatchObject(REFUSED);
      expect(scene.readings.count).toBe(0);
      expect(await scene.whenBuilt()).toContain('1900');
    },
  );

  test('who manages a server goes back as long as it is the only one', async () => {
    const scene = await changed();
    await refresh(scene.refreshes, refresherOf(moderator));
    const among = refresherOf(manager, noneNamed(2));
    await expect(listSnapshots(scene.store, among)).rejects.toMatchObject(REFUSED);
    await expect(undoRefresh(scene.refreshes, among, 1)).rejects.toMatchObject(REFUSED);
    const amongUnknown = refresherOf(manager, noneNamed(null));
    await expect(undoRefresh(scene.refreshes, amongUnknown, 1)).rejects.toMatchObject(REFUSED);
    expect(await scene.whenBuilt()).toContain('2000');
    await undoRefresh(scene.refreshes, refresherOf(manager, noneNamed(1)), 1);
    expect(await scene.whenBuilt()).toContain('1900');
  });
});

const refreshingManager = refresherOf({ ...member, managesServer: true });
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
  const report = await undoRefresh(refreshes, refreshingManager, 1);
  expect(await whenBuilt()).toContain('1900');
  expect(report.changes).toMatchObject({ removed: [{ path: 'b.md' }], changed: [{ path: 'tower.md' }] });
  expect(done.at(-1)).toEqual({ cause: { kind: 'undo', byId: 'mia', guildId: 'guild' }, report });
  await undoRefresh(refreshes, refreshingManager, 2);
  expect(await whenBuilt()).toContain('2000');
  const list = await listSnapshots(store, refreshingManager);
  expect(list.map(({ number, cause, byId }) => [number, cause, byId])).toEqual([
    [4, 'undo', 'mia'],
    [3, 'undo', 'mia'],
    [2, 'command', 'theo'],
    [1, 'start', null],
  ]);
});

test('what was gone back to serves until the folder is read again', async () => {
  const { refreshes, whenBuilt } = await refreshed();
  await undoRefresh(refreshes, refreshingManager, 1);
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
  await expect(undoRefresh(refreshes, refreshingManager, 9)).rejects.toMatchObject({ code: 'snapshot-gone' });
  const snapshots = { ...outOfOrder.snapshots, listFiles: () => Promise.reject(FULL) };
  const broken = await refreshing(undefined, { store: { ...outOfOrder, snapshots } });
  await expect(undoRefresh(broken.refreshes, refreshingManager, 1)).rejects.toMatchObject({
    code: 'not-kept',
  });
  expect(knowledge.current).toBe(before);
});

test.each([
  ['forgotten', async () => null, 'snapshot-gone'],
  ['out of reach', () => Promise.reject(FULL), 'not-kept'],
])('a version that is %s by the time it is read changes nothing', async (_, readTexts, code) => {
  const store = await emptyStore();
  const snapshots = { ...store.snapshots, readTexts };
  const { refreshes, knowledge, write } = await refreshing(undefined, { store: { ...store, snapshots } });
  await refreshes.start();
  await write('tower.md', tower(2000));
  await refresh(refreshes, theo);
  const before = knowledge.current;
  await expect(undoRefresh(refreshes, refreshingManager, 1)).rejects.toMatchObject({ code });
  expect(knowledge.current).toBe(before);
});

test('a preview that was made before is no longer valid', async () => {
  const { refreshes, write } = await refreshed();
  await write('tower.md', tower(2100));
  const { id } = await refreshes.preview();
  await undoRefresh(refreshes, refreshingManager, 1);
  const cause = { kind: 'preview', byId: 'theo', guildId: 'guild' } as const;
  await expect(refreshes.apply(id, cause)).rejects.toMatchObject({ code: 'preview-gone' });
});
