import { type ArticleInfo, type Fact, toArticleInfo } from '../../knowledge/article/article.ts';
import { type ArticlePage, type ArticlePageRequest, readArticlePage } from '../asking/article-page.ts';
import { type AskReply, ask } from '../asking/ask.ts';
import type { AskRequest } from '../asking/ask-request.ts';
import { type ExplainedReply, explain } from '../asking/explain.ts';
import { type ShownFact, showFact } from '../asking/found-passages.ts';
import { listSources, type SourcesPage } from '../asking/sources.ts';
import { judgeAtEachStrictness, type StrictOutcome } from '../asking/strict-outcomes.ts';
import { locateFact, type Surroundings } from '../asking/surroundings.ts';
import type { AnsweringScope, ThreadState } from '../base/thread-state.ts';

/** Creates the jobs that answer members. */
export function createAskingJobs(state: ThreadState) {
  return {
    ask({ scope, ...request }: AskRequest & { readonly scope: AnsweringScope }): Promise<AskReply> {
      return ask(state.findContext(scope), request);
    },

    explain({ scope, question }: QuestionRequest): Promise<ExplainedReply> {
      return explain(state.findContext(scope), question);
    },

    /** Locates a fact, or null if the articles no longer hold it. */
    findSurroundings({ scope, factId }: FactRequest): Surroundings | null {
      return locateFact(state.findContext(scope), factId);
    },

    /**
     * Builds the passage that shows a fact for a question, or null if the articles no longer hold the fact.
     */
    showFact({ scope, ...wanted }: FactRequest & { readonly question: string }): ShownFact | null {
      return showFact(state.findContext(scope), wanted);
    },

    /** Finds a fact with its article, or null if the articles no longer hold it. */
    findFact({ scope, factId }: FactRequest): FoundFact | null {
      const found = state.findContext(scope).base.findFact(factId);
      return found && { fact: found.fact, article: toArticleInfo(found.article) };
    },

    /** Returns whether one of these facts is in an article that these readers may not read. */
    hidesOneOf({ scope, factIds }: { scope: AnsweringScope; factIds: readonly string[] }): boolean {
      const { hidden } = state.findContext(scope);
      return hidden !== null && factIds.some((factId) => hidden.hasFact(factId));
    },

    /** Tells what a question gets at each strictness, the strictest first. */
    judgeAtEachStrictness({ scope, question }: QuestionRequest): Promise<readonly StrictOutcome[]> {
      return judgeAtEachStrictness((strictness) => state.findContext({ ...scope, strictness }), question);
    },

    /** Reads a part of an article with its facts, or null if no article has the path. */
    readArticlePage({
      scope,
      ...wanted
    }: ArticlePageRequest & { readonly scope: AnsweringScope }): ArticlePage | null {
      return readArticlePage(state.findContext(scope).base, wanted);
    },

    /** Lists some of the articles, by their positions from 0. */
    listSources({ scope, ...range }: { scope: AnsweringScope; from: number; count: number }): SourcesPage {
      return listSources(state.findContext(scope), range);
    },
  };
}

interface QuestionRequest {
  readonly scope: AnsweringScope;
  readonly question: string;
}

interface FactRequest {
  readonly scope: AnsweringScope;
  readonly factId: string;
}

interface FoundFact {
  readonly fact: Fact;
  readonly article: ArticleInfo;
}
