import { type Flaw, skipped } from '../knowledge/problem.ts';
import type { ArticleSource } from '../knowledge/read-knowledge.ts';
import { JobThreadError } from '../threads/job.ts';
import { ArticleSender } from './article-channel.ts';
import { makeProgressMemory, type ProgressMemory, readProgress } from './reading-progress.ts';
import type { ReaderThread, Threads } from './threads.ts';

/** The longest time that one file may take, by its size in bytes. */
interface FileLimit {
  readonly baseMs: number;
  readonly msAMegabyte: number;
}

/** Reading takes half a second a megabyte on a quiet machine. */
const PATIENT: FileLimit = { baseMs: 3_000, msAMegabyte: 3_000 };
/** Where this many files took too long, the others get less time each: a folder of such files must come to an end. */
const MAX_PATIENT = 3;
const HASTY: FileLimit = { baseMs: 1_000, msAMegabyte: 1_500 };
/** So many times its limit a file may take while the process hardly works. */
const MAX_WAITING = 5;
const LOOK_EVERY_MS = 100;
/** The longest time that a timer can take; each file has a limit of its own. */
const NO_DEADLINE_MS = 2 ** 31 - 1;
const MEGABYTE = 1024 * 1024;

/**
 * Reads all files of a source in a reader thread, which sends them on a channel. A file that takes too much time or memory ends the thread;
 * it becomes a problem, and another thread goes on with the files behind it.
 *
 * @throws {Error} when a reader fails before it has come to a file
 */
export async function sendArticles(
  source: ArticleSource,
  channel: string,
  { startReader }: Pick<Threads, 'startReader'>,
): Promise<void> {
  const progress = makeProgressMemory();
  const sender = new ArticleSender(channel);
  let [skip, failures] = [0, 0];
  try {
    while (!(await readFrom(skip))) skip = readProgress(progress).begun;
    sender.end();
  } finally {
    sender.close();
  }

  /** Whether all files behind the first `skipped` ones were read. */
  async function readFrom(skipped: number): Promise<boolean> {
    const reader = startReader();
    const watch = watchProgress(reader, progress, failures < MAX_PATIENT ? PATIENT : HASTY);
    try {
      await reader.run(
        'readSource',
        { source, channel, progress, skip: skipped },
        { deadlineMs: NO_DEADLINE_MS },
      );
      return true;
    } catch (error) {
      const { begun, path } = readProgress(progress);
      if (begun === skipped) throw error;
      failures++;
      sender.send({ path, article: null, text: null, flaws: [unreadable(error)] });
      return false;
    } finally {
      clearInterval(watch);
      await reader.end();
    }
  }
}

/**
 * Ends the reader where it stays in one file for too long. On a busy machine the clock says little: a file is too slow once the process has
 * worked for that long, or it has taken many times as long by the clock.
 */
function watchProgress(reader: ReaderThread, memory: ProgressMemory, limit: FileLimit): NodeJS.Timeout {
  let last = readProgress(memory).begun;
  let sinceMs = 0;
  let workAtStart = process.cpuUsage();
  return setInterval(() => {
    const { begun, size } = readProgress(memory);
    sinceMs += LOOK_EVERY_MS;
    if (begun !== last) [last, sinceMs, workAtStart] = [begun, 0, process.cpuUsage()];
    if (begun === 0) return;
    const maxMs = limit.baseMs + (limit.msAMegabyte * size) / MEGABYTE;
    const { user, system } = process.cpuUsage(workAtStart);
    const isSlow = sinceMs > maxMs && (user + system) / 1000 > maxMs;
    if (isSlow || sinceMs > maxMs * MAX_WAITING) void reader.end();
  }, LOOK_EVERY_MS);
}

function unreadable(error: unknown): Flaw {
  const reason = error instanceof JobThreadError ? error.reason : 'failure';
  const remedy = 'Divide it into several smaller files, or leave out what is unusual in it.';
  switch (reason) {
    case 'memory':
      return skipped({ message: 'Reading the file takes too much memory.', remedy });
    case 'deadline':
    case 'told':
      return skipped({ message: 'Reading the file takes too long.', remedy });
    case 'failure':
      return skipped({ message: `Reading the file failed (${messageOf(error)}).`, remedy });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : String(error);
}
