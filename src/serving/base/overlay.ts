import type { Article } from '../../knowledge/article/article.ts';
import { readFiles } from '../../knowledge/folder/read-knowledge.ts';
import { FactBase } from '../../search/fact-base.ts';
import type { Strictness } from '../../server-settings/settings-table.ts';
import type { ServerValue } from '../../store/records/server-values.ts';
import { type AnsweringContext, knowsWord, WITHOUT_VECTORS } from './answering-context.ts';
import { selectArticlesWithinLimits } from './own-index-limits.ts';
import { RecentAnswers } from './recent-answers.ts';
import { TaughtAnswers } from './taught-answers.ts';

/** What the moderators of a server added to the shared articles. Plain data. */
export interface OverlayContent {
  readonly strictness: Strictness;
  /** The server's own articles: the path of each with the text of its file. */
  readonly articles: readonly ServerValue[];
  readonly taught: readonly ServerValue[];
  /** Words of members: the name is the short form, the value what it stands for. */
  readonly synonyms: readonly ServerValue[];
}

/** What answers in one server that has articles or taught answers of its own. */
export interface Overlay {
  readonly context: AnsweringContext;
  /** The server's own articles, sorted by path. */
  readonly ownArticles: readonly Article[];
}

/** The shared articles that overlays are built on, as far as one thread holds them. */
interface OverlayDeps {
  readonly now: () => Date;
  readonly shared: {
    readonly articles: readonly Article[];
    /** Null where the thread only holds the articles. */
    readonly base: FactBase | null;
    readonly refreshedAt: Date;
  };
  /**
   * Finds the context of servers that are equally strict and have nothing of their own. Works only where
   * there is a shared base.
   */
  readonly findContext: (article: {
    readonly serverId: null;
    readonly strictness: Strictness;
  }) => AnsweringContext;
}

/**
 * Builds what answers in one server: a base of the shared articles with its own, or the shared base where it
 * has none. Synonyms alone need no index of their own.
 */
export function buildOverlay(deps: OverlayDeps, content: OverlayContent): Overlay {
  const { shared, now } = deps;
  const { strictness, articles, taught } = content;
  const files = articles.map(({ name, value }) => ({ path: name, bytes: Buffer.from(value) }));
  const ownArticles = selectArticlesWithinLimits(readFiles(files).articles);
  const indexed =
    ownArticles.length === 0 && shared.base !== null
      ? shared.base
      : new FactBase([...shared.articles, ...ownArticles]);
  const synonyms = content.synonyms.map(({ name, value }) => ({ short: name, long: value }));
  const base = synonyms.length === 0 ? indexed : indexed.addShortForms(synonyms);
  const isShared = base === shared.base;
  const isWord = (folded: string): boolean => knowsWord({ base }, folded);
  const alike = isShared ? deps.findContext({ serverId: null, strictness }) : null;
  const context: AnsweringContext = {
    base,
    // Answers that were not taught are shared by all servers that are equally strict.
    ...(alike === null
      ? { ...WITHOUT_VECTORS, recent: new RecentAnswers() }
      : { vectors: alike.vectors, isLearning: alike.isLearning, recent: alike.recent }),
    taught: taught.length === 0 ? null : new TaughtAnswers(taught, isWord),
    strictness,
    refreshedAt: ownArticles.length === 0 ? shared.refreshedAt : now(),
  };
  return { context, ownArticles };
}
