import type { ArticleFile } from '../../knowledge/folder/read-knowledge.ts';
import { JobThreadError } from '../../threads/job.ts';
import type { UploadReading } from '../jobs/reader-jobs.ts';
import { explainUnreadable } from './send-articles.ts';
import type { Threads } from './threads.ts';

/** Reading 0.5 MB takes a quarter of a second, unless it was made to hold up the parser. */
const MAX_READING_MS = 10_000;

/**
 * Reads files that people have uploaded, one at a time, so that several at once take no more memory than one. Of each owner one waits for its
 * turn, so that nobody waits for all the files of somebody else.
 */
export class UploadReader {
  readonly #threads: Pick<Threads, 'startReader'>;
  #last: Promise<unknown> = Promise.resolve();
  readonly #lastOf = new Map<string, Promise<unknown>>();

  constructor(threads: Pick<Threads, 'startReader'>) {
    this.#threads = threads;
  }

  /** What a file holds; no article, and the reason, where reading it takes too much time or memory. */
  async read(owner: string, file: ArticleFile): Promise<UploadReading> {
    const mine = (this.#lastOf.get(owner) ?? Promise.resolve()).then(() => this.#inTurn(file));
    const settled = mine.catch(() => undefined);
    this.#lastOf.set(owner, settled);
    try {
      return await mine;
    } finally {
      if (this.#lastOf.get(owner) === settled) this.#lastOf.delete(owner);
    }
  }

  #inTurn(file: ArticleFile): Promise<UploadReading> {
    const reading = this.#last.then(() => this.#read(file));
    this.#last = reading.catch(() => undefined);
    return reading;
  }

  async #read(file: ArticleFile): Promise<UploadReading> {
    const reader = this.#threads.startReader();
    try {
      return await reader.run('readUpload', file, { deadlineMs: MAX_READING_MS });
    } catch (error) {
      if (!(error instanceof JobThreadError && error.isTooMuch)) throw error;
      return { isTooMuch: true, article: null, problems: [{ ...explainUnreadable(error), path: file.path }] };
    } finally {
      await reader.end();
    }
  }
}
