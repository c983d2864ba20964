import { existsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { copyStore, digestStore, type StoreCopy } from '../../../src/store/copy/copy-store.ts';
import { opened, START, temporaryFolder } from '../scene.ts';
import { writeFilledStore } from './fill-store.ts';

const BOT = { id: 'bot', host: 'here', pid: 7, startedAt: START.getTime() };

/** A store that a bot uses, which reported at the start, and copies of it at a later moment. */
async function usedStore(seconds = 0) {
  const folder = await temporaryFolder();
  const used = await writeFilledStore(folder, 'used.db');
  const running = new Set([BOT.pid]);
  const clock = { seconds: 0 };
  const now = (): Date => new Date(START.getTime() + 1000 * clock.seconds);
  const store = await opened(used, { now, newId: () => `later${Math.random()}` });
  await store.processes.beat(BOT);
  clock.seconds = seconds;
  const copy = (wanted: Partial<StoreCopy> & { readonly host?: string }) =>
    copyStore({
      from: used,
      to: join(folder, 'moved.db'),
      now,
      isResumable: true,
      machine: { host: wanted.host ?? 'here', isRunning: (pid) => running.has(pid) },
      ...wanted,
    });
  return { folder, used, running, now, copy };
}

test('no store is moved that a bot uses, nor one put in its place; a backup is made all the same', async () => {
  const { folder, used, running, copy, now } = await usedStore(30);
  const inUse = {
    code: 'in-use',
    message: `A bot is running on “${used}”: process 7 on here. Stop it first. Then run the same command again.`,
  };
  await expect(copy({})).rejects.toMatchObject(inUse);
  const other = await writeFilledStore(folder);
  await expect(copy({ from: other, to: used })).rejects.toMatchObject(inUse);
  expect(existsSync(join(folder, 'moved.db.partial'))).toBe(false);
  await copyStore({ from: used, to: join(folder, 'backup.db'), now, isResumable: false });
  running.clear();
  await expect(copy({ from: other, to: used })).rejects.toMatchObject({ code: 'not-copied' });
  expect(await copy({})).toEqual(await digestStore(used, now));
});

test('a bot of another machine counts until its last report is too old', async () => {
  const early = await usedStore(89);
  early.running.clear();
  await expect(early.copy({ host: 'elsewhere' })).rejects.toMatchObject({
    code: 'in-use',
    message: expect.stringContaining('for another 1 s'),
  });
  const late = await usedStore(90);
  expect(await late.copy({ host: 'elsewhere' })).toHaveLength(11);
});

test('a bot that starts while its store is moved, or has ended again, leaves the move unfinished', async () => {
  const { folder, used, running, now, copy } = await usedStore();
  running.clear();
  running.add(8);
  const moved = join(folder, 'moved.db');
  const copyWhile = (statement: string): Promise<unknown> => {
    const database = new DatabaseSync(used);
    onTestFinished(() => database.close());
    let isDone = false;
    const onProgress = (): void => {
      if (!isDone) database.exec(statement);
      isDone = true;
    };
    return copy({ onProgress });
  };
  const begins = `insert into processes (id, host, pid, started_at, beat_at) values ('new', 'here', 8, ${START.getTime()}, ${START.getTime()})`;
  await expect(copyWhile(begins)).rejects.toMatchObject({
    code: 'in-use',
    message: expect.stringContaining('process 8 on here'),
  });
  running.clear();
  await expect(copyWhile('delete from digests')).rejects.toMatchObject({
    code: 'in-use',
    message: `“${used}” was changed while it was copied. Let no bot run on it. Then run the same command again.`,
  });
  expect([existsSync(moved), existsSync(`${moved}.partial`)]).toEqual([false, true]);
  expect(await copy({})).toEqual(await digestStore(used, now));
});

test('a store that cannot be read is named, not the place of its copy', async () => {
  const folder = await temporaryFolder();
  await symlink('loop.db', join(folder, 'loop.db'));
  const [from, to] = [join(folder, 'loop.db'), join(folder, 'moved.db')];
  await expect(copyStore({ from, to, now: () => START, isResumable: true })).rejects.toMatchObject({
    code: 'cannot-read',
    message: expect.stringMatching(/^“.*loop\.db” cannot be read: ELOOP\. Check .*same command again\.$/),
  });
  await expect(
    copyStore({ from: 'postgres://a:hunter2@127.0.0.1:1/footnote', to, now: () => START, isResumable: true }),
  ).rejects.toMatchObject({
    code: 'cannot-read',
    message: expect.stringMatching(/“footnote” at 127\.0\.0\.1:1 .*cannot be reached/),
  });
});
