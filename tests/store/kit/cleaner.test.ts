import { statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { createCleaner } from '../../../src/store/kit/cleaner.ts';
import { StoreReports } from '../../../src/store/kit/store-reports.ts';
import type { Tables } from '../../../src/store/kit/tables.ts';
import { openSqlite } from '../../../src/store/sqlite/sqlite-file.ts';
import { temporaryFolder } from '../scene.ts';

const MINUTE_MS = 60_000;
const now = (): Date => new Date();

afterEach(() => {
  vi.useRealTimers();
});

/** A new file in which nothing is due, and a clock that stands. */
async function cleaningScene() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_000 });
  const path = join(await temporaryFolder(), 'footnote.db');
  const { db, close } = await openSqlite({ kind: 'file', path }, { now });
  onTestFinished(close);
  const cleaning = createCleaner({ db, reports: new StoreReports(), now, path });
  await cleaning.clean();
  const remove = async (): Promise<void> => {
    await db.transaction().execute((transaction) => cleaning.noteDeletion(transaction));
    await cleaning.cleanSoon();
  };
  const isDue = async (): Promise<boolean> => (await dueIn(db)) > 0;
  return { path, db, cleaning, remove, isDue };
}

async function dueIn(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql`select * from cleaning`.execute(db);
  return rows.length;
}

/** Until the file has been rewritten; with real turns of the event loop, as the clock stands. */
async function untilClean({
  isDue,
}: Pick<Awaited<ReturnType<typeof cleaningScene>>, 'isDue'>): Promise<void> {
  while (await isDue());
}

test('a file that was rewritten is rewritten again only five minutes later, however often something is deleted', async () => {
  const scene = await cleaningScene();
  await vi.advanceTimersByTimeAsync(6 * MINUTE_MS);
  await scene.remove();
  await untilClean(scene);
  await scene.remove();
  await vi.advanceTimersByTimeAsync(4 * MINUTE_MS);
  await scene.remove();
  expect(await dueIn(scene.db)).toBe(2);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  await untilClean(scene);
  expect(vi.getTimerCount()).toBe(0);
});

test('what is due at the end is cleaned, and nothing happens afterwards', async () => {
  const scene = await cleaningScene();
  await scene.remove();
  expect(await scene.isDue()).toBe(true);
  await scene.cleaning.finish();
  expect(await scene.isDue()).toBe(false);
  await scene.remove();
  expect(vi.getTimerCount()).toBe(0);
});

test('what is deleted while the file is rewritten is due afterwards, in the same millisecond too', async () => {
  const { db, cleaning, isDue } = await cleaningScene();
  const note = () => db.transaction().execute((transaction) => cleaning.noteDeletion(transaction));
  await note();
  const cleaned = cleaning.clean();
  await note();
  await note();
  await cleaned;
  expect(await isDue()).toBe(true);
});

test('a large file waits for the sweep', async () => {
  const { path, cleaning, remove, isDue } = await cleaningScene();
  await vi.advanceTimersByTimeAsync(6 * MINUTE_MS);
  await remove();
  await untilClean({ isDue });
  // Nothing but emptiness behind the pages that are in use.
  truncateSync(path, 65 * 1024 * 1024);
  expect(statSync(path).size).toBeGreaterThan(64 * 1024 * 1024);
  await vi.advanceTimersByTimeAsync(6 * MINUTE_MS);
  await remove();
  expect(vi.getTimerCount()).toBe(0);
  expect(await isDue()).toBe(true);
  await cleaning.clean();
  expect(await isDue()).toBe(false);
});
