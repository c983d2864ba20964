import { copyFileSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/kit/migrations.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite-file.ts';
import { asking, counting, opened, temporaryFolder } from './scene.ts';

const WORDS = 'zanzibarquestion';

/** The files beside `path` that hold the words, in any case. */
async function filesWithWords(path: string): Promise<readonly string[]> {
  const folder = dirname(path);
  const found = (await readdir(folder)).map(async (name) => {
    const bytes = await readFile(join(folder, name), 'latin1');
    return bytes.toLowerCase().includes(WORDS) ? [name] : [];
  });
  return (await Promise.all(found)).flat();
}

async function modeOf(file: string): Promise<string> {
  return ((await stat(file)).mode & 0o777).toString(8);
}

async function storePath(): Promise<string> {
  return join(await temporaryFolder(), 'data', 'footnote.db');
}

/** Questions of many lengths that move about between pages, some of them of Mia with the words, or with a remark of hers. */
async function fill({ asked, votes }: Store, count: number): Promise<void> {
  const lengths = fc.sample(fc.integer({ min: 0, max: 900 }), count);
  for (const [index, length] of lengths.entries()) {
    const isMine = index % 7 === 3;
    const question = `${isMine ? WORDS : 'other'} ${'x'.repeat(length)}?`;
    const understoodAs = isMine ? `In full: ${question}` : null;
    const { id } = await asked.record(asking(question, { understoodAs, askerId: isMine ? 'mia' : 'theo' }));
    if (length % 2 === 0) await asked.recordMessage(id, `${index}`.repeat(19));
    if (length % 3 === 0) await asked.recordFact(id, 'another/article.md#'.repeat(4));
    await votes.cast({ askedId: id, voterId: 'olga', isHelpful: true });
    if (index % 7 !== 5) continue;
    await votes.cast({ askedId: id, voterId: 'mia', isHelpful: false });
    await votes.explain({ askedId: id, voterId: 'mia', missing: WORDS });
  }
}

/** Expects that the words are in no file, soon and after a stop. */
async function expectGone(store: Store, path: string): Promise<void> {
  await expect.poll(() => filesWithWords(path), { timeout: 20_000 }).toEqual([]);
  await store.close();
  expect(await filesWithWords(path)).toEqual([]);
}

describe('deleted words are soon in no file of the store, while it is open and after', () => {
  test('a member is forgotten', async () => {
    const path = await storePath();
    const store = await opened(path);
    await fill(store, 300);
    expect(await filesWithWords(path)).not.toEqual([]);
    expect((await store.forgetting.forgetMember('mia')).questions).toBeGreaterThan(40);
    await expectGone(store, path);
  });

  test('others had asked in short what leant on a question of the member, directly or through others', async () => {
    const path = await storePath();
    const store = await opened(path);
    const { asked, forgetting } = store;
    await asked.record(asking(`When is the ${WORDS}?`, { askerId: 'mia' }));
    const leaning = async (askerId: string, otherAuthorIds: readonly string[]) => {
      const understoodAs = `Where is the ${WORDS} of ${askerId}?`;
      return asked.record(asking('and where?', { askerId, understoodAs, otherAuthorIds }));
    };
    const leant = [await leaning('theo', ['mia']), await leaning('olga', ['theo', 'mia'])];
    const own = asking('and why?', {
      askerId: 'ravi',
      understoodAs: 'Why is it?',
      otherAuthorIds: ['mia2', 'amia'],
    });
    const other = await asked.record(own);
    await forgetting.forgetMember('mia');
    for (const one of leant)
      expect(await asked.find(one.id)).toEqual({ ...one, understoodAs: null, otherAuthorIds: [] });
    expect(await asked.find(other.id)).toEqual(other);
    await expectGone(store, path);
  });

  test('old questions lose their words, and the store is swept', async () => {
    const path = await storePath();
    const store = await opened(path);
    await fill(store, 1_200);
    expect(await store.forgetting.forgetTexts(Number.MAX_SAFE_INTEGER)).toBe(1_200);
    await store.forgetting.sweep();
    await expectGone(store, path);
  });

  test('a server that was left is forgotten, and the store is swept', async () => {
    const path = await storePath();
    const store = await opened(path);
    await fill(store, 1_200);
    const value = WORDS.repeat(500);
    await store.serverValues.change('guild-1', 'mod', [{ kind: 'article', name: 'a.md', value }]);
    await store.serverValues.change('guild-1', 'mod', [{ kind: 'article', name: 'a.md', value: null }]);
    expect(await filesWithWords(path)).not.toEqual([]);
    await store.forgetting.markLeft('guild-1');
    await store.forgetting.forgetServer('guild-1');
    await store.forgetting.sweep();
    await expectGone(store, path);
  });

  test('a file of an earlier version is opened', async () => {
    const path = await storePath();
    const { close } = await openSqlite(
      { kind: 'file', path },
      { ...counting(), migrations: MIGRATIONS.slice(0, 8) },
    );
    await close();
    const old = new DatabaseSync(path);
    old.exec(`
      create table much (text);
      insert into much select '${WORDS}' || hex(randomblob(600)) from sqlite_master, sqlite_master;
      drop table much;
    `);
    old.close();
    expect(await filesWithWords(path)).toEqual(['footnote.db']);
    await expectGone(await opened(path), path);
  });

  test('a moderator had taught an answer and took it back before the member was forgotten', async () => {
    const path = await storePath();
    const store = await opened(path);
    const { serverValues } = store;
    await store.asked.record(asking(`${WORDS}?`, { askerId: 'mia' }));
    const taught = { kind: 'taught', name: WORDS, value: `{"phrasing":"${WORDS}?","factId":"f"}` } as const;
    await serverValues.change('guild-1', 'mod', [taught]);
    const [taken] = await serverValues.change('guild-1', 'mod', [{ ...taught, value: null }]);
    await store.forgetting.forgetMember('mia');
    expect(await serverValues.listChanges('guild-1', 9)).toEqual([]);
    expect(await serverValues.findChanges('guild-1', [taken?.number ?? 0])).toEqual([]);
    expect(await serverValues.undo('guild-1', 'mod', [taken?.number ?? 0])).toBeNull();
    const article = { kind: 'article', name: 'a.md', value: 'A' } as const;
    expect(await serverValues.change('guild-1', 'mod', [article])).toMatchObject([{ number: 3 }]);
    await expectGone(store, path);
  });
});

test('what a moderator has taught stays when who asked it is forgotten, and what others asked too', async () => {
  const store = await opened(':memory:');
  const { serverValues } = store;
  await store.asked.record(asking('Why?', { askerId: 'mia' }));
  const other = await store.asked.record(asking('why', { askerId: 'theo' }));
  const taught = { kind: 'taught', name: 'why', value: '{"phrasing":"Why?","factId":"f"}' } as const;
  await serverValues.change('guild-1', 'mod', [taught]);
  await serverValues.change('guild-2', 'mod', [taught]);
  await serverValues.change('guild-2', 'mod', [{ ...taught, value: null }]);
  await store.forgetting.forgetMember('mia');
  expect(await serverValues.list('guild-1', 'taught')).toHaveLength(1);
  expect(await serverValues.listChanges('guild-1', 9)).toHaveLength(1);
  expect(await serverValues.listChanges('guild-2', 9)).toHaveLength(2);
  expect(await store.asked.find(other.id)).toEqual(other);
});

test('forgetting a server that is stopped in between is carried on', async () => {
  const path = await storePath();
  const store = await opened(path);
  await fill(store, 1_100);
  await store.serverValues.change('guild-1', 'mod', [{ kind: 'setting', name: 'x', value: '1' }]);
  await store.forgetting.markLeft('guild-1');
  const forgetting = store.forgetting.forgetServer('guild-1');
  // Others have their turn in between.
  expect(await store.serverValues.list('guild-1', 'setting')).toHaveLength(1);
  const halfway = join(dirname(path), 'halfway.db');
  // At once: on a busy machine the rest would be done before another turn of this thread.
  copyFileSync(path, halfway);
  copyFileSync(`${path}-wal`, `${halfway}-wal`);
  await forgetting;
  const again = await opened(halfway);
  expect(await again.forgetting.listLeftBefore(Number.MAX_SAFE_INTEGER)).toEqual(['guild-1']);
  await again.forgetting.forgetServer('guild-1');
  expect(await again.forgetting.listKnownServers()).toEqual([]);
});

test.skipIf(process.platform === 'win32')('nobody but who runs the bot may read its files', async () => {
  const path = await storePath();
  const { asked } = await opened(path);
  await asked.record(asking('How many?'));
  expect(await modeOf(dirname(path))).toBe('700');
  for (const end of ['', '-wal', '-shm']) expect([end, await modeOf(`${path}${end}`)]).toEqual([end, '600']);
});

test.skipIf(process.platform === 'win32')('a file that others could read is closed to them', async () => {
  const path = await storePath();
  const made = await opened(path);
  await made.close();
  const old = join(dirname(dirname(path)), 'old.db');
  const bytes = await readFile(path);
  await writeFile(old, bytes, { mode: 0o644 });
  const { asked } = await opened(old);
  await asked.record(asking('How many?'));
  for (const end of ['', '-wal', '-shm']) expect(await modeOf(`${old}${end}`)).toBe('600');
});
