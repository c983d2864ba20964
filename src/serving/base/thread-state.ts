import { setTimeout } from 'node:timers/promises';
import { embedTaughtAnswers } from '../../answering/answer-taught-question.ts';
import { embedSegment, type FactVectors } from '../../answering/reading/fact-vectors.ts';
import { type Encoders, returnNullIfGone } from '../../encoders/encoders.ts';
import { NO_ACCESS, type Readers } from '../../knowledge/article/limits.ts';
import type { FactBase } from '../../search/fact-base.ts';
import { VectorIndex } from '../../search/index/vector-index.ts';
import type { Segment } from '../../search/segment.ts';
import type { Strictness } from '../../server-settings/settings-table.ts';
import type { ArticleReceiver } from '../reading/article-channel.ts';
import { type AnsweringContext, WITHOUT_VECTORS } from './answering-context.ts';
import type { GatheredArticles } from './gather-articles.ts';
import type { Overlay } from './overlay.ts';
import { RecentAnswers } from './recent-answers.ts';
import type { ServerPhrasings } from './server-phrasings.ts';
import type { SharedArticles } from './shared-articles.ts';
import { resolveTaughtAnswers } from './taught-answers.ts';

/** Says whose articles answer, for whom, and how strictly. Plain data. */
export interface AnsweringScope {
  /** A server whose overlay the thread holds, or null for the shared articles alone. */
  readonly serverId: string | null;
  /** How sure of an answer the bot has to be, where the shared articles answer. */
  readonly strictness: Strictness;
  /** Who reads the answer; unless given, somebody who may read no limited article. */
  readonly readers?: Readers;
}

/** The collaborators of an answering thread. */
export interface ThreadOptions {
  /** Null where words alone answer. */
  readonly encoders: Encoders | null;
  /** Returns the time, for overlays that are built. */
  readonly now: () => Date;
  /** Returns a number from 0 to below 1, for the order in which facts are embedded. */
  readonly random: () => number;
}

/** How many facts of the shared articles have vectors. */
export interface VectorProgress {
  readonly doneCount: number;
  readonly factCount: number;
}

/** Holds the articles, overlays and suggestions of one answering thread. */
export class ThreadState {
  readonly now: () => Date;
  readonly receivers = new Map<string, ArticleReceiver>();
  /** The articles that were gathered and are not built yet. */
  gathered: GatheredArticles | null = null;
  readonly overlays = new Map<string, Overlay>();
  /** The questions that members of each server asked before, as suggestions for others there. */
  readonly phrasings = new Map<string, ServerPhrasings>();
  readonly #encoders: Encoders | null;
  readonly #random: () => number;
  #shared: SharedArticles | null = null;
  /** The vectors of the segments that answer here, as soon as they are known, or null if they cannot be. */
  readonly #vectorsOf = new WeakMap<Segment, Promise<VectorIndex | null>>();
  readonly #computed = new WeakMap<Segment, VectorIndex>();
  readonly #computing = new WeakSet<Segment>();
  readonly #doneCounts = new WeakMap<Segment, number>();
  /** The vectors of bases whose segments all have vectors. */
  readonly #joined = new WeakMap<FactBase, FactVectors>();
  /**
   * Maps the answers that were given by words alone to those that were given with vectors in the same scope.
   */
  readonly #answersWithVectors = new WeakMap<RecentAnswers, RecentAnswers>();
  readonly #sharedContexts = new Map<Strictness, WeakMap<FactBase, AnsweringContext>>();
  /** The contexts of overlays whose vectors were asked for. */
  readonly #learning = new WeakSet<AnsweringContext>();

  constructor({ encoders, now, random }: ThreadOptions) {
    this.now = now;
    this.#random = random;
    this.#encoders = encoders;
  }

  get shared(): SharedArticles {
    if (this.#shared === null) throw new TypeError('this thread holds no articles yet');
    return this.#shared;
  }

  set shared(shared: SharedArticles) {
    this.#shared = shared;
    this.#sharedContexts.clear();
  }

  /** Finds what answers for a scope. */
  findContext({ serverId, strictness, readers = NO_ACCESS }: AnsweringScope): AnsweringContext {
    if (serverId === null) return this.#findSharedContext(strictness, readers);
    const overlay = this.overlays.get(serverId);
    if (overlay === undefined) throw new RangeError(`this thread holds no overlay of ${serverId}`);
    const context = overlay.findContext(readers);
    if (!this.#learning.has(context)) {
      this.#learning.add(context);
      void this.computeVectors(context.base);
      void this.#computeTaughtVectors(context);
    }
    return this.#addVectors(context);
  }

  /**
   * Returns the context of the shared articles for scopes that are equally strict and whose readers may read the same, which share their
   * last answers.
   */
  #findSharedContext(strictness: Strictness, readers: Readers): AnsweringContext {
    const { bases, refreshedAt } = this.shared;
    const { base, hidden } = bases.find(readers);
    const contexts = this.#sharedContexts.get(strictness) ?? new WeakMap<FactBase, AnsweringContext>();
    this.#sharedContexts.set(strictness, contexts);
    const known = contexts.get(base);
    if (known !== undefined) return this.#addVectors(known);
    const recent = new RecentAnswers();
    const context: AnsweringContext = {
      base,
      hidden,
      ...WITHOUT_VECTORS,
      recent,
      taught: null,
      strictness,
      refreshedAt,
    };
    contexts.set(base, context);
    return this.#addVectors(context);
  }

