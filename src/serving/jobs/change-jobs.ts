import { findTwinTitles } from '../../search/questions/twins.ts';
import type { TaughtAnswerRef } from '../base/taught-answer.ts';
import type { AnsweringScope, ThreadState } from '../base/thread-state.ts';

/** Creates the jobs that tell what a change of a server's own articles leads to. */
export function createChangeJobs(state: ThreadState) {
  return {
    /** Lists the taught answers of a server whose passages stand in the articles at these paths. */
    listTaughtFrom({
      scope,
      paths,
    }: {
      readonly scope: AnsweringScope;
      readonly paths: readonly string[];
    }): readonly TaughtAnswerRef[] {
      const { base, taught } = state.findContext(scope);
      const wanted = new Set(paths);
      return (taught?.all ?? []).filter(({ factId }) => {
        const found = base.findFact(factId);
        return found !== null && wanted.has(found.article.path);
      });
    },

    /** Lists the titles of other articles that say a sentence of the article at this path in nearly the same words. */
    listTwinTitles({
      scope,
      path,
    }: {
      readonly scope: AnsweringScope;
      readonly path: string;
    }): readonly string[] {
      const { base } = state.findContext(scope);
      const article = base.findArticle(path);
      return article === undefined ? [] : (findTwinTitles([article], base.articles).get(article) ?? []);
    },

    /** Selects those of these taught answers that are still taught, but whose passages no article holds. */
    selectLostTaught({
      scope,
      taught: wanted,
    }: {
      readonly scope: AnsweringScope;
      readonly taught: readonly TaughtAnswerRef[];
    }): readonly TaughtAnswerRef[] {
      const { base, taught } = state.findContext(scope);
      const factIds = new Map((taught?.all ?? []).map(({ phrasing, factId }) => [phrasing, factId]));
      return wanted.filter(
        ({ phrasing, factId }) => factIds.get(phrasing) === factId && base.findFact(factId) === null,
      );
    },
  };
}
