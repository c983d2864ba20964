import { randomUUID } from 'node:crypto';
import type { Problem } from '../../knowledge/article/problem.ts';
import type { ArticleFile, ArticleSource } from '../../knowledge/folder/read-knowledge.ts';
import type { JobInput, JobName, JobOutput } from '../../threads/job.ts';
import { type BuildLock, findOrLock } from '../indexes/build-locks.ts';
import { MIN_BYTES } from '../indexes/index-files.ts';
import type { HashedFile } from '../indexes/index-key.ts';
import type { AnsweringJobs } from '../jobs/answering-jobs.ts';
import type { BuildResult, EarlierArticles, GatherResult } from '../jobs/opening-jobs.ts';
import { getDeadlineMs } from './deadlines.ts';
import { keepIndex } from './keep-index.ts';
import { sendArticles } from './send-articles.ts';
import type { AnsweringThread, Threads } from './threads.ts';

/** A version of the articles that is kept elsewhere: what it holds, and how to read it where no index of it is stored. */
export interface KeptVersion {
  readonly files: readonly (HashedFile & { readonly bytes: number })[];
  readonly readFiles: () => Promise<readonly ArticleFile[]>;
}

export interface OpenArticlesOptions extends EarlierArticles {
  readonly threads: Threads;
  readonly source: { readonly folder: string } | KeptVersion;
  readonly refreshedAt: Date;
  /** The folder of stored indexes, or null to store none. */
  readonly indexes: string | null;
}

/** A thread that answers from articles, or why there is none. */
export type OpenArticlesResult =
  | { readonly kind: 'opened'; readonly thread: AnsweringThread; readonly built: BuildResult }
  | { readonly kind: 'nothing-readable'; readonly problems: readonly Problem[] };

type Gathered = Extract<GatherResult, { readonly kind: 'gathered' }>;

/**
 * Starts a thread that answers from a source: from its stored index, or else from one that it builds, which is then stored. Of several
 * processes on one machine that need the same index at once, one builds it.
 *
 * @throws {JobThreadError} where building takes too much time or memory
 * @throws {Error} what reading a kept version throws
 */
export async function openArticles(options: OpenArticlesOptions): Promise<OpenArticlesResult> {
  const thread = options.threads.startShared();
  try {
    const result = await new Opening(thread, options).open();
    if (result.kind === 'nothing-readable') await thread.end();
    return result;
  } catch (error) {
    await thread.end();
    throw error;
  }
}

/** Opens the articles of one source in one thread. */
class Opening {
  readonly #thread: AnsweringThread;
  readonly #options: OpenArticlesOptions;
  /** The locks that other processes wait for. */
  readonly #locks: BuildLock[] = [];
  /** The keys that nothing was stored under. */
  readonly #missing = new Set<string>();

  constructor(thread: AnsweringThread, options: OpenArticlesOptions) {
    this.#thread = thread;
    this.#options = options;
  }

  async open(): Promise<OpenArticlesResult> {
    try {
      const { result, keep } = await this.#openOrBuild();
      void this.#keepThenRelease(keep);
      return result;
    } catch (error) {
      await this.#release();
      throw error;
    }
  }

