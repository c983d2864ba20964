import { mayRead, NO_ACCESS, narrowReaders, type Readers } from '../knowledge/article/limits.ts';
import type { Problem } from '../knowledge/article/problem.ts';
import type { ArticleText } from '../knowledge/folder/collect-knowledge.ts';
import { fingerprintFolder } from '../knowledge/folder/list-files.ts';
import { StoreError } from '../store/kit/store-error.ts';
import type { JobInput, JobName, JobOutput } from '../threads/job.ts';
import type { RefreshReport } from './base/base-report.ts';
import type { AnsweringScope, VectorProgress } from './base/thread-state.ts';
import { Guard, type GuardedJob, type GuardOptions } from './guard.ts';
import type { AnsweringJobs } from './jobs/answering-jobs.ts';
import type { KeptVersion } from './lanes/open-articles.ts';
import type { Resident } from './lanes/residents.ts';
import type { Threads } from './lanes/threads.ts';
import type { OverlayContents, OverlaySummary } from './overlay-contents.ts';
import { createOverlayResident, createReadersResident } from './overlay-residents.ts';
import type { Phrasings } from './phrasings.ts';
import { type BaseInfo, type OpenBaseOptions, ServingBase } from './serving-base.ts';

/** The jobs that answer for one scope. */
type ScopedJob = {
  [Name in JobName<AnsweringJobs>]: JobInput<AnsweringJobs, Name> extends { readonly scope: AnsweringScope }
    ? Name
    : never;
}[JobName<AnsweringJobs>];

/** The jobs that need nothing but their input. */
type AsideJob = 'listDistinctWords' | 'groupQuestions' | 'findAlike';

type ScopedInput<Name extends ScopedJob> = Omit<JobInput<AnsweringJobs, Name>, 'scope'>;

/** The jobs that also offer the questions of a server's members. */
type OfferingJob = {
  [Name in ScopedJob]: 'askedIn' extends keyof JobInput<AnsweringJobs, Name> ? Name : never;
}[ScopedJob];

/** Lists each of them. It does not compile while it lacks one, or lists another. */
const OFFERING_JOBS: Readonly<Record<OfferingJob, true>> = {
  suggest: true,
  findOfferedQuestion: true,
  listExamples: true,
};

export interface KnowledgeServiceOptions extends GuardOptions {
  /** The folder of articles. */
  readonly folder: string;
  readonly threads: Threads;
  /** The folder of stored indexes, which start the next process sooner; nothing is stored unless given. */
  readonly indexes?: string | null;
  /** The overlays of servers, or null if there are no servers. */
  readonly overlays: OverlayContents | null;
  /** The questions that members asked before, as suggestions for others, or null if there are no servers. */
  readonly phrasings: Phrasings | null;
  readonly now: () => Date;
  /** Receives the error when a server's own articles cannot be read. The shared ones then answer there. */
  readonly onStoreError: (error: StoreError) => void;
}

/** Names the base and the server of a job, where another base than the served one does it. */
interface ServerBase {
  readonly base: ServingBase;
  /** Outside servers where null. */
  readonly serverId: string | null;
  /** Who reads the result; unless given, somebody who may read no limited article. */
  readonly readers?: Readers;
}

/** What a server would know with another text of one of its own articles. It answers nobody but `runTrial`. */
export interface Trial {
  readonly serverId: string;
  readonly path: string;
  /** The text of the file. */
  readonly text: string;
  /** Differs for each trial. */
  readonly version: number;
}

/** A base that was built aside and answers nobody yet. */
export interface PreparedBase {
  readonly base: ServingBase;
  /** The base that served when this one was built, which `report` compares it with. */
  readonly before: ServingBase;
  readonly report: RefreshReport;
}

/** The outcome of reading the folder or a snapshot. */
export type Preparation =
  | ({ readonly kind: 'prepared' } & PreparedBase)
  | { readonly kind: 'nothing-readable'; readonly problems: readonly Problem[] };

