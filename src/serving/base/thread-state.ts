import { setTimeout } from 'node:timers/promises';
import { embedTaughtAnswers } from '../../answering/find-taught-answer.ts';
import { embedBase, type FactVectors } from '../../answering/reading/fact-vectors.ts';
import { type Encoders, returnNullIfGone } from '../../encoders/encoders.ts';
import type { Article, Fact } from '../../knowledge/article/article.ts';
import type { ArticleText } from '../../knowledge/folder/collect-knowledge.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { Suggestions } from '../../search/questions/suggestions.ts';
import type { Strictness } from '../../server-settings/settings-table.ts';
import { resolveTaughtAnswers } from './answer-as-taught.ts';
import { type AnsweringContext, WITHOUT_VECTORS } from './answering-context.ts';
import type { ArticleReceiver } from './article-channel.ts';
import type { Overlay } from './overlay.ts';
import { RecentAnswers } from './recent-answers.ts';

/** Says whose articles answer, and how strictly. Plain data. */
export interface AnsweringScope {
  /** A server whose overlay the thread holds, or null for the shared articles alone. */
  readonly serverId: string | null;
  /** How sure of an answer the bot has to be, where the shared articles answer. */
  readonly strictness: Strictness;
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
  readonly base: FactBase | null;
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

/** 20 changed articles take a few seconds. */
const MOST_WAIT_MS = 20_000;

/** Holds the articles, overlays and suggestions of one answering thread. */
export class ThreadState {
  readonly now: () => Date;
  readonly receivers = new Map<string, ArticleReceiver>();
  readonly overlays = new Map<string, Overlay>();
  /** The questions that members of each server asked before, as suggestions for others there. */
  readonly phrasings = new Map<string, Suggestions>();
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
  readonly #sharedContexts = new Map<Strictness, AnsweringContext>();

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
  findContext({ serverId, strictness }: AnsweringScope): AnsweringContext {
    if (serverId === null) return this.#findSharedContext(strictness);
    const overlay = this.overlays.get(serverId);
    if (overlay === undefined) throw new RangeError(`this thread holds no overlay of ${serverId}`);
    return this.#addVectors(overlay.context);
  }

  /**
   * Returns the context of the shared articles for scopes that are equally strict, which share their last
   * answers.
   */
  #findSharedContext(strictness: Strictness): AnsweringContext {
    const known = this.#sharedContexts.get(strictness);
    if (known !== undefined) return this.#addVectors(known);
    const { base, refreshedAt } = this.shared;
    if (base === null) throw new TypeError('this thread holds no base of the shared articles');
    const recent = new RecentAnswers();
    const context: AnsweringContext = {
      base,
      ...WITHOUT_VECTORS,
      recent,
      taught: null,
      strictness,
      refreshedAt,
    };
    this.#sharedContexts.set(strictness, context);
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
   * Starts to compute the vectors of a base. With `waits` it resolves once they are known, or after some
   * time. Facts that have not changed are known at once.
   */
  async startComputingVectors(base: FactBase, waits: boolean): Promise<void> {
    const computed = this.computeVectors(base);
    if (waits) await Promise.race([computed, setTimeout(MOST_WAIT_MS, null, { ref: false })]);
  }

  /**
   * Computes the vectors of the shared articles, where this thread answers from them. Returns null once they are known, or cannot be, and
   * the progress after `maxMs`.
   */
  async computeSharedVectors(maxMs: number): Promise<VectorProgress | null> {
    const { base } = this.shared;
    return base === null ? null : this.awaitVectors(base, maxMs);
  }

  /** Computes the vectors of a base's facts. Returns null once they are known, or cannot be, and the progress after `maxMs`. */
  async awaitVectors(base: FactBase, maxMs: number): Promise<VectorProgress | null> {
    const late = new AbortController();
    const isDone = await Promise.race([
      this.computeVectors(base).then(() => true),
      setTimeout(maxMs, false, { signal: late.signal }),
    ]);
    late.abort();
    return isDone ? null : { doneCount: this.#doneCounts.get(base.facts) ?? 0, factCount: base.facts.length };
  }

  /**
   * Computes the vectors of a server's taught questions in the background; until then words alone find them.
   */
  async computeTaughtVectors({ base, taught }: Pick<AnsweringContext, 'base' | 'taught'>): Promise<void> {
    if (this.#encoders === null || taught === null) return;
    const answers = resolveTaughtAnswers(base, taught.all);
    const vectors = await returnNullIfGone(embedTaughtAnswers(answers, this.#encoders));
    if (vectors !== null) taught.setVectors(vectors);
  }

  async #embed(base: FactBase): Promise<FactVectors | null> {
    if (this.#encoders === null) return null;
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
