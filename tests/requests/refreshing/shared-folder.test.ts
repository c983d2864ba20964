import { describe, expect, test } from 'vitest';
import { applyPreview, previewRefresh } from '../../../src/requests/refreshing/preview-refresh.ts';
import { refresh } from '../../../src/requests/refreshing/refresh.ts';
import { listSnapshots, undoRefresh } from '../../../src/requests/refreshing/undo-refresh.ts';
import { refreshing, tower } from '../refreshing-scene.ts';
import { member, moderator, refresherOf } from '../requesters.ts';

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
    await expect(refresh(scene.refreshes, who)).rejects.toThrow(
      /whoever runs me.*guild.*KNOWLEDGE_GUILD_IDS/,
    );
    expect(scene.readings.count).toBe(count);
    expect(await scene.whenBuilt()).toContain('1900');
  });

  test('who is no moderator there is told that first', async () => {
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