/** The outcome of the first reading. */
export type OpenServiceResult =
  | { readonly kind: 'opened'; readonly service: KnowledgeService }
  | { readonly kind: 'nothing-readable'; readonly problems: readonly Problem[] };

/**
 * Answers from the articles, in worker threads. No article or question can hold up the caller, and jobs that
 * take too much are ended. All inputs and outputs are plain data.
 */
export class KnowledgeService {
  readonly #options: KnowledgeServiceOptions;
  readonly #guard: Guard;
  #current: ServingBase;
  #trials = 0;
  #preparations = 0;

  private constructor(options: KnowledgeServiceOptions, first: ServingBase) {
    this.#options = options;
    this.#guard = new Guard(options);
    this.#current = first;
  }

  /** Reads the folder for the first time. */
  static async open(options: KnowledgeServiceOptions): Promise<OpenServiceResult> {
    const { folder, threads, now, indexes = null } = options;
    // Read first, so that a change during the reading counts as a change.
    const state = await fingerprintFolder(folder);
    const opened = await ServingBase.open({
      threads,
      source: { folder },
      before: null,
      refreshedAt: now(),
      folderState: state,
      indexes,
    });
    if (opened.kind === 'nothing-readable') return opened;
    return { kind: 'opened', service: new KnowledgeService(options, opened.base) };
  }

  /** Describes the articles that answer now. */
  get current(): BaseInfo {
    return this.#current.info;
  }

