import { describe, expect, onTestFinished, test } from 'vitest';
import { collectKnowledge, type FileReading } from '../../../src/knowledge/folder/collect-knowledge.ts';
import type { ArticleSource } from '../../../src/knowledge/folder/read-knowledge.ts';
import type { FileJobs } from '../../../src/serving/jobs/file-jobs.ts';
import { type ReadingLimits, type Sending, sendArticles } from '../../../src/serving/lanes/send-articles.ts';
import { ArticleReceiver } from '../../../src/serving/reading/article-channel.ts';
import { WorkerThread } from '../../../src/threads/worker-thread.ts';
import { temporaryFolder } from '../../knowledge/temporary-folder.ts';
import { FakeThread } from '../../threads/fake-thread.ts';
import { sameThreads } from '../same-threads.ts';

/** So long that nothing ends but what never would. */
const SOON: ReadingLimits = {
  first: { baseMs: 1_500, msAMegabyte: 0 },
  later: { baseMs: 1_500, msAMegabyte: 0 },
  lookEveryMs: 20,
};
const article = (name: string): string => `${name}\n\nThe ${name} is old.\n`;

let channels = 0;

/** What arrives of these files, and how many threads it took. */
async function sent(
  texts: Readonly<Record<string, string>>,
  thread: { readonly script: URL; readonly heapMb: number },
  limits = SOON,
) {
  let started = 0;
  const startFileThread = () => {
    started++;
    return new WorkerThread<FileJobs>({ ...thread, name: 'files' });
  };
  const files = Object.entries(texts).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  const readings = await received((channel) =>
    sendArticles(of({ files }, channel), { startFileThread, limits }),
  );
  const { articles, problems } = collectKnowledge(readings);
  return { paths: articles.map(({ path }) => path), problems, started };
}

/** All files of a source, where nothing serves yet. */
function of(source: ArticleSource, channel: string): Sending {
  return { source, channel, before: null };
}

async function received(send: (channel: string) => Promise<void>): Promise<readonly FileReading[]> {
  const channel = `sending ${channels++}`;
  const receiver = new ArticleReceiver(channel);
  onTestFinished(() => receiver.close());
  await send(channel);
  return receiver.received;
}

const STUCK = { script: new URL('../stuck-reader.js', import.meta.url), heapMb: 48 };

describe('a file', () => {
  test.each([
    ['never end', { code: 'takes-too-long' }],
    ['take all memory', { code: 'takes-too-much-memory' }],
    ['fail', { code: 'reading-failed', detail: 'a fault of the parser' }],
    ['leave', { code: 'reading-failed', detail: 'the thread “files” ended' }],
  ])('that makes its thread “%s” becomes a problem, and the others arrive', async (text, cause) => {
    const files = { 'a.txt': article('tower'), 'b.txt': text, 'c.txt': article('bridge') };
    const { paths, problems, started } = await sent(files, STUCK, {
      ...SOON,
      first: { baseMs: text === 'never end' ? 200 : 60_000, msAMegabyte: 0 },
    });
    expect(paths).toEqual(['a.txt', 'c.txt']);
    expect(problems).toEqual([{ kind: 'skipped', path: 'b.txt', line: null, cause }]);
    expect(started).toBe(2);
  });

  test('may be stuck first, last and in between', async () => {
    const files = {
      'a.txt': 'fail',
      'b.txt': article('tower'),
      'c.txt': 'fail',
      'd.txt': 'fail',
      'e.txt': article('bridge'),
      'f.txt': 'leave',
    };
    const { paths, problems, started } = await sent(files, STUCK);
    expect(paths).toEqual(['b.txt', 'e.txt']);
    expect(problems.map(({ path }) => path)).toEqual(['a.txt', 'c.txt', 'd.txt', 'f.txt']);
    expect(started).toBe(5);
  });

  test('that takes more memory than the thread has becomes a problem', async () => {
    const honest = 'The tower was built in 1900.\n\n'.repeat(100_000);
    const files = {
      'a.txt': article('tower'),
      'b.txt': `Large\n\n${honest}`,
      'c.txt': article('bridge'),
    };
    const thread = { script: new URL('../../../dist/serving/file-worker.js', import.meta.url), heapMb: 24 };
    const patient = { ...SOON, first: { baseMs: 60_000, msAMegabyte: 0 } };
    const { paths, problems } = await sent(files, thread, patient);
    expect(paths).toEqual(['a.txt', 'c.txt']);
    expect(problems).toMatchObject([{ path: 'b.txt', cause: { code: 'takes-too-much-memory' } }]);
  });
});

test('where several files were stuck, the others get less time', async () => {
  const files = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.txt`, 'never end']));
  const limits: ReadingLimits = {
    first: { baseMs: 10, msAMegabyte: 0 },
    later: { baseMs: 0, msAMegabyte: 0 },
    lookEveryMs: 20,
  };
  const { problems, started } = await sent(files, STUCK, limits);
  expect(problems).toHaveLength(5);
  expect(started).toBe(6);
});

test('a thread that takes long to start, or to come to a file, is not ended', async () => {
  const threads: FakeThread<FileJobs>[] = [];
  const startFileThread = () => {
    const thread = new FakeThread<FileJobs>(() => new Promise((resolve) => setTimeout(resolve, 200)));
    threads.push(thread);
    return thread;
  };
  const hasty = { ...SOON, first: { baseMs: 0, msAMegabyte: 0 }, lookEveryMs: 5 };
  await received((channel) => sendArticles(of({ files: [] }, channel), { startFileThread, limits: hasty }));
  expect(threads.map(({ names }) => names)).toEqual([['readSource']]);
});

test('a thread that fails before it has come to a file fails it all', async () => {
  const thread = new FakeThread<FileJobs>(() => Promise.reject(new Error('no thread')));
  const sending = sendArticles(of({ files: [] }, 'nobody listens'), { startFileThread: () => thread });
  await expect(sending).rejects.toThrow('no thread');
});

test('a folder is read as it is, with its problems', async () => {
  const folder = await temporaryFolder({
    'a.txt': article('tower'),
    'b.md': '',
    'c/d.txt': article('bridge'),
  });
  const threads = sameThreads(() => new Date(0));
  const readings = await received((channel) => sendArticles(of({ folder }, channel), threads));
  const { articles, texts, problems } = collectKnowledge(readings);
  expect(articles.map(({ path }) => path)).toEqual(['a.txt', 'c/d.txt']);
  expect(texts.map(({ text }) => text)).toEqual([article('tower'), article('bridge')]);
  expect(problems).toMatchObject([{ path: 'b.md' }]);
});
