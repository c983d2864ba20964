import { KeyedLock } from '../../kit/serial-work.ts';
import type { ArticleFile } from '../../knowledge/folder/read-knowledge.ts';
import { JobThreadError } from '../../threads/job.ts';
import type { UploadReading } from '../jobs/file-jobs.ts';
import { explainUnreadable } from './send-articles.ts';
import type { Threads } from './threads.ts';

/** Reading 0.5 MB takes a quarter of a second, unless it was made to hold up the parser. */
const MAX_READING_MS = 10_000;

/**
 * Reads files that people upload, and packs those that they export, one at a time, so that several uploads take no more memory than one. Each owner has at most one file in
 * the common queue, so that nobody waits for all the files of another owner.
 */
export class UploadParser {
  readonly #threads: Pick<Threads, 'startFileThread'>;
  readonly #owners = new KeyedLock();
  readonly #lock = new KeyedLock();

  constructor(threads: Pick<Threads, 'startFileThread'>) {
    this.#threads = threads;
  }

  /** Reads a file. Returns no article, and the reason, where reading takes too much time or memory. */
  read(owner: string, file: ArticleFile): Promise<UploadReading> {
    return this.#owners.run(owner, () => this.#lock.run('parser', () => this.#read(file)));
  }

  /**
   * Packs the texts of a server's files into one ZIP archive, as that of 4 MB takes 0.2 s; the keys are the names of its files.
   *
   * @throws {JobThreadError} where it takes too much time or memory
   */
  pack(owner: string, texts: Readonly<Record<string, string>>): Promise<Uint8Array> {
    return this.#owners.run(owner, () => this.#lock.run('parser', () => this.#pack(texts)));
  }

  async #pack(texts: Readonly<Record<string, string>>): Promise<Uint8Array> {
    const thread = this.#threads.startFileThread();
    try {
      return await thread.run('packTexts', texts, { deadlineMs: MAX_READING_MS });
    } finally {
      await thread.end();
    }
  }

  async #read(file: ArticleFile): Promise<UploadReading> {
    const thread = this.#threads.startFileThread();
    try {
      return await thread.run('readUpload', file, { deadlineMs: MAX_READING_MS });
    } catch (error) {
      if (!(error instanceof JobThreadError && error.isTooMuch)) throw error;
      return { isStopped: true, article: null, problems: [{ ...explainUnreadable(error), path: file.path }] };
    } finally {
      await thread.end();
    }
  }
}