  /**
   * Runs a job with the articles that answer in a server, outside servers where null, as far as `readers` may read them. Unless they are
   * given, the job finds only articles that are for everybody.
   *
   * @throws {Error} what `onOverrun` gives, where the job takes too much time or memory
   */
  run<Name extends ScopedJob>(
    serverId: string | null,
    name: Name,
    input: ScopedInput<Name>,
    readers: Readers = NO_ACCESS,
  ): Promise<JobOutput<AnsweringJobs, Name>> {
    return this.runOn({ base: this.#current, serverId, readers }, name, input);
  }

  /** Returns whether readers may read any limited article in a server; true also where that is not certain. */
  async mayReadLimited(serverId: string | null, readers: Readers): Promise<boolean> {
    const own = await this.#readOverlay(serverId);
    if (own === null) return false;
    return own.mayHaveLimits || this.#current.info.limits.some((each) => mayRead(each, readers));
  }

  /**
   * Runs a job with a base that answers nobody yet.
   *
   * @throws {Error} as `run`
   */
  runOn<Name extends ScopedJob>(
    { base, serverId, readers = NO_ACCESS }: ServerBase,
    name: Name,
    input: ScopedInput<Name>,
  ): Promise<JobOutput<AnsweringJobs, Name>> {
    return base.use(async (): Promise<JobOutput<AnsweringJobs, Name>> => {
      const own = await this.#readOverlay(serverId);
      const job = { base, serverId, name, input, key: input, own, readers };
      const needsPhrasings = Object.hasOwn(OFFERING_JOBS, name) && serverId !== null;
      const phrasings = needsPhrasings ? await this.#findPhrasings(serverId) : [];
      return this.#runGuarded(job, () => this.#runScoped(job, phrasings));
    });
  }

  /** Creates a trial of a changed article, for `runTrial`. It costs nothing until a job runs. */
  createTrial(serverId: string, { path, text }: Pick<Trial, 'path' | 'text'>): Trial {
    return { serverId, path, text, version: ++this.#trials };
  }

  /**
   * Runs a job as if the server had the changed article. A thread holds one trial of each server, the last one.
   *
   * @throws {Error} as `run`. It never counts against what the server has now
   */
  runTrial<Name extends ScopedJob>(
    trial: Trial,
    name: Name,
    input: ScopedInput<Name>,
    readers: Readers = NO_ACCESS,
  ): Promise<JobOutput<AnsweringJobs, Name>> {
    const base = this.#current;
    const { serverId, version, path, text: value } = trial;
    const id = toTrialId(serverId);
    const scope: AnsweringScope = { serverId: id, strictness: 'balanced', readers };
    // As in `#runScoped`.
    const scoped = { ...input, scope } as JobInput<AnsweringJobs, Name>;
    // Loading builds no base where articles are limited, and asking has less time than building.
    const overlay = createOverlayResident(this.#options.overlays, {
      id,
      serverId,
      version,
      change: (content) => ({
        ...content,
        articles: content.articles.map((each) => (each.name === path ? { ...each, value } : each)),
      }),
    });
    const residents = [overlay, createReadersResident(scope, ++this.#preparations)];
    const job = { name, input: scoped, owner: serverId, residents };
    const guarded = { base, serverId, name, key: [version, input], own: null };
    return base.use(() => this.#runGuarded(guarded, () => base.runOwn(job)));
  }

  /**
   * Runs a job that needs nothing but its input, apart from the answering threads.
   *
   * @param owner the server that asks, and a short key for the input
   * @throws {Error} as `run`
   */
  async runAside<Name extends AsideJob>(
    { serverId, key }: { readonly serverId: string; readonly key: string },
    name: Name,
    input: JobInput<AnsweringJobs, Name>,
  ): Promise<JobOutput<AnsweringJobs, Name>> {
    const base = this.#current;
    const job = { base, serverId, name, key, own: null };
    const owned = { name, input, owner: serverId };
    return base.use(() => this.#runGuarded(job, () => base.runAside(owned)));
  }

  /** Returns whether a server's own articles are set aside, because they took too much time or memory. */
  async isSetAside(serverId: string): Promise<boolean> {
    const own = await this.#readOverlay(serverId);
    return own !== null && this.#guard.isSetAside(serverId, own);
  }

  /**
   * Reads the folder again and builds a base aside. It answers nobody before `swapIn`; a caller who does not
   * swap it in closes it.
   *
   * @throws {JobThreadError} where building takes too much time or memory
   */
  async prepare(): Promise<Preparation> {
    return this.#prepare({ folder: this.#options.folder }, await this.readFolderState());
  }

  /**
   * Builds a base of a version that is kept elsewhere; the state of the folder counts as unchanged.
   *
   * @throws {JobThreadError} as `prepare`
   * @throws {Error} what reading the version throws
   */
  prepareFrom(version: KeptVersion): Promise<Preparation> {
    return this.#prepare(version, this.#current.info.folderState);
  }

  /**
   * Serves a prepared base. Callers prepare and swap in under one lock, so that nothing else serves by then.
   *
   * @throws {RangeError} where another base serves now than when it was prepared
   */
  swapIn({ base, before }: PreparedBase): void {
    if (this.#current !== before) throw new RangeError('another base serves than when this one was prepared');
    this.#current = base;
    // Jobs under way finish on the old base.
    void before.close();
  }

  /** Returns whether this base serves now. */
  serves(base: ServingBase): boolean {
    return this.#current === base;
  }

  /** Reads the present state of the folder. */
  readFolderState(): Promise<string> {
    return fingerprintFolder(this.#options.folder);
  }

  /** Reads the texts of the shared articles that serve now, sorted by path, in portions. */
  readTexts(): AsyncGenerator<readonly ArticleText[], void, undefined> {
    return this.#current.readTexts();
  }

  /** Yields how many facts have vectors, until all have one, or cannot have any; until then words alone answer. */
  followVectors(): AsyncGenerator<VectorProgress, void, undefined> {
    return this.#current.followVectors();
  }

  /** Ends all threads at once. */
  async end(): Promise<void> {
    await this.#current.end();
  }

  async #prepare(source: OpenBaseOptions['source'], state: string): Promise<Preparation> {
    const { threads, now, indexes = null } = this.#options;
    const before = this.#current;
    const opened = await ServingBase.open({
      threads,
      source,
      before,
      refreshedAt: now(),
      folderState: state,
      indexes,
    });
    if (opened.kind === 'nothing-readable') return opened;
    return { kind: 'prepared', base: opened.base, before, report: opened.report };
  }

  /** Reads what a server has of its own, or null if only the shared articles answer. */
  async #readOverlay(serverId: string | null): Promise<OverlaySummary | null> {
    const { overlays, onStoreError } = this.#options;
    if (overlays === null || serverId === null) return null;
    try {
      return await overlays.readSummary(serverId);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      onStoreError(error);
      return null;
    }
  }

  async #findPhrasings(serverId: string): Promise<readonly Resident[]> {
    const { phrasings } = this.#options;
    return phrasings === null ? [] : [await phrasings.createResident(serverId)];
  }

  #runScoped<Name extends ScopedJob>(
    run: ScopedRun<Name>,
    residents: readonly Resident[],
  ): Promise<JobOutput<AnsweringJobs, Name>> {
    const { base, serverId, name, input, own } = run;
    const { overlays } = this.#options;
    const { scope, needsOwnBase } = this.#chooseScope(run);
    // `ScopedInput` is a job's input without its scope. The compiler does not see that both together are the input.
    const scoped = { ...input, scope } as JobInput<AnsweringJobs, Name>;
    const needed =
      scope.serverId === null || own === null
        ? residents
        : [
            createOverlayResident(overlays, {
              id: scope.serverId,
              serverId: scope.serverId,
              version: own.version,
            }),
            ...residents,
          ];
    const job = { name, input: scoped, owner: serverId ?? '' };
    if (!needsOwnBase) return base.runShared({ ...job, residents: needed });
    const isForAll = base.info.limits.length === 0 && !own?.mayHaveLimits;
    const prepared = isForAll ? [] : [createReadersResident(scope, ++this.#preparations)];
    return base.runOwn({ ...job, residents: [...needed, ...prepared] });
  }

  /**
   * Chooses what answers, and whether that needs a base beside those that the thread of the shared articles holds: one of all articles, and
   * one of those for everybody.
   */
  #chooseScope({ base, serverId, own, readers: asking }: Omit<ScopedRun<ScopedJob>, 'name' | 'input'>): {
    readonly scope: AnsweringScope;
    readonly needsOwnBase: boolean;
  } {
    const { limits } = base.info;
    const strictness = own?.strictness ?? 'balanced';
    if (serverId === null || own === null || this.#guard.isSetAside(serverId, own)) {
      // Channels and roles are those of a server.
      const readers = asking === 'everything' ? asking : NO_ACCESS;
      return { scope: { serverId: null, strictness, readers }, needsOwnBase: false };
    }
    const readers = own.mayHaveLimits ? asking : narrowReaders(asking, limits);
    const readable = limits.filter((each) => mayRead(each, readers));
    const isHeld = readable.length === 0 || readable.length === limits.length;
    const needsOwnBase = own.hasArticles || !isHeld;
    const hasOverlay = needsOwnBase || own.hasTaught || own.hasSynonyms;
    return { scope: { serverId: hasOverlay ? serverId : null, strictness, readers }, needsOwnBase };
  }

  #runGuarded<Result>(job: BaseJob, work: () => Promise<Result>): Promise<Result> {
    const { base, ...rest } = job;
    const guarded = { ...rest, refreshedAt: base.info.refreshedAt, isServed: () => this.serves(base) };
    return this.#guard.run(guarded, work);
  }
}

interface BaseJob extends Omit<GuardedJob, 'refreshedAt' | 'isServed'> {
  readonly base: ServingBase;
}

interface ScopedRun<Name extends ScopedJob> extends BaseJob {
  readonly name: Name;
  readonly input: ScopedInput<Name>;
  readonly readers: Readers;
}

/** Names the overlay of a trial in a thread. No server has such an id. */
function toTrialId(serverId: string): string {
  return `trial ${serverId}`;
}
