import { EventEmitter } from 'node:events';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { QueryFailure, StuckThreads } from '../../../src/store/sqlite/database-thread.ts';
import { openSqlite } from '../../../src/store/sqlite/sqlite-file.ts';
import { SupervisedThread } from '../../../src/store/sqlite/supervised-thread.ts';
import { temporaryFolder, turnsDuring } from '../scene.ts';

const SLOW = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000000) select count(*) from n`;
/** Long, but it ends, so that its thread can be ended. */
const LONG =
  'with recursive n(i) as (select 1 union all select i + 1 from n where i < 3000000) select count(*) from n';
const TOO_SLOW = { code: 'cannot-write', message: expect.stringContaining('did not answer within') };
const POLLING = { timeout: 30_000, interval: 200 };
const STOPPED = { code: 'cannot-write', message: expect.stringContaining('thread stopped unexpectedly') };

test('the main thread goes on while a statement runs', async () => {
  const { db, close } = await openSqlite({ kind: 'memory' }, { now: () => new Date(0) });
  onTestFinished(close);
  expect(await turnsDuring(SLOW.execute(db), () => otherWork())).toBeGreaterThan(100);
});

/** A thread with little memory, and what makes it stop by itself. */
async function threadScene(path: string, statementMs?: number) {
  const deaths: Error[] = [];
  let nowMs = 0;
  const supervised = await SupervisedThread.open({
    path,
    busyTimeoutMs: 100,
    maxHeapMb: 8,
    ...(statementMs && { deadlines: { statementMs, reopeningMs: 60_000, fileMs: 60_000 } }),
    now: () => new Date(nowMs),
    onFatalError: (error) => deaths.push(error),
  });
  onTestFinished(() => supervised.close());
  const run = async (statement: string) => (await supervised.getWorking()).run(statement, []);
  const stop = async () => {
    const thread = await supervised.getWorking();
    const tooMuch = Array.from({ length: 300_000 }, (_, i) => `parameter ${i}`);
    return (await thread
      .run('select 1', tooMuch)
      .then(null, (failure: QueryFailure) => failure.error)) as unknown;
  };
  const passMs = (ms: number) => {
    nowMs += ms;
  };
  const error = (statement: string): Promise<unknown> =>
    run(statement).catch((failure: unknown) => (failure instanceof QueryFailure ? failure.error : failure));
  return { deaths, run, error, stop, passMs, beginServing: () => supervised.beginServing() };
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

test('a thread that stops is told once, however often starting another one fails', async () => {
  const path = join(await temporaryFolder(), 'footnote.db');
  const { deaths, run, stop, passMs } = await threadScene(path);
  await run('create table t (n)');
  await stop();
  await rename(path, `${path}.away`);
  for (let times = 0; times < 3; times++) {
    await expect(run('select 1')).rejects.toMatchObject({ code: 'file-lost' });
    passMs(5_000);
  }
  expect(deaths).toMatchObject([STOPPED]);
  await rename(`${path}.away`, path);
  expect((await run('select * from t')).rows).toEqual([]);
});

test('a statement that takes too long ends the thread, and the next one runs in another', async () => {
  const path = join(await temporaryFolder(), 'footnote.db');
  const scene = await threadScene(path, 300);
  const { deaths, run, error, beginServing } = scene;
  // Bringing a file up to date may take longer.
  expect((await run(LONG)).rows).toHaveLength(1);
  await run('pragma journal_mode = wal');
  await run('create table t (n)');
  beginServing();
  await run('begin immediate');
  await run('insert into t values (1)');
  const waiting = Promise.all([error(LONG), error('select 1')]);
  expect(await waiting).toMatchObject([TOO_SLOW, TOO_SLOW]);
  expect((await run('select * from t')).rows).toEqual([]);
  expect(deaths).toMatchObject([TOO_SLOW]);
  // Once the statement has come to its end, what was begun is taken back and the lock is free.
  await expect.poll(() => error('begin immediate'), POLLING).toMatchObject({ rows: [] });
});

test('what touches the whole file may take longer, and a thread that was given up does not hold up the stop', async () => {
  const scene = await threadScene(join(await temporaryFolder(), 'footnote.db'), 300);
  scene.beginServing();
  await scene.run('vacuum');
  await scene.run('begin immediate');
  expect(await scene.error(LONG)).toMatchObject(TOO_SLOW);
  await expect.poll(() => scene.error('begin immediate'), POLLING).toMatchObject({ rows: [] });
});

/** A thread that exits when it is told to, as one does that comes back from the disk. */
class Stuck extends EventEmitter {
  isEnding = false;

  postMessage(message: 'close'): void {
    this.isEnding = message === 'close';
  }

  unref(): void {}
}

test('four stuck threads are enough, until one of them comes to its end', () => {
  const threads = new StuckThreads();
  const stuck = Array.from({ length: 4 }, () => new Stuck());
  for (const thread of stuck) {
    expect(threads.isFull).toBe(false);
    threads.abandon(thread);
  }
  expect(threads.isFull).toBe(true);
  expect(stuck.every(({ isEnding }) => isEnding)).toBe(true);
  stuck[2]?.emit('exit', 1);
  expect(threads.isFull).toBe(false);
});
