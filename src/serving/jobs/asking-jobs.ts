import type { Fact } from '../../knowledge/article/article.ts';
import { type ArticleUsage, countUsageByArticle, type QuotedFact } from '../asking/article-usage.ts';
import { type AskReply, ask } from '../asking/ask.ts';
import type { AskRequest } from '../asking/ask-request.ts';
import { type ExplainedReply, explain } from '../asking/explain.ts';
import { type ShownFact, showFact } from '../asking/found-passages.ts';
import { findAlike, groupQuestions, listDistinctWords } from '../asking/question-groups.ts';
import { listSources, type SourcesPage } from '../asking/sources.ts';
import {
  findOfferedQuestion,
  findQuestionsByMeaning,
  type OfferedQuestions,
  removeDuplicates,
  type SuggestRequest,
  suggestQuestions,
} from '../asking/suggest-questions.ts';
import { locateFact, type Surroundings } from '../asking/surroundings.ts';
import { knowsWord } from '../base/answering-context.ts';
import type { AnsweringScope, ThreadState } from '../base/thread-state.ts';

/** At most this many suggestions come from meaning. */
const MOST_NEAR = 5;

/** Creates the jobs that answer members. */
export function createAskingJobs(state: ThreadState) {
  return {
    ask({ scope, ...request }: AskRequest & { readonly scope: AnsweringScope }): Promise<AskReply> {
      return ask(state.findContext(scope), request);
    },

    explain({
      scope,
      question,
    }: {
      readonly scope: AnsweringScope;
      readonly question: string;
    }): Promise<ExplainedReply> {
      return explain(state.findContext(scope), question);
    },

    /** Locates a fact; null where the articles no longer hold it. */
    findSurroundings({ scope, factId }: FactRequest): Surroundings | null {
      return locateFact(state.findContext(scope), factId);
    },

    /**
     * Builds the passage that shows a fact for a question; null where the articles no longer hold the fact.
     */
    showFact({ scope, ...wanted }: FactRequest & { readonly question: string }): ShownFact | null {
      return showFact(state.findContext(scope), wanted);
    },

    /** Finds a fact; null where the articles no longer hold it. */
    findFact({ scope, factId }: FactRequest): Fact | null {
      return state.findContext(scope).base.findFact(factId)?.fact ?? null;
    },

    /** Lists some of the articles, by their positions from 0. */
    listSources({ scope, ...range }: { scope: AnsweringScope; from: number; count: number }): SourcesPage {
      return listSources(state.findContext(scope), range);
    },

    /**
     * Suggests questions that `typed` may become, or mean in other words; see `suggestQuestions` and
     * `findQuestionsByMeaning`.
     */
    async suggest({ typed, limit, ...from }: OfferRequest & SuggestRequest): Promise<readonly string[]> {
      const found = suggestQuestions(readOfferedQuestions(state, from), { typed, limit });
      if (found.length >= limit) return found;
      const near = await findQuestionsByMeaning(state.findContext(from.scope), typed, MOST_NEAR);
      return removeDuplicates([...found, ...near]).slice(0, limit);
    },

    /**
     * Finds the offered question with this hash (see `hashQuestion`); null where it is not, or no longer,
     * offered.
     */
    findOfferedQuestion({ hash, ...from }: OfferRequest & { readonly hash: string }): string | null {
      return findOfferedQuestion(readOfferedQuestions(state, from), hash);
    },
  };
}

/** Creates the jobs that answer moderators. */
export function createModeratingJobs(state: ThreadState) {
  return {
    /** Counts how often each article was quoted, from how often each fact was. */
    countUsageByArticle({
      scope,
      facts,
    }: {
      scope: AnsweringScope;
      facts: readonly QuotedFact[];
    }): ArticleUsage {
      return countUsageByArticle(state.findContext(scope).base, facts);
    },

    /**
     * Returns those of these folded words that English or the articles know, and that are no typos of others.
     */
    selectKnownWords({
      scope,
      words,
    }: {
      scope: AnsweringScope;
      words: readonly string[];
    }): readonly string[] {
      const context = state.findContext(scope);
      return words.filter((word) => knowsWord(context, word));
    },

    /** Needs no articles: any thread can do it. */
    listDistinctWords,

    /** Needs no articles. */
    groupQuestions,
    /** Needs no articles. */
    findAlike,
  };
}

function readOfferedQuestions(state: ThreadState, { scope, askedIn }: OfferRequest): OfferedQuestions {
  const server = askedIn === null ? null : (state.phrasings.get(askedIn) ?? null);
  return { articles: state.findContext(scope).base.suggestions, server };
}

interface OfferRequest {
  readonly scope: AnsweringScope;
  /** The server whose members' questions are offered too; null for none. */
  readonly askedIn: string | null;
}

interface FactRequest {
  readonly scope: AnsweringScope;
  readonly factId: string;
}
