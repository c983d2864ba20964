import { existsSync } from 'node:fs';
import { copyFile, link, readdir, rename, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { asking, opened, temporaryFolder } from './scene.ts';

/** An open store with one question, and a copy of its file from before. */
async function openScene() {
  const folder = await temporaryFolder();
  const path = join(folder, 'footnote.db');
  const backup = join(folder, 'backup');
  const before = await opened(path);
  await before.asked.record(asking('Before?'));
  await before.close();
  await copyFile(path, backup);
  const store = await opened(path, { now: () => new Date(0), newId: () => String(ids++) });
  let ids = 10;
  const { id } = await store.asked.record(asking('How many?'));
  const told: string[] = [];
  store.reports.subscribe(({ message }) => told.push(message));
  const changes = {
    'a question': () => store.asked.record(asking('Why?')),
    'a vote': () => store.votes.cast({ askedId: id, voterId: 'mia', isHelpful: true }),
    'a setting': () => store.serverSettings.change('guild-1', 'mod', { strictness: 'strict' }),
    'an article': () =>
      store.serverValues.change('guild-1', 'mod', [{ kind: 'article', name: 'a.md', value: 'A' }]),
    'a look whether it can be written': () => store.checkWritable(),
    'a member who is forgotten': () => store.forgetting.forgetMember('asker-1'),
  };
  return { folder, path, backup, store, told, changes: Object.entries(changes) };
}

const LOSSES: ReadonlyArray<readonly [string, RegExp, (path: string, backup: string) => Promise<unknown>]> = [
  ['deleted', /was deleted/, (path) => rm(path)],
  ['deleted with all that is beside it', /was deleted/, (path) => removeAll(path)],
  ['moved away', /was deleted/, (path) => rename(path, `${path}.old`)],
  ['replaced by a backup', /was replaced/, (path, backup) => rename(backup, path)],
  ['truncated to nothing', /was truncated/, (path) => truncate(path, 0)],
  ['truncated to one page', /was truncated/, (path) => truncate(path, 4096)],
  ['left without what was written last', /“-wal” file\) was deleted/, (path) => rm(`${path}-wal`)],
];

async function removeAll(path: string): Promise<void> {
  for (const end of ['', '-wal', '-shm']) await rm(`${path}${end}`);
}

describe('a file that is lost while it is open', () => {
  test.each(LOSSES)('confirms nothing once it is %s, and says so once', async (_, words, lose) => {
    const { path, backup, told, changes } = await openScene();
    await lose(path, backup);
    for (const [, change] of changes) {
      await expect(change()).rejects.toMatchObject({
        code: 'file-lost',
        message: expect.stringMatching(words),
      });
    }
    expect(told).toEqual([expect.stringMatching(words)]);
    expect(told[0]).toMatch(/stop the bot/i);
  });

  test('works again once the same file is back', async () => {
    const { path, store, changes } = await openScene();
    await rename(path, `${path}.old`);
    for (const [, change] of changes) await expect(change()).rejects.toMatchObject({ code: 'file-lost' });
    await rename(`${path}.old`, path);
    expect(await store.asked.record(asking('Back?'))).toHaveProperty('question', 'Back?');
    expect(await store.asked.find('id1')).toHaveProperty('question', 'Before?');
  });

  test.each([
    ['in its place', (path: string, backup: string) => rename(backup, path)],
    ['that comes later', (path: string) => rm(path)],
  ])('leaves nothing behind that would be read into the backup %s', async (_, lose) => {
    const { folder, path, backup, store } = await openScene();
    await lose(path, backup);
    await expect(store.asked.record(asking('Lost?'))).rejects.toMatchObject({ code: 'file-lost' });
    // As after a crash: the store was never closed.
    const alone = join(folder, 'alone.db');
    await copyFile(existsSync(path) ? path : backup, alone);
    await copyFile(`${path}-wal`, `${alone}-wal`);
    const restored = await opened(alone);
    expect(await restored.asked.listUnanswered({ guildId: 'guild-1', limit: 9 })).toEqual([]);
    expect(await restored.asked.find('id1')).toHaveProperty('question', 'Before?');
    expect(await restored.asked.find('10')).toBeNull();
  });
});

test('a file is not lost by what other programs may do to it', async () => {
  const { folder, path, store } = await openScene();
  const other = new DatabaseSync(path);
  other.exec('create table much (text); insert into much values (zeroblob(200000)); drop table much; vacuum');
  other.exec('pragma wal_checkpoint(truncate)');
  other.close();
  await link(path, join(folder, 'link.db'));
  for (const question of ['One?', 'Two?'])
    expect(await store.asked.record(asking(question))).toHaveProperty('question', question);
  await store.close();
  expect(await readdir(folder)).not.toContain('footnote.db-wal');
});
