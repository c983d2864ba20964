import type { Strictness } from '../../answering/verdict/outcome.ts';
import type { Article } from '../../knowledge/article/article.ts';
import { readFiles } from '../../knowledge/folder/read-knowledge.ts';
import { FactBase } from '../../search/fact-base.ts';
import type { GuildValue } from '../../store/records/guild-values.ts';
import { articlesWithinLimits } from './own-index-limits.ts';
import { RecentAnswers } from './recent-answers.ts';
import { knowsWord, type Served, UNKNOWN } from './served.ts';
import { Taught } from './taught.ts';

/** What the moderators of a server have added to the shared articles. Plain data. */
export interface OverlayContent {
  readonly strictness: Strictness;
  /** The server's own articles: the path of each with the text of its file. */
  readonly articles: readonly GuildValue[];
  readonly taught: readonly GuildValue[];
}

/** What answers in one server that has something of its own. */
export interface BuiltOverlay {
  readonly served: Served;
  /** The server's own articles, sorted by path. */
  readonly own: readonly Article[];
}

/** What overlays lie over, as far as one thread holds it. */
interface OverlayGround {
  readonly now: () => Date;
  readonly shared: {
    readonly articles: readonly Article[];
    /** Null where the thread only holds the articles. */
    readonly base: FactBase | null;
    readonly refreshedAt: Date;
  };
  /** What answers where servers are equally strict and have nothing of their own; only where there is a shared base. */
  readonly servedIn: (place: { readonly serverId: null; readonly strictness: Strictness }) => Served;
}

/** Builds what answers in one server: a base of the shared articles with its own, or the shared base where it has none. */
export function buildOverlay(
  ground: OverlayGround,
  { strictness, articles, taught }: OverlayContent,
): BuiltOverlay {
  const { shared, now } = ground;
  const files = articles.map(({ name, value }) => ({ path: name, bytes: Buffer.from(value) }));
  const own = articlesWithinLimits(readFiles(files).articles);
  const base =
    own.length === 0 && shared.base !== null ? shared.base : new FactBase([...shared.articles, ...own]);
  const isShared = base === shared.base;
  const isWord = (folded: string): boolean => knowsWord({ base }, folded);
  const alike = isShared ? ground.servedIn({ serverId: null, strictness }) : null;
  const served: Served = {
    base,
    // What was not taught is worked out once for all servers that are equally strict.
    ...(alike === null
      ? { ...UNKNOWN, recent: new RecentAnswers() }
      : { meaning: alike.meaning, isLearning: alike.isLearning, recent: alike.recent }),
    taught: taught.length === 0 ? null : new Taught(taught, isWord),
    strictness,
    refreshedAt: own.length === 0 ? shared.refreshedAt : now(),
  };
  return { served, own };
}
