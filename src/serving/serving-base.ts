import type { ArticleLimits } from '../knowledge/article/limits.ts';
import type { Problem } from '../knowledge/article/problem.ts';
import type { ArticleText } from '../knowledge/folder/collect-knowledge.ts';
import type { JobInput, JobName, JobOutput } from '../threads/job.ts';
import type { RefreshReport } from './base/base-report.ts';
import type { VectorProgress } from './base/thread-state.ts';
import type { AnsweringJobs } from './jobs/answering-jobs.ts';
import { getDeadlineMs } from './lanes/deadlines.ts';
import { LanePool } from './lanes/lane-pool.ts';
import { type OpenArticlesOptions, type OpenArticlesResult, openArticles } from './lanes/open-articles.ts';
import type { Resident } from './lanes/residents.ts';
import type { AnsweringThread, Threads } from './lanes/threads.ts';

/** Describes the articles that answer in all servers. */
export interface BaseInfo {
  /** The problems of the folder when it was last read; empty when all is well. */
  readonly problems: readonly Problem[];
  readonly articleCount: number;
  readonly factCount: number;
  readonly refreshedAt: Date;
  /** The fingerprint of the folder when it was last read, as `fingerprintFolder` returns it. */
  readonly folderState: string;
  /** The different limits of the articles that are not for everybody. */
  readonly limits: readonly ArticleLimits[];
}

export interface OpenBaseOptions {
  readonly threads: Threads;
  readonly source: OpenArticlesOptions['source'];
  /** The base that served before, if any: a file that is broken now keeps the version that it holds. */
  readonly before: ServingBase | null;
  readonly refreshedAt: Date;
  readonly folderState: string;
  /** The folder of stored indexes, or null to store none. */
  readonly indexes: string | null;
}

/** A base that was opened, or why there is none. */
export type OpenBaseResult =
  | { readonly kind: 'opened'; readonly base: ServingBase; readonly report: RefreshReport }
  | { readonly kind: 'nothing-readable'; readonly problems: readonly Problem[] };

/** A job on one base, for one owner. */
interface BaseJob<Name extends JobName<AnsweringJobs>> {
  readonly name: Name;
  readonly input: JobInput<AnsweringJobs, Name>;
  readonly owner: string;
  readonly residents: readonly Resident[];
}

/**
 * Two servers may be stuck at once, and the others still have a thread. Threads start only when they are
 * needed.
 */
const OWN_LANES = 3;
const OWN_IDLE_MS = 5 * 60_000;
/** How often the progress of the vectors is looked at. Reading 100,000 facts for the first time takes half an hour on two quiet cores. */
const LOOK_MS = 250;

/**
 * Runs the threads that answer from one version of the articles. One thread answers from the shared articles.
 * Others start when they are needed, for servers with articles of their own, so that these cannot hold up the
 * servers without.
 */
export class ServingBase {
  readonly info: BaseInfo;
  /** The shared articles with their index, which all threads hold. */
  readonly memory: SharedArrayBuffer;
  /** The key of their index; null where they do not follow from their texts. */
  readonly #key: string | null;
  readonly #shared: LanePool;
  readonly #own: LanePool;
  readonly #aside: LanePool;
  readonly #uses = new Set<Promise<unknown>>();

  private constructor(
    info: BaseInfo,
    { thread, built }: Extract<OpenArticlesResult, { readonly kind: 'opened' }>,
    threads: Threads,
  ) {
    this.info = info;
    this.memory = built.memory;
    this.#key = built.key;
    const starting = [thread];
    const openShared = async (): Promise<AnsweringThread> =>
      starting.pop() ?? this.#startHolding(threads.startShared);
    this.#shared = new LanePool({ size: 1, open: openShared, idleMs: null });
    const openOwn = (): Promise<AnsweringThread> => this.#startHolding(threads.startOwn);
    this.#own = new LanePool({ size: OWN_LANES, open: openOwn, idleMs: OWN_IDLE_MS });
    const openAside = async (): Promise<AnsweringThread> => threads.startOwn();
    this.#aside = new LanePool({ size: 1, open: openAside, idleMs: OWN_IDLE_MS });
  }

