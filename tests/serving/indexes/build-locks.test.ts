import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FoundOrLock, findOrLock } from '../../../src/serving/indexes/build-locks.ts';
import { temporaryFolder } from '../../knowledge/temporary-folder.ts';

/** So long that only what should end a wait ends it. */
const PATIENT = { beatMs: 10, silentMs: 60_000, lookMs: 5, maxMs: 60_000 };

/** A folder in which something may be stored, and what looks for it. */
async function shelf() {
  const folder = join(await temporaryFolder({}), 'new', 'indexes');
  let stored: string | null = null;
  return {
    folder,
    store: (what: string) => {
      stored = what;
    },
    take: (times = PATIENT): Promise<FoundOrLock<string>> =>
      findOrLock({ folder, key: 'a', times }, async () => stored),
    isTaken: async () => (await readdir(folder)).includes('a.building'),
  };
}

function lockOf(given: FoundOrLock<string>) {
  if (given.found !== null) throw new Error(`found ${given.found}`);
  return given.lock;
}

test('what is stored is found without a lock', async () => {
  const { store, take, folder } = await shelf();
  store('index');
  expect(await take()).toEqual({ found: 'index' });
  await expect(readdir(folder)).rejects.toThrow('ENOENT');
});

test('one builds and the others wait for what it stores', async () => {
  const { store, take, isTaken, folder } = await shelf();
  const lock = lockOf(await take());
  const others = Promise.all([take(), take(), take()]);
  expect(await isTaken()).toBe(true);
  expect((await stat(join(folder, 'a.building'))).mode & 0o777).toBe(0o600);
  store('index');
  await lock.release();
  expect(await others).toEqual([{ found: 'index' }, { found: 'index' }, { found: 'index' }]);
  expect(await isTaken()).toBe(false);
});

test('a lock under another key is another one', async () => {
  const { take, folder } = await shelf();
  await take();
  const other = await findOrLock({ folder, key: 'b', times: PATIENT }, async () => null);
  expect(other.found).toBeNull();
  expect((await readdir(folder)).toSorted()).toEqual(['a.building', 'b.building']);
});

test('of those that wait for a process that was killed, one builds and the others wait for it', async () => {
  const { store, take, folder, isTaken } = await shelf();
  await lockOf(await take()).release();
  await writeFile(join(folder, 'a.building'), '');
  const hasty = { ...PATIENT, silentMs: 500 };
  const all = [take(hasty), take(hasty), take(hasty)];
  const first = lockOf(await Promise.race(all));
  expect(await isTaken()).toBe(true);
  store('index');
  await first.release();
  const found = (await Promise.all(all)).filter((each) => each.found === 'index');
  expect(found).toHaveLength(2);
});

test('a process that works for long is not taken for one that was killed', async () => {
  const { store, take, folder } = await shelf();
  const lock = lockOf(await take());
  const waiting = take({ ...PATIENT, silentMs: 300 });
  const shown = async () => (await stat(join(folder, 'a.building'))).mtimeMs;
  const first = await shown();
  while ((await shown()) < first + 600) await new Promise(setImmediate);
  store('index');
  await lock.release();
  expect(await waiting).toEqual({ found: 'index' });
});

test('nobody waits for ever, nor in turn for what could not be stored', async () => {
  const { take, isTaken } = await shelf();
  const lock = lockOf(await take());
  await lockOf(await take({ ...PATIENT, maxMs: 50 })).release();
  expect(await isTaken()).toBe(true);
  const waiting = [take(), take()];
  await lock.release();
  await Promise.all(waiting.map(async (each) => lockOf(await each).release()));
});

test('where the folder cannot be written to, all build at once', async () => {
  const file = join(await temporaryFolder({ file: 'x' }), 'file');
  const take = () =>
    findOrLock({ folder: file, key: 'a', times: PATIENT }, async (): Promise<string | null> => null);
  const both = await Promise.all([take(), take()]);
  expect(both.map(({ found }) => found)).toEqual([null, null]);
  for (const each of both) await lockOf(each).release();
});

test('a look that fails releases the lock', async () => {
  const { folder, take, isTaken } = await shelf();
  let looks = 0;
  const failing = findOrLock({ folder, key: 'a', times: PATIENT }, async () => {
    if (++looks === 2) throw new Error('the thread ended');
    return null;
  });
  await expect(failing).rejects.toThrow('the thread ended');
  expect(await isTaken()).toBe(false);
  await rm(folder, { recursive: true });
  await lockOf(await take()).release();
});