  /** Computes the vectors of a base's facts in the background. Resolves once they are known, or cannot be. */
  async computeVectors({ segments }: FactBase): Promise<void> {
    await Promise.all(segments.map((segment) => this.#computeVectorsOf(segment)));
  }

  async #computeVectorsOf(segment: Segment): Promise<void> {
    const vectors = this.#vectorsOf.get(segment) ?? this.#embed(segment);
    this.#vectorsOf.set(segment, vectors);
    this.#computing.add(segment);
    const known = await vectors;
    this.#computing.delete(segment);
    if (known !== null) this.#computed.set(segment, known);
  }

  /**
   * Computes the vectors of a base. Resolves once they are known, or after `maxMs`, and then goes on in the background. Facts that have not
   * changed are known at once.
   */
  async waitForVectors(base: FactBase, maxMs: number): Promise<void> {
    await Promise.race([this.computeVectors(base), setTimeout(maxMs, null, { ref: false })]);
  }

  /** Does the same for the shared articles. */
  async waitForSharedVectors(maxMs: number): Promise<void> {
    await this.waitForVectors(this.shared.bases.find('everything').base, maxMs);
  }

  /** Computes the vectors of the shared articles. Returns null once they are known, or cannot be, and the progress after `maxMs`. */
  computeSharedVectors(maxMs: number): Promise<VectorProgress | null> {
    return this.awaitVectors(this.shared.bases.find('everything').base, maxMs);
  }

  /** Computes the vectors of a base's facts. Returns null once they are known, or cannot be, and the progress after `maxMs`. */
  async awaitVectors(base: FactBase, maxMs: number): Promise<VectorProgress | null> {
    const late = new AbortController();
    const isDone = await Promise.race([
      this.computeVectors(base).then(() => true),
      setTimeout(maxMs, false, { signal: late.signal }),
    ]);
    late.abort();
    if (isDone) return null;
    const doneCount = base.segments.reduce((sum, segment) => sum + this.#countDone(segment), 0);
    return { doneCount, factCount: base.factCount };
  }

  #countDone(segment: Segment): number {
    return this.#computed.has(segment) ? segment.factCount : (this.#doneCounts.get(segment) ?? 0);
  }

  /**
   * Computes the vectors of a server's taught questions in the background; until then words alone find them.
   */
  async #computeTaughtVectors({ base, taught }: Pick<AnsweringContext, 'base' | 'taught'>): Promise<void> {
    if (this.#encoders === null || taught === null) return;
    const answers = resolveTaughtAnswers(base, taught.all);
    const vectors = await returnNullIfGone(embedTaughtAnswers(answers, this.#encoders));
    if (vectors !== null) taught.setVectors(vectors);
  }

  async #embed(segment: Segment): Promise<VectorIndex | null> {
    if (this.#encoders === null) return null;
    try {
      return await embedSegment(segment, this.#encoders, {
        onProgress: (doneCount) => this.#doneCounts.set(segment, doneCount),
        random: this.#random,
      });
    } catch {
      // The encoders cannot run here, or have ended: words alone answer.
      return null;
    }
  }

  /**
   * Adds the vectors to a context once they are known, and drops the answers that were given by words alone.
   */
  #addVectors(context: AnsweringContext): AnsweringContext {
    if (context.vectors !== null) return context;
    const { segments } = context.base;
    const vectors = this.#findVectors(context.base);
    if (vectors === null)
      return { ...context, isLearning: segments.some((segment) => this.#computing.has(segment)) };
    const recent = this.#answersWithVectors.get(context.recent) ?? new RecentAnswers();
    this.#answersWithVectors.set(context.recent, recent);
    return { ...context, vectors, recent };
  }

  /** Finds the vectors of a base; null unless all of its facts have one. */
  #findVectors(base: FactBase): FactVectors | null {
    const known = this.#joined.get(base);
    if (known !== undefined || this.#encoders === null) return known ?? null;
    const indexes = base.segments.flatMap((segment) => this.#computed.get(segment) ?? []);
    if (indexes.length < base.segments.length) return null;
    const joined = { encoders: this.#encoders, index: VectorIndex.join(indexes) };
    this.#joined.set(base, joined);
    return joined;
  }
}