  /** Opens the articles, and returns what of them is to be stored. */
  async #openOrBuild(): Promise<{ readonly result: OpenArticlesResult; readonly keep: Keep | null }> {
    const { source, refreshedAt } = this.#options;
    const folderKey = 'folder' in source ? await this.#findFolderKey(source.folder) : null;
    const ready = await ('folder' in source
      ? this.#findStored(folderKey, 'folder')
      : this.#findStored(await this.#findVersionKey(source), 'texts'));
    if (ready !== null) return { result: this.#toResult(ready), keep: null };
    const gathered = await this.#gather();
    if (gathered.kind === 'nothing-readable') return { result: gathered, keep: null };
    const folder = 'folder' in source && folderKey !== null ? { path: source.folder, key: folderKey } : null;
    const stored = await this.#findStored(this.#chooseKey(gathered), 'texts');
    const built =
      stored ?? (await this.#run('build', { ...this.#earlier(), key: gathered.key, refreshedAt }));
    return {
      result: this.#toResult(built),
      keep: { gathered, folder, built: stored === null ? built : null },
    };
  }

  async #findFolderKey(folder: string): Promise<string | null> {
    return this.#options.indexes === null ? null : this.#run('findFolderKey', folder);
  }

  async #findVersionKey({ files }: KeptVersion): Promise<string | null> {
    const isWorthIt = files.reduce((sum, { bytes }) => sum + bytes, 0) >= MIN_BYTES;
    return isWorthIt && this.#options.indexes !== null ? this.#run('findIndexKey', files) : null;
  }

  /** Returns the key under which the index of what was gathered may be stored, or is to be. */
  #chooseKey({ key, bytes }: Gathered): string | null {
    const isSame = key === this.#options.beforeKey;
    return isSame || bytes < MIN_BYTES ? null : key;
  }

  /** Opens what is stored under a key, or takes the lock to build it. */
  async #findStored(key: string | null, of: 'folder' | 'texts'): Promise<BuildResult | null> {
    const { indexes, refreshedAt } = this.#options;
    if (indexes === null || key === null || this.#missing.has(key)) return null;
    const request = { ...this.#earlier(), indexes, key, of, refreshedAt };
    const given = await findOrLock({ folder: indexes, key }, () => this.#run('openStored', request));
    if (given.found !== null) return given.found;
    this.#locks.push(given.lock);
    this.#missing.add(key);
    return null;
  }

  async #gather(): Promise<GatherResult> {
    const { source, threads } = this.#options;
    const channel = `articles ${randomUUID()}`;
    await this.#run('listen', channel);
    const files: ArticleSource = 'folder' in source ? source : { files: await source.readFiles() };
    const { before } = this.#earlier();
    await sendArticles({ source: files, channel, before }, threads);
    return this.#run('gather', { ...this.#earlier(), channel });
  }

  /** Stores what was built, and lets the other processes have it. Never rejects. */
  async #keepThenRelease(keep: Keep | null): Promise<void> {
    if (keep !== null) await this.#keep(keep);
    await this.#release();
  }

  async #keep(keep: Keep): Promise<void> {
    const { indexes, threads } = this.#options;
    if (indexes === null) return;
    const { beforeKey } = this.#options;
    const { gathered, built } = keep;
    const { key, problems, bytes, isOfFolderAlone } = gathered;
    if (key === null || bytes < MIN_BYTES) return;
    const isKept = built === null || key === beforeKey;
    const index = { key, memory: isKept ? null : built.memory };
    const changes = isKept || beforeKey === null ? null : { before: beforeKey, report: built.report.changes };
    const folder = keep.folder === null || !isOfFolderAlone ? null : { ...keep.folder, problems };
    await keepIndex({ indexes, index, changes, folder }, threads);
  }

  async #release(): Promise<void> {
    await Promise.all(this.#locks.map((lock) => lock.release()));
  }

  #toResult(built: BuildResult): OpenArticlesResult {
    return { kind: 'opened', thread: this.#thread, built };
  }

  #earlier(): EarlierArticles {
    const { before, beforeKey } = this.#options;
    return { before, beforeKey };
  }

  #run<Name extends JobName<AnsweringJobs>>(
    name: Name,
    input: JobInput<AnsweringJobs, Name>,
  ): Promise<JobOutput<AnsweringJobs, Name>> {
    return this.#thread.run(name, input, { deadlineMs: getDeadlineMs(name) });
  }
}

/** What is to be stored. */
interface Keep {
  readonly gathered: Gathered;
  readonly folder: { readonly path: string; readonly key: string } | null;
  /** What was built; null where it is stored already. */
  readonly built: BuildResult | null;
}