  /**
   * Reads a source and builds a base of it in a new thread, beside whatever serves meanwhile.
   *
   * @throws {JobThreadError} where building takes too much time or memory
   */
  static async open(options: OpenBaseOptions): Promise<OpenBaseResult> {
    const { refreshedAt, folderState, threads, before } = options;
    const earlier = { before: before?.memory ?? null, beforeKey: before === null ? null : before.#key };
    const opened = await openArticles({ ...options, ...earlier });
    if (opened.kind === 'nothing-readable') return opened;
    const { report, limits } = opened.built;
    const { problems, articleCount, factCount } = report;
    const info = { problems, articleCount, factCount, refreshedAt, folderState, limits };
    return { kind: 'opened', base: new ServingBase(info, opened, threads), report };
  }

  /** Keeps the threads until `work` is done, even where the base is closed meanwhile. */
  async use<Result>(work: () => Promise<Result>): Promise<Result> {
    const use = work();
    this.#uses.add(use);
    try {
      return await use;
    } finally {
      this.#uses.delete(use);
    }
  }

  /** Runs a job in the thread of the shared articles. */
  runShared<Name extends JobName<AnsweringJobs>>(
    job: BaseJob<Name>,
  ): Promise<JobOutput<AnsweringJobs, Name>> {
    return this.#shared.run({ ...job, deadlineMs: getDeadlineMs(job.name) });
  }

  /** Runs a job in a thread for servers with articles of their own, and for members who may read limited articles. */
  runOwn<Name extends JobName<AnsweringJobs>>(job: BaseJob<Name>): Promise<JobOutput<AnsweringJobs, Name>> {
    return this.#own.run({ ...job, deadlineMs: getDeadlineMs(job.name) });
  }

  /** Runs a job that needs nothing but its input, apart from the answering threads. */
  runAside<Name extends JobName<AnsweringJobs>>(
    job: Omit<BaseJob<Name>, 'residents'>,
  ): Promise<JobOutput<AnsweringJobs, Name>> {
    return this.#aside.run({ ...job, residents: [], deadlineMs: getDeadlineMs(job.name) });
  }

  /** Yields how many facts of the shared articles have vectors, until all have one, or cannot have any. */
  async *followVectors(): AsyncGenerator<VectorProgress, void, undefined> {
    for (;;) {
      const job = { name: 'understandShared', input: LOOK_MS, owner: '', residents: [] } as const;
      const progress = await this.runShared(job);
      if (progress === null) return;
      yield progress;
    }
  }

  /** Reads the texts of the shared articles, sorted by path, in portions that a message can carry. */
  async *readTexts(): AsyncGenerator<readonly ArticleText[], void, undefined> {
    for (let index = 0; ; ) {
      const texts = await this.runShared({ name: 'readTexts', input: index, owner: '', residents: [] });
      if (texts.length === 0) return;
      yield texts;
      index += texts.length;
    }
  }

  /** Ends the threads once their jobs are done; nothing more may be asked then. */
  async close(): Promise<void> {
    while (this.#uses.size > 0) await Promise.allSettled(this.#uses);
    await Promise.all([this.#shared.drain(), this.#own.drain(), this.#aside.drain()]);
    await this.end();
  }

  /** Ends the threads at once. */
  async end(): Promise<void> {
    await Promise.all([this.#shared.end(), this.#own.end(), this.#aside.end()]);
  }

  /** Starts a thread that holds the shared articles. */
  async #startHolding(start: () => AnsweringThread): Promise<AnsweringThread> {
    const thread = start();
    try {
      const held = { memory: this.memory, refreshedAt: this.info.refreshedAt };
      await thread.run('hold', held, { deadlineMs: getDeadlineMs('hold') });
      return thread;
    } catch (error) {
      await thread.end();
      throw error;
    }
  }
}
