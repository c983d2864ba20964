import { type Article, type ArticleInfo, toArticleInfo } from '../../knowledge/article/article.ts';
import { Suggestions } from '../../search/questions/suggestions.ts';
import { findTwinTitles } from '../../search/questions/twins.ts';
import { standsAlone } from '../base/asked-question.ts';
import { buildOverlay, type OverlayContent } from '../base/overlay.ts';
import { measureOwnCost, type OwnCost } from '../base/own-index-limits.ts';
import type { AnsweringScope, ThreadState } from '../base/thread-state.ts';

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
}

/** Creates the jobs for data of single servers, beside the shared articles. */
export function createOverlayJobs(state: ThreadState) {
  return {
    /** Builds what answers in a server, and replaces what answered there. */
    loadOverlay({ serverId, content }: { serverId: string; content: OverlayContent }): LoadedOverlay {
      const overlay = buildOverlay(state, content);
      state.overlays.set(serverId, overlay);
      void state.computeVectors(overlay.context.base);
      void state.computeTaughtVectors(overlay.context);
      const { facts } = overlay.context.base;
      const ownFacts = facts === state.shared.base?.facts ? 0 : facts.length;
      return { weight: ownFacts + content.taught.length };
    },

    /** Holds the questions that were answered in a server, and replaces the earlier ones. */
    loadPhrasings({
      serverId,
      questions,
    }: {
      serverId: string;
      questions: readonly string[];
    }): LoadedOverlay {
      const phrasings = new Suggestions(questions.filter(standsAlone));
      state.phrasings.set(serverId, phrasings);
      return { weight: phrasings.all.length };
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
      return findOwnArticles(state, scope).map(({ path, title }) => ({ path, title }));
    },

    /** Describes a server's own articles, sorted by path. */
    describeOwn({ scope }: { readonly scope: AnsweringScope }): readonly OwnArticleReading[] {
      const own = findOwnArticles(state, scope);
      const twins = findTwinTitles(own, state.findContext(scope).base.articles);
      return own.map((article) => ({
        article: toArticleInfo(article),
        factCount: article.facts.length,
        saidIn: twins.get(article) ?? [],
      }));
    },
  };
}

function findOwnArticles({ overlays }: ThreadState, { serverId }: AnsweringScope): readonly Article[] {
  return serverId === null ? [] : (overlays.get(serverId)?.ownArticles ?? []);
}
