import { LRUCache } from 'lru-cache';
import type { Article } from '../../knowledge/article/article.ts';
import {
  type ArticleLimits,
  isLimited,
  mayRead,
  type Readers,
  toLimitsKey,
} from '../../knowledge/article/limits.ts';
import { FactBase } from '../../search/fact-base.ts';

/** A base of what some readers may read. It holds no word of any other article. */
export interface ReadableBase {
  readonly base: FactBase;
  /** The articles that these readers may not read; null where there are none. */
  readonly hidden: HiddenArticles | null;
}

/** Articles that some readers may not read. */
export class HiddenArticles {
  readonly #articles: readonly Article[];
  #paths: ReadonlySet<string> | null = null;
  #factIds: ReadonlySet<string> | null = null;

  constructor(articles: readonly Article[]) {
    this.#articles = articles;
  }

  /** Returns whether the article at this path is one of them. */
  hasPath(path: string): boolean {
    this.#paths ??= new Set(this.#articles.map((article) => article.path));
    return this.#paths.has(path);
  }

  /** Returns whether one of them holds this fact. */
  hasFact(factId: string): boolean {
    this.#factIds ??= new Set(this.#articles.flatMap(({ facts }) => facts.map(({ id }) => id)));
    return this.#factIds.has(factId);
  }
}

/** More bases than this are seldom in use at once: one for each group of channels and roles. */
const MAX_BASES = 4;
/** How many facts the bases of one server may hold together: some 300 MB. One base may hold more. */
const MAX_FACTS = 200_000;

/**
 * The bases of some articles, one for each set of articles that readers may read. The base without limited articles stays, because most
 * readers ask it; of the others it holds the last three, so that nobody’s roles take more memory than that.
 */
export class ReadableBases {
  /** The different limits of the articles. */
  readonly limits: readonly ArticleLimits[];
  readonly #articles: readonly Article[];
  readonly #kept = new Map<string, ReadableBase>();
  readonly #others: LRUCache<string, ReadableBase>;
  readonly #maxBases: number;
  readonly #factCount: number;

  constructor(articles: readonly Article[]) {
    this.#articles = articles;
    this.limits = listLimits(articles);
    this.#factCount = articles.reduce((sum, { facts }) => sum + facts.length, 0);
    const fitting = Math.floor(MAX_FACTS / Math.max(1, this.#factCount));
    this.#maxBases = Math.min(MAX_BASES, Math.max(2, fitting), 2 ** this.limits.length);
    this.#others = new LRUCache({ max: Math.max(1, this.#maxBases - 1) });
  }

  /** The most facts that the bases hold together. */
  get weight(): number {
    return this.#factCount * this.#maxBases;
  }

  /** Finds the base of what these readers may read, or builds it. The same set of articles gives the same base while it is held. */
  find(readers: Readers): ReadableBase {
    const readable = this.limits.map((limits) => mayRead(limits, readers));
    const key = readable.map((isReadable) => (isReadable ? '1' : '0')).join('');
    const known = this.#kept.get(key) ?? this.#others.get(key);
    if (known !== undefined) return known;
    const built = this.#build(readers);
    if (readable.includes(true)) this.#others.set(key, built);
    else this.#kept.set(key, built);
    return built;
  }

  /** Keeps the base of all articles from being dropped, and returns it. */
  keepWhole(): FactBase {
    const whole = this.find('everything');
    this.#kept.set('1'.repeat(this.limits.length), whole);
    return whole.base;
  }

  #build(readers: Readers): ReadableBase {
    const articles = this.#articles.filter((article) => mayRead(article, readers));
    const hidden = this.#articles.filter((article) => !mayRead(article, readers));
    return {
      base: new FactBase(articles),
      hidden: hidden.length === 0 ? null : new HiddenArticles(hidden),
    };
  }
}

function listLimits(articles: readonly Article[]): readonly ArticleLimits[] {
  const byKey = new Map<string, ArticleLimits>();
  for (const { channels, roles } of articles)
    if (isLimited({ channels, roles })) byKey.set(toLimitsKey({ channels, roles }), { channels, roles });
  return [...byKey.values()];
}
