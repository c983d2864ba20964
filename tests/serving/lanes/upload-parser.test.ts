import { expect, test } from 'vitest';
import type { FileJobs } from '../../../src/serving/jobs/file-jobs.ts';
import { UploadParser } from '../../../src/serving/lanes/upload-parser.ts';
import { Deferred, FakeThread } from '../../threads/fake-thread.ts';
import { sameThreads } from '../same-threads.ts';

const fileOf = (text: string, path = 'a.txt') => ({ path, bytes: Buffer.from(text) });
const uploads = new UploadParser(sameThreads(() => new Date(0)));

/** Readers that answer by hand. */
function readersOf(...answers: readonly (() => unknown)[]) {
  const waiting = [...answers];
  const readers: FakeThread<FileJobs>[] = [];
  const startFileThread = () => {
    const reader = new FakeThread<FileJobs>(waiting.shift() ?? (() => null));
    readers.push(reader);
    return reader;
  };
  return { readers, reader: new UploadParser({ startFileThread: startFileThread }) };
}

test('describes an article without its text, with its first fact', async () => {
  const read = await uploads.read('server', fileOf('The tower\n\nIt is old. It is tall.\n'));
  expect(read).toMatchObject({
    article: { path: 'a.txt', title: 'The tower', factCount: 2, firstFact: { text: 'It is old.' } },
    problems: [],
  });
  expect(Object.keys(read?.article ?? {})).not.toContain('paragraphs');
});

test('describes a file that is no article by its problems', async () => {
  expect(await uploads.read('server', fileOf(''))).toMatchObject({
    article: null,
    problems: [{ path: 'a.txt' }],
  });
});

test('files are read one at a time, each by a reader that ends afterwards', async () => {
  const first = new Deferred<null>();
  const { readers, reader } = readersOf(() => first.promise);
  const reading = [reader.read('server', fileOf('one')), reader.read('server', fileOf('two'))];
  await new Promise((resolve) => setImmediate(resolve));
  expect(readers).toHaveLength(1);
  first.resolve(null);
  await Promise.all(reading);
  expect(readers.map(({ names, hasEnded }) => [...names, hasEnded])).toEqual([
    ['readUpload', true],
    ['readUpload', true],
  ]);
});

test.each(['deadline', 'memory'] as const)(
  'a file that takes too much (%s) is no article, for that reason, and the next is read',
  async (reason) => {
    const never = new Deferred<null>();
    const { readers, reader } = readersOf(() => {
      queueMicrotask(() => readers[0]?.endBecause(reason));
      return never.promise;
    });
    const reading = [reader.read('server', fileOf('one')), reader.read('server', fileOf('two'))];
    expect(await Promise.all(reading)).toMatchObject([
      { article: null, problems: [{ path: 'a.txt', cause: { code: expect.stringContaining('takes-too') } }] },
      null,
    ]);
    expect(readers).toHaveLength(2);
  },
);

test('a reader that fails fails the file, and the next is read', async () => {
  const { reader } = readersOf(() => Promise.reject(new TypeError('a fault')));
  const [first, second] = await Promise.allSettled([
    reader.read('server', fileOf('one')),
    reader.read('server', fileOf('two')),
  ]);
  expect(first).toMatchObject({ status: 'rejected', reason: { message: 'a fault' } });
  expect(second).toEqual({ status: 'fulfilled', value: null });
});

test('of the files of one owner one waits for its turn, so that others need not wait for all of them', async () => {
  const read: string[] = [];
  const startFileThread = () =>
    new FakeThread<FileJobs>(({ input }) => {
      read.push(JSON.stringify(input));
      return null;
    });
  const reader = new UploadParser({ startFileThread: startFileThread });
  const [one, two, three, mine] = ['one', 'two', 'three', 'mine'].map((text) => fileOf(text));
  if (!one || !two || !three || !mine) throw new Error('four files were made');
  const greedy = [one, two, three].map((file) => reader.read('greedy', file));
  await Promise.all([...greedy, reader.read('other', mine)]);
  expect(read).toEqual([one, mine, two, three].map((file) => JSON.stringify(file)));
});
