import { LRUCache } from 'lru-cache';
import type { Article } from '../../knowledge/article/article.ts';
import {
  type ArticleLimits,
  isLimited,
  mayRead,
  type Readers,
  toLimitsKey,
} from '../../knowledge/article/limits.ts';
import type { StoredArticles } from '../../search/articles/stored-articles.ts';
import { FactBase } from '../../search/fact-base.ts';
import type { FlatReader, FlatWriter } from '../../search/flat/flat-buffer.ts';
import { Segment } from '../../search/segment.ts';

/** A base of what some readers may read. It holds no word of any other article. */
export interface ReadableBase {
  readonly base: FactBase;
  /** The articles that these readers may not read; null where there are none. */
  readonly hidden: HiddenArticles | null;
}

/** Articles that some readers may not read. */
export class HiddenArticles {
  readonly #segments: readonly Segment[];

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
  }

  /** Returns whether the article at this path is one of them. */
  hasPath(path: string): boolean {
    return this.#segments.some((segment) => segment.findArticle(path) !== undefined);
  }

  /** Returns whether one of them holds this fact. */
  hasFact(factId: string): boolean {
    return this.#segments.some((segment) => segment.articles.findFactNumber(factId) !== undefined);
  }
}

/** The segment of the articles that have the same limits. */
interface LimitedSegment {
  readonly limits: ArticleLimits;
  readonly segment: Segment;
}

/** More bases than this are seldom in use at once: one for each group of channels and roles. Each remembers its last answers. */
const MAX_BASES = 16;

/**
 * The bases of some articles, one for each set of articles that readers may read. Articles with the same limits are one segment, which each
 * base has or has not. So a base holds no word that its readers may not read, and costs next to nothing.
 */
export class ReadableBases {
  /** The different limits of the articles. */
  readonly limits: readonly ArticleLimits[];
  readonly #segments: readonly LimitedSegment[];
  readonly #bases = new LRUCache<string, ReadableBase>({ max: MAX_BASES });

  private constructor(segments: readonly LimitedSegment[]) {
    this.#segments = segments;
    const limited = segments.map(({ limits }) => limits).filter(isLimited);
    this.limits = [...new Map(limited.map((limits) => [toLimitsKey(limits), limits])).values()];
  }

  /** Builds the index of these articles. */
  static build(articles: readonly Article[]): ReadableBases {
    return new ReadableBases(buildSegments(articles));
  }

  /** Builds the index of these articles, and adds it with them to flat memory. */
  static write(articles: readonly Article[], to: FlatWriter): void {
    const groups = groupByLimits(articles);
    to.addJson(
      'limits',
      groups.map(({ limits }) => limits),
    );
    for (const [index, group] of groups.entries()) Segment.write(group.articles, to, `segments/${index}`);
  }

  /**
   * Returns the bases that lie in flat memory, and the articles of their segments.
   *
   * @throws {RangeError} if there are none
   */
  static read(from: FlatReader): {
    readonly bases: ReadableBases;
    readonly articles: readonly StoredArticles[];
  } {
    const stored = from
      .readJson<readonly ArticleLimits[]>('limits')
      .map((limits, index) => ({ limits, ...Segment.read(from, `segments/${index}`) }));
    return { bases: new ReadableBases(stored), articles: stored.map(({ articles }) => articles) };
  }

  /** Builds the index of further articles, and joins it with that of these. */
  extend(articles: readonly Article[]): ReadableBases {
    return new ReadableBases([...this.#segments, ...buildSegments(articles)]);
  }

  /** Lists the paths of the articles that not everybody may read. */
  listLimitedPaths(): readonly string[] {
    return this.#segments
      .filter(({ limits }) => isLimited(limits))
      .flatMap(({ segment }) => segment.listArticles().map(({ path }) => path));
  }

  /** Finds the base of what these readers may read, or joins it. The same set of articles gives the same base while it is held. */
  find(readers: Readers): ReadableBase {
    const readable = this.#segments.map(({ limits }) => mayRead(limits, readers));
    const key = readable.map((isReadable) => (isReadable ? '1' : '0')).join('');
    const known = this.#bases.get(key);
    if (known !== undefined) return known;
    const select = (isWanted: boolean): readonly Segment[] =>
      this.#segments.filter((_, index) => readable[index] === isWanted).map(({ segment }) => segment);
    const hidden = select(false);
    const joined = {
      base: new FactBase(select(true)),
      hidden: hidden.length === 0 ? null : new HiddenArticles(hidden),
    };
    this.#bases.set(key, joined);
    return joined;
  }
}

const FOR_ALL: ArticleLimits = { channels: null, roles: null };

function buildSegments(articles: readonly Article[]): readonly LimitedSegment[] {
  return groupByLimits(articles).map((group) => ({
    limits: group.limits,
    segment: Segment.build(group.articles),
  }));
}

interface LimitedArticles {
  readonly limits: ArticleLimits;
  readonly articles: readonly Article[];
}

/** Groups articles by their limits: first those for everybody, of which there may be none. */
function groupByLimits(articles: readonly Article[]): readonly LimitedArticles[] {
  const groups = new Map<string, LimitedArticles & { readonly articles: Article[] }>();
  groups.set(toLimitsKey(FOR_ALL), { limits: FOR_ALL, articles: [] });
  for (const article of articles) {
    const limits = { channels: article.channels, roles: article.roles };
    const group = groups.get(toLimitsKey(limits)) ?? { limits, articles: [] };
    groups.set(toLimitsKey(limits), group);
    group.articles.push(article);
  }
  return [...groups.values()];
}
