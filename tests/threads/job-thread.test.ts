import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { JobThread } from '../../src/threads/job.ts';
import { runJob } from '../../src/threads/job-port.ts';
import { WorkerThread } from '../../src/threads/worker-thread.ts';
import { SameThread } from './same-thread.ts';
import { testJobs } from './test-jobs.js';

type TestJobs = typeof testJobs;

const SOON = { deadlineMs: 60_000 };

function workerThread(heapMb = 64): JobThread<TestJobs> {
  const script = new URL('test-worker.js', import.meta.url);
  const thread = new WorkerThread<TestJobs>({ script, heapMb, name: 'test' });
  onTestFinished(() => thread.end());
  return thread;
}

const KINDS: readonly (readonly [string, () => JobThread<TestJobs>])[] = [
  ['the caller’s own thread', () => new SameThread(testJobs)],
  ['a worker thread', workerThread],
];

describe.each(KINDS)('%s', (_, start) => {
  test('copies input and output', async () => {
    const thread = start();
    const numbers = [1, 2];
    expect(await thread.run('change', numbers, SOON)).toEqual([1, 2, 0]);
    expect(numbers).toEqual([1, 2]);
    (await thread.run('giveKept', null, SOON)).numbers.push(2);
    expect(await thread.run('giveKept', null, SOON)).toEqual({ numbers: [1] });
  });

  test('fails with the message of the error that a job throws, and continues with the next', async () => {
    const thread = start();
    await expect(thread.run('fail', 'no such thing', SOON)).rejects.toThrow('no such thing');
    const error = await thread.run('fail', 'no such thing', SOON).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ stack: expect.stringContaining('test-jobs.js') });
    await expect(thread.run('failLate', 'no error', SOON)).rejects.toSatisfy((thrown) =>
      String(thrown).includes('no error'),
    );
    expect(await thread.run('change', [], SOON)).toEqual([0]);
    expect(thread.hasEnded).toBe(false);
  });

  test('fails where input or output cannot be copied, and continues with the next', async () => {
    const thread = start();
    await expect(thread.run('giveFunction', null, SOON)).rejects.toThrow('could not be cloned');
    const uncopied = Object.assign([1], { work: () => {} });
    await expect(thread.run('change', uncopied, SOON)).rejects.toThrow('could not be cloned');
    expect(await thread.run('change', [], SOON)).toEqual([0]);
  });

  test('lets waiting jobs overlap', async () => {
    const thread = start();
    const waiting = thread.run('waitFor', 'one', SOON);
    const other = thread.run('waitFor', 'other', SOON);
    await thread.run('release', 'other', SOON);
    expect(await other).toBe('other was released');
    await thread.run('release', 'one', SOON);
    expect(await waiting).toBe('one was released');
  });

  test('runs nothing after its end; ending it twice is harmless', async () => {
    const thread = start();
    await thread.run('change', [], SOON);
    expect(thread.hasEnded).toBe(false);
    await thread.end();
    await thread.end();
    expect(thread.hasEnded).toBe(true);
    const refused = thread.run('change', [], SOON);
    await expect(refused).rejects.toMatchObject({
      name: 'JobThreadError',
      reason: 'stopped',
      isTooMuch: false,
    });
  });
});

describe('a worker thread ends, together with its pending jobs', () => {
  test.each([
    ['a job takes longer than it may', 'spin', { reason: 'deadline', isTooMuch: true }],
    ['a job takes more memory than it may', 'takeAllMemory', { reason: 'memory', isTooMuch: true }],
    ['something is thrown that nobody catches', 'breakDown', { reason: 'failure', isTooMuch: false }],
    ['it leaves', 'leave', { reason: 'failure', isTooMuch: false }],
  ] as const)('where %s', async (_, job, why) => {
    const thread = workerThread(24);
    const waiting = thread.run('waitFor', 'nobody', SOON);
    const ended = { name: 'JobThreadError', ...why };
    const deadlineMs = why.reason === 'deadline' ? 300 : 60_000;
    const [first, second] = await Promise.allSettled([thread.run(job, null, { deadlineMs }), waiting]);
    expect(first).toMatchObject({ status: 'rejected', reason: ended });
    expect(second).toMatchObject({ status: 'rejected', reason: ended });
    expect(thread.hasEnded).toBe(true);
    await expect(thread.run('change', [], SOON)).rejects.toMatchObject(ended);
  });

  test('where `end` is called', async () => {
    const thread = workerThread();
    const [waiting] = await Promise.allSettled([thread.run('waitFor', 'nobody', SOON), thread.end()]);
    expect(waiting).toMatchObject({ status: 'rejected', reason: { reason: 'stopped', isTooMuch: false } });
  });

  test('where its script is missing', async () => {
    const script = new URL('no-such-worker.js', import.meta.url);
    const thread = new WorkerThread<TestJobs>({ script, heapMb: 24, name: 'missing' });
    await expect(thread.run('change', [], SOON)).rejects.toMatchObject({ reason: 'failure' });
  });
});

test.each(['constructor', 'toString', 'nothing'])('a table has no job “%s”', (name) => {
  expect(() => runJob(testJobs, name, null)).toThrow(`no job “${name}”`);
});

test('the error of a deadline names the job and the time', async () => {
  const spinning = workerThread().run('spin', null, { deadlineMs: 200 });
  await expect(spinning).rejects.toThrow('“spin” took over 0.2 seconds');
});

test('the process may end while a thread has nothing to do', async () => {
  const script = fileURLToPath(new URL('idle-thread.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 50_000 });
  expect(stdout).toBe('[1,0]');
});
