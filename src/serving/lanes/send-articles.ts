import { type FileProblem, toSkipped } from '../../knowledge/article/problem.ts';
import type { ArticleSource } from '../../knowledge/folder/read-knowledge.ts';
import { JobThreadError } from '../../threads/job.ts';
import { createProgressMemory, type ProgressMemory, readProgress } from '../jobs/reading-progress.ts';
import { ArticleSender } from '../reading/article-channel.ts';
import type { FileThread, Threads } from './threads.ts';

/** The longest time that one file may take, by its size in bytes. */
interface FileLimit {
  readonly baseMs: number;
  readonly msAMegabyte: number;
}

/** What is sent where. */
export interface Sending {
  readonly source: ArticleSource;
  readonly channel: string;
  /** The articles that serve until then, or null: files that have not changed since are not parsed again. */
  readonly before: SharedArrayBuffer | null;
}

export interface SendOptions extends Pick<Threads, 'startFileThread'> {
  readonly limits?: ReadingLimits;
}

/** How long files may take. */
export interface ReadingLimits {
  readonly first: FileLimit;
  /** For all other files once some took too long: a folder of such files must come to an end. */
  readonly later: FileLimit;
  readonly lookEveryMs: number;
}

/**
 * Reading takes half a second a megabyte on a quiet machine. One file of 5 MB, the longest, delays a start by
 * 9 s at most.
 */
const READING_LIMITS: ReadingLimits = {
  first: { baseMs: 3_000, msAMegabyte: 1_200 },
  later: { baseMs: 1_000, msAMegabyte: 1_000 },
  lookEveryMs: 100,
};
/** How many files may take the longer time. */
const MAX_SLOW_FILES = 3;
/** How many times its limit a file may take while the process hardly works. */
const MAX_CLOCK_FACTOR = 5;
/** The longest time that a timer can take; each file has a limit of its own. */
const NO_DEADLINE_MS = 2 ** 31 - 1;
const MEGABYTE = 1024 * 1024;

/**
 * Reads all files of a source in a file thread, which sends them on a channel. A file that takes too much
 * time or memory ends the thread and becomes a problem; another thread continues with the next file.
 *
 * @throws {Error} when a thread fails before it reaches a file
 */
export async function sendArticles(
  { source, channel, before }: Sending,
  { startFileThread, limits = READING_LIMITS }: SendOptions,
): Promise<void> {
  const progress = createProgressMemory();
  let [skip, failures] = [0, 0];
  while (!(await readFrom(skip))) skip = readProgress(progress).begun;
  useSender(channel, (sender) => sender.end());

  /** Reads from the file after the first `passed` ones; returns whether it read all of them. */
  async function readFrom(passed: number): Promise<boolean> {
    const thread = startFileThread();
    const limit = failures < MAX_SLOW_FILES ? limits.first : limits.later;
    const watch = watchProgress(thread, { progress, passed, limit, lookEveryMs: limits.lookEveryMs });
    try {
      await thread.run(
        'readSource',
        { source, channel, progress, skip: passed, before },
        { deadlineMs: NO_DEADLINE_MS },
      );
      return true;
    } catch (error) {
      const { begun, path } = readProgress(progress);
      if (begun === passed) throw error;
      failures++;
      const reading = { path, article: null, text: null, problems: [explainUnreadable(error)] };
      useSender(channel, (sender) => sender.send(reading));
      return false;
    } finally {
      clearInterval(watch);
      await thread.end();
    }
  }
}

/** Opens the channel only for a moment: an open channel receives everything that others send. */
function useSender(channel: string, work: (sender: ArticleSender) => void): void {
  const sender = new ArticleSender(channel);
  try {
    work(sender);
  } finally {
    sender.close();
  }
}

interface WatchOptions {
  readonly progress: ProgressMemory;
  /** How many files were begun before. */
  readonly passed: number;
  readonly limit: FileLimit;
  readonly lookEveryMs: number;
}

/**
 * Ends the thread where it stays in one file for too long. Starting, and passing over files, may take its
 * time. On a busy machine the clock says little: a file is too slow once the process has worked for that
 * long, or once it has taken many times as long by the clock.
 */
function watchProgress(
  thread: FileThread,
  { progress, passed, limit, lookEveryMs }: WatchOptions,
): NodeJS.Timeout {
  let [last, sinceMs, workAtStart] = [passed, 0, process.cpuUsage()];
  return setInterval(() => {
    const { begun, size } = readProgress(progress);
    sinceMs += lookEveryMs;
    if (begun !== last) [last, sinceMs, workAtStart] = [begun, 0, process.cpuUsage()];
    if (begun === passed) return;
    const maxMs = limit.baseMs + (limit.msAMegabyte * size) / MEGABYTE;
    const { user, system } = process.cpuUsage(workAtStart);
    const isSlow = sinceMs > maxMs && (user + system) / 1000 > maxMs;
    if (isSlow || sinceMs > maxMs * MAX_CLOCK_FACTOR) void thread.end();
  }, lookEveryMs);
}

/** Explains why a file that ended its thread could not be read. */
export function explainUnreadable(error: unknown): FileProblem {
  const reason = error instanceof JobThreadError ? error.reason : 'failure';
  switch (reason) {
    case 'memory':
      return toSkipped({ code: 'takes-too-much-memory' });
    case 'deadline':
    case 'stopped':
      return toSkipped({ code: 'takes-too-long' });
    case 'failure':
      return toSkipped({ code: 'reading-failed', detail: toMessage(error) });
  }
}

function toMessage(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : String(error);
}
