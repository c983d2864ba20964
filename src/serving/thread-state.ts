import type { AnsweringModels } from '../answering/answering-models.ts';
import type { Strictness } from '../answering/outcome.ts';
import type { Article } from '../knowledge/article.ts';
import type { ArticleText } from '../knowledge/collect-knowledge.ts';
import type { FactBase } from '../search/fact-base.ts';
import type { Suggestions } from '../search/suggestions.ts';
import type { ArticleReceiver } from './article-channel.ts';
import type { BuiltOverlay } from './overlay.ts';
import { RecentAnswers } from './recent-answers.ts';
import type { Served } from './served.ts';

/** Whose answers are wanted. Plain data. */
export interface Place {
  /** A server whose overlay the thread holds; null for the shared articles alone. */
  readonly serverId: string | null;
  /** How sure of an answer the bot has to be, where the shared articles answer. */
  readonly strictness: Strictness;
}

/** The articles that answer in all servers. */
export interface SharedArticles {
  /** Sorted by path. */
  readonly articles: readonly Article[];
  /** What their files hold, in the same order; empty where the thread only holds the articles for overlays. */
  readonly texts: readonly ArticleText[];
  /** Null where the thread only holds the articles for overlays. */
  readonly base: FactBase | null;
  readonly refreshedAt: Date;
}

/** What one answering thread holds. */
export class ThreadState {
  readonly models: AnsweringModels;
  readonly now: () => Date;
  readonly receivers = new Map<string, ArticleReceiver>();
  readonly overlays = new Map<string, BuiltOverlay>();
  /** What members of a server have asked before, to be offered to others there. */
  readonly phrasings = new Map<string, Suggestions>();
  #shared: SharedArticles | null = null;
  readonly #servedAs = new Map<Strictness, Served>();

  constructor(models: AnsweringModels, now: () => Date) {
    this.models = models;
    this.now = now;
  }

  get shared(): SharedArticles {
    if (this.#shared === null) throw new TypeError('this thread holds no articles yet');
    return this.#shared;
  }

  set shared(shared: SharedArticles) {
    this.#shared = shared;
    this.#servedAs.clear();
  }

  /** What answers in a place. */
  servedIn({ serverId, strictness }: Place): Served {
    if (serverId === null) return this.#sharedAs(strictness);
    const overlay = this.overlays.get(serverId);
    if (overlay === undefined) throw new RangeError(`this thread holds no overlay of ${serverId}`);
    return overlay.served;
  }

  /** The shared articles, for places that are equally strict: they share what was answered last. */
  #sharedAs(strictness: Strictness): Served {
    const known = this.#servedAs.get(strictness);
    if (known !== undefined) return known;
    const { base, refreshedAt } = this.shared;
    if (base === null) throw new TypeError('this thread holds no base of the shared articles');
    const recent = new RecentAnswers();
    const served: Served = { base, models: this.models, recent, taught: null, strictness, refreshedAt };
    this.#servedAs.set(strictness, served);
    return served;
  }
}
