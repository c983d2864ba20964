import { type Article, type ArticleInfo, toArticleInfo } from '../../knowledge/article/article.ts';
import { isLimited, mayRead, NO_ACCESS } from '../../knowledge/article/limits.ts';
import { findTwinTitles } from '../../search/questions/twins.ts';
import type { AnsweredPhrasing } from '../../store/records/asked-queries.ts';
import { Overlay, type OverlayContent } from '../base/overlay.ts';
import { measureOwnCost, type OwnCost } from '../base/own-index-limits.ts';
import { ServerPhrasings } from '../base/server-phrasings.ts';
import type { AnsweringScope, ThreadState } from '../base/thread-state.ts';

/** Facts that are known have their vectors sooner; of others, words alone find some until then. */
const MOST_WAIT_MS = 1_000;

/** Describes a loaded overlay. */
export interface LoadedOverlay {
  /** How much it weighs beside other overlays: facts of a base of its own, and taught questions. */
  readonly weight: number;
}

/** One of a server's own articles, as it answers there. */
export interface OwnArticleReading {
  readonly article: ArticleInfo;
  readonly factCount: number;
  /** The titles of other articles that say one of its sentences in nearly the same words. */
  readonly saidIn: readonly string[];
}

/** How moderators know one of a server's own articles. */
export interface OwnTitle {
  readonly path: string;
  readonly title: string;
  /** Whether not everybody may read the article. */
  readonly isLimited: boolean;
}

/** Creates the jobs for data of single servers, beside the shared articles. */
export function createOverlayJobs(state: ThreadState) {
  return {
    /** Builds what answers in a server, and replaces what answered there. */
    loadOverlay({ serverId, content }: { serverId: string; content: OverlayContent }): LoadedOverlay {
      const overlay = new Overlay(state, content);
      state.overlays.set(serverId, overlay);
      const { strictness } = content;
      // Where different readers may read different articles, `prepareReaders` builds the bases.
      if (overlay.isForAll) state.findContext({ serverId, strictness });
      return { weight: overlay.weight };
    },

    /** Builds what answers these readers, unless it is held. */
    async prepareReaders({ scope }: { readonly scope: AnsweringScope }): Promise<void> {
      await state.waitForVectors(state.findContext(scope).base, MOST_WAIT_MS);
    },

    /** Holds the questions that were answered in a server, and replaces the earlier ones. */
    loadPhrasings({
      serverId,
      questions,
    }: {
      serverId: string;
      questions: readonly AnsweredPhrasing[];
    }): LoadedOverlay {
      const phrasings = new ServerPhrasings(questions);
      state.phrasings.set(serverId, phrasings);
      return { weight: phrasings.count };
    },

    /** Drops what it holds for these servers. */
    drop({ overlays, phrasings }: Record<'overlays' | 'phrasings', readonly string[]>): void {
      for (const serverId of overlays) state.overlays.delete(serverId);
      for (const serverId of phrasings) state.phrasings.delete(serverId);
    },

    /** Measures what each of a server's own articles adds to its index. */
    measureOwnCosts({ scope }: { readonly scope: AnsweringScope }): readonly OwnCost[] {
      return findOwnArticles(state, scope).map(measureOwnCost);
    },

    /** Lists the titles of a server's own articles, sorted by path. */
    listOwnTitles({ scope }: { readonly scope: AnsweringScope }): readonly OwnTitle[] {
      return findOwnArticles(state, scope).map((article) => ({
        path: article.path,
        title: article.title,
        isLimited: isLimited(article),
      }));
    },

    /** Lists a server's own articles without their texts, sorted by path. Unlike `describeOwn`, it compares none with others. */
    listOwnInfos({ scope }: { readonly scope: AnsweringScope }): readonly ArticleInfo[] {
      return findOwnArticles(state, scope).map(toArticleInfo);
    },

    /** Describes a server's own articles, sorted by path. */
    describeOwn({ scope }: { readonly scope: AnsweringScope }): readonly OwnArticleReading[] {
      return describeOwnArticles(state, scope);
    },
  };
}

function describeOwnArticles(state: ThreadState, scope: AnsweringScope): readonly OwnArticleReading[] {
  const own = findOwnArticles(state, scope);
  const { readers = NO_ACCESS } = scope;
  const shared = state.shared.listArticles().filter((article) => mayRead(article, readers));
  const twins = findTwinTitles(own, [...shared, ...own]);
  return own.map((article) => ({
    article: toArticleInfo(article),
    factCount: article.facts.length,
    saidIn: twins.get(article) ?? [],
  }));
}

function findOwnArticles({ overlays }: ThreadState, { serverId }: AnsweringScope): readonly Article[] {
  return serverId === null ? [] : (overlays.get(serverId)?.ownArticles ?? []);
}
