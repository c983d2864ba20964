import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { asking, opened, temporaryFolder } from './scene.ts';

/** An open store with something of everything, and somebody who edits its file. */
async function editedScene() {
  const path = join(await temporaryFolder(), 'footnote.db');
  const store = await opened(path);
  const told: string[] = [];
  store.reports.subscribe(({ message }) => told.push(message));
  const { asked, serverValues, snapshots } = store;
  for (const question of ['One?', 'Two?']) await asked.record(asking(question, { outcome: 'unknown' }));
  for (const name of ['a.md', 'b.md'])
    await serverValues.change('guild-1', 'mod', [{ kind: 'article', name, value: 'A' }]);
  for (const text of ['A', 'AA']) {
    const texts = [
      { path: 'a.md', text },
      { path: 'b.md', text: 'B' },
    ];
    const numbers = { factCount: 2, added: 0, removed: 0, changed: 1 };
    await snapshots.save({ cause: 'command', byId: 'mod', guildId: 'guild-1', ...numbers, texts });
  }
  const edit = (sql: string) => {
    const other = new DatabaseSync(path);
    other.exec(`pragma foreign_keys = off; ${sql}`);
    other.close();
  };
  return { store, told, edit };
}

describe('a snapshot is refused, not served in part,', () => {
  test.each([
    ['a text is missing', "delete from snapshot_texts where text = 'A'"],
    ['a text was changed', "update snapshot_texts set text = 'forged' where text = 'A'"],
    ['a file is missing', "delete from snapshot_files where snapshot_number = 1 and path = 'b.md'"],
    ['all its files are missing', 'delete from snapshot_files where snapshot_number = 1'],
    ['its count was changed', 'update snapshots set article_count = 3 where number = 1'],
  ])('where %s', async (_, sql) => {
    const { store, edit } = await editedScene();
    edit(sql);
    await expect(store.snapshots.readTexts(1)).rejects.toMatchObject({ code: 'damaged-snapshot' });
    expect(await store.snapshots.readTexts(2)).toHaveLength(2);
    expect(await store.snapshots.readTexts(3)).toBeNull();
  });
});

test('a setting that cannot be read has its default, which is told once', async () => {
  const { store, told, edit } = await editedScene();
  await store.serverSettings.change('guild-1', 'mod', { questionsInARow: 3, secondsBetween: 9 });
  edit("update guild_values set value = '21' where name = 'questionsInARow'");
  for (let round = 0; round < 2; round++)
    expect(await store.serverSettings.read('guild-1')).toMatchObject({
      questionsInARow: 5,
      secondsBetween: 9,
    });
  expect(told).toEqual([expect.stringMatching(/setting “questionsInARow”/)]);
});

test('a setting that cannot be read is mended by setting its default', async () => {
  const { store, told, edit } = await editedScene();
  const { serverSettings } = store;
  await serverSettings.change('guild-1', 'mod', { questionsInARow: 3 });
  edit("update guild_values set value = '21' where name = 'questionsInARow'");
  expect(await serverSettings.change('guild-1', 'mod', { questionsInARow: 5 })).toMatchObject([
    { name: 'questionsInARow', before: '21', isSet: true },
  ]);
  expect(await serverSettings.change('guild-1', 'mod', { questionsInARow: 5 })).toEqual([]);
  expect(await serverSettings.read('guild-1')).toMatchObject({ questionsInARow: 5 });
  expect(told).toEqual([]);
});

describe('a row with a value that is not known is left out and told once:', () => {
  test('the kind of a change', async () => {
    const { store, told, edit } = await editedScene();
    edit("update guild_changes set kind = 'mood' where number = 1");
    for (let round = 0; round < 2; round++)
      expect(await store.serverValues.listChanges('guild-1', 9)).toMatchObject([
        { number: 2, kind: 'article' },
      ]);
    expect(await store.serverValues.findChanges('guild-1', [1, 2])).toHaveLength(1);
    expect(told).toEqual([expect.stringMatching(/“mood” as a value of guild_changes\.kind/)]);
    expect(await store.serverValues.undo('guild-1', 'mod', [1])).toBeNull();
  });

  test('the cause of a snapshot', async () => {
    const { store, told, edit } = await editedScene();
    edit("update snapshots set cause = 'whim' where number = 2");
    expect((await store.snapshots.list()).map(({ number }) => number)).toEqual([1]);
    expect(told).toEqual([expect.stringMatching(/“whim” as a value of snapshots\.cause/)]);
  });

  test('the outcome of a question', async () => {
    const { store, told, edit } = await editedScene();
    edit("update asked set outcome = 'shrugged', waits = 1 where id = 'id1'; update asked set waits = 1");
    await expect(store.asked.find('id1')).rejects.toMatchObject({ code: 'unusable-file' });
    const here = { guildId: 'guild-1', limit: 9 };
    expect((await store.asked.listWaiting(here)).map(({ id }) => id)).toEqual(['id2']);
    expect(told).toEqual([expect.stringMatching(/“shrugged” as a value of asked\.outcome/)]);
  });
});
