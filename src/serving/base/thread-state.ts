import { setTimeout } from 'node:timers/promises';
import { embedTaughtAnswers } from '../../answering/find-taught-answer.ts';
import { embedBase, type FactVectors, selectVectors } from '../../answering/reading/fact-vectors.ts';
import { type Encoders, returnNullIfGone } from '../../encoders/encoders.ts';
import type { Article, Fact } from '../../knowledge/article/article.ts';
import { NO_ACCESS, type Readers } from '../../knowledge/article/limits.ts';
import type { ArticleText } from '../../knowledge/folder/collect-knowledge.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { Strictness } from '../../server-settings/settings-table.ts';
import { resolveTaughtAnswers } from './answer-as-taught.ts';
import { type AnsweringContext, WITHOUT_VECTORS } from './answering-context.ts';
import type { ArticleReceiver } from './article-channel.ts';
import type { Overlay } from './overlay.ts';
import type { ReadableBases } from './readable-bases.ts';
import { RecentAnswers } from './recent-answers.ts';
import type { ServerPhrasings } from './server-phrasings.ts';

/** Says whose articles answer, for whom, and how strictly. Plain data. */
export interface AnsweringScope {
  /** A server whose overlay the thread holds, or null for the shared articles alone. */
  readonly serverId: string | null;
  /** How sure of an answer the bot has to be, where the shared articles answer. */
  readonly strictness: Strictness;
  /** Who reads the answer; unless given, somebody who may read no limited article. */
  readonly readers?: Readers;
}

/** The articles that answer in all servers. */
export interface SharedArticles {
  /** Sorted by path. */
  readonly articles: readonly Article[];
  /**
   * The texts of their files, in the same order; empty where the thread only holds the articles for overlays.
   */
  readonly texts: readonly ArticleText[];
  /** Null where the thread only holds the articles for overlays. */
  readonly bases: ReadableBases | null;
  readonly refreshedAt: Date;
}

/** The collaborators of an answering thread. */
export interface ThreadOptions {
  /** Null where words alone answer. */
  readonly encoders: Encoders | null;
  /** Returns the time, for overlays that are built. */
  readonly now: () => Date;
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
  readonly overlays = new Map<string, Overlay>();
  /** The questions that members of each server asked before, as suggestions for others there. */
  readonly phrasings = new Map<string, ServerPhrasings>();
  readonly #encoders: Encoders | null;
  #shared: SharedArticles | null = null;
  /**
   * The vectors of the facts that answer here, as soon as they are known, or null if they cannot be. Bases that differ in their short forms
   * alone have the same facts.
   */
  readonly #vectorsOf = new WeakMap<readonly Fact[], Promise<FactVectors | null>>();
  readonly #computed = new WeakMap<readonly Fact[], FactVectors>();
  readonly #computing = new WeakSet<readonly Fact[]>();
  readonly #doneCounts = new WeakMap<readonly Fact[], number>();
  /**
   * Maps the answers that were given by words alone to those that were given with vectors in the same scope.
   */
  readonly #answersWithVectors = new WeakMap<RecentAnswers, RecentAnswers>();
  readonly #sharedContexts = new Map<Strictness, WeakMap<FactBase, AnsweringContext>>();
  /** The contexts of overlays whose vectors were asked for. */
  readonly #learning = new WeakSet<AnsweringContext>();

  constructor({ encoders, now }: ThreadOptions) {
    this.now = now;
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
    if (bases === null) throw new TypeError('this thread holds no base of the shared articles');
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
  async computeVectors(base: FactBase): Promise<void> {
    const { facts } = base;
    const vectors = this.#vectorsOf.get(facts) ?? this.#embed(base);
    this.#vectorsOf.set(facts, vectors);
    this.#computing.add(facts);
    const known = await vectors;
    this.#computing.delete(facts);
    if (known !== null) this.#computed.set(facts, known);
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
    await Promise.race([this.#computeSharedVectors(), setTimeout(maxMs, null, { ref: false })]);
  }

  /** Computes the vectors of the shared articles: of all, and of those that are for everybody. */
  async #computeSharedVectors(): Promise<void> {
    const { bases } = this.shared;
    if (bases === null) return;
    await this.computeVectors(bases.find('everything').base);
    await this.computeVectors(bases.find(NO_ACCESS).base);
  }

  /**
   * Computes the vectors of the shared articles, where this thread answers from them. Returns null once they are known, or cannot be, and
   * the progress after `maxMs`.
   */
  async computeSharedVectors(maxMs: number): Promise<VectorProgress | null> {
    const { bases } = this.shared;
    if (bases === null) return null;
    return this.#followVectors(this.#computeSharedVectors(), bases.find('everything').base, maxMs);
  }

  /** Computes the vectors of a base's facts. Returns null once they are known, or cannot be, and the progress after `maxMs`. */
  awaitVectors(base: FactBase, maxMs: number): Promise<VectorProgress | null> {
    return this.#followVectors(this.computeVectors(base), base, maxMs);
  }

  /** Returns null once `computed` is done, and the progress of a base after `maxMs`. */
  async #followVectors(
    computed: Promise<void>,
    base: FactBase,
    maxMs: number,
  ): Promise<VectorProgress | null> {
    const late = new AbortController();
    const isDone = await Promise.race([
      computed.then(() => true),
      setTimeout(maxMs, false, { signal: late.signal }),
    ]);
    late.abort();
    return isDone ? null : { doneCount: this.#doneCounts.get(base.facts) ?? 0, factCount: base.facts.length };
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

  async #embed(base: FactBase): Promise<FactVectors | null> {
    if (this.#encoders === null) return null;
    const whole = this.#shared?.bases?.find('everything').base;
    const known = whole && this.#computed.get(whole.facts);
    // What everybody may read is a part of the shared articles, whose vectors are known.
    if (
      known !== undefined &&
      whole !== undefined &&
      this.#shared?.bases?.find(NO_ACCESS).base.facts === base.facts
    )
      return selectVectors(known, whole, base);
    try {
      return await embedBase(base, this.#encoders, (doneCount) =>
        this.#doneCounts.set(base.facts, doneCount),
      );
    } catch {
      // The encoders cannot run here, or have ended: words alone answer.
      return null;
    }
  }

  /**
   * Adds the vectors to a context once they are known, and drops the answers that were given by words alone.
   */
  #addVectors(context: AnsweringContext): AnsweringContext {
    const { facts } = context.base;
    const vectors = this.#computed.get(facts) ?? null;
    if (context.vectors !== null) return context;
    if (vectors === null) return { ...context, isLearning: this.#computing.has(facts) };
    const recent = this.#answersWithVectors.get(context.recent) ?? new RecentAnswers();
    this.#answersWithVectors.set(context.recent, recent);
    return { ...context, vectors, recent };
  }
}
