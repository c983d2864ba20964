import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { QueryFailure } from '../../src/store/database-thread.ts';
import { openSqlite } from '../../src/store/sqlite-file.ts';
import { SupervisedThread } from '../../src/store/supervised-thread.ts';
import { temporaryFolder, turnsDuring } from './scene.ts';

const SLOW = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000000) select count(*) from n`;
const STOPPED = { code: 'cannot-write', message: expect.stringContaining('thread stopped unexpectedly') };

test('the main thread goes on while a statement runs', async () => {
  const { db, close } = await openSqlite({ kind: 'memory' }, { now: () => new Date(0) });
  onTestFinished(close);
  expect(await turnsDuring(SLOW.execute(db), () => otherWork())).toBeGreaterThan(100);
});

/** A thread with little memory, and what makes it stop by itself. */
async function threadScene(path: string) {
  const deaths: Error[] = [];
  let nowMs = 0;
  const supervised = await SupervisedThread.open({
    path,
    busyTimeoutMs: 100,
    maxHeapMb: 8,
    now: () => new Date(nowMs),
    onDeath: (error) => deaths.push(error),
  });
  onTestFinished(() => supervised.close());
  const run = async (statement: string) => (await supervised.current()).run(statement, []);
  const stop = async () => {
    const thread = await supervised.current();
    const tooMuch = Array.from({ length: 300_000 }, (_, i) => `parameter ${i}`);
    return (await thread.run('select 1', tooMuch).then(null, ({ error }: QueryFailure) => error)) as unknown;
  };
  const passMs = (ms: number) => {
    nowMs += ms;
  };
  return { deaths, run, stop, passMs };
}

test('a thread that stops is told, started again, and nothing of its transaction is kept', async () => {
  const { deaths, run, stop, passMs } = await threadScene(join(await temporaryFolder(), 'footnote.db'));
  await run('create table t (n)');
  await run('begin immediate');
  await run('insert into t values (1)');
  expect(await stop()).toMatchObject(STOPPED);
  expect((await run('select * from t')).rows).toEqual([]);
  expect(deaths).toMatchObject([STOPPED]);
  await run('insert into t values (2)');
  expect(await stop()).toMatchObject(STOPPED);
  // Not for every question anew.
  await expect(run('select * from t')).rejects.toMatchObject(STOPPED);
  passMs(5_000);
  expect((await run('select * from t')).rows).toEqual([{ n: 2 }]);
});

test('a database in memory is gone with its thread', async () => {
  const { run, stop, passMs } = await threadScene(':memory:');
  expect(await stop()).toMatchObject(STOPPED);
  passMs(60_000);
  await expect(run('select 1')).rejects.toMatchObject(STOPPED);
});
