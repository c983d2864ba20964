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

/** Creates the jobs that answer members and moderators. */
export function createAskingJobs(state: ThreadState) {
  return {
    ask({ at, ...request }: AskRequest & { readonly at: AnsweringScope }): Promise<AskReply> {
      return ask(state.findContext(at), request);
    },

    explain({
      at,
      question,
    }: {
      readonly at: AnsweringScope;
      readonly question: string;
    }): Promise<ExplainedReply> {
      return explain(state.findContext(at), question);
    },

    /** Locates a fact; null where the articles no longer hold it. */
    findSurroundings({ at, factId }: FactRequest): Surroundings | null {
      return locateFact(state.findContext(at), factId);
    },

    /**
     * Builds the passage that shows a fact for a question; null where the articles no longer hold the fact.
     */
    showFact({ at, ...wanted }: FactRequest & { readonly question: string }): ShownFact | null {
      return showFact(state.findContext(at), wanted);
    },

    /** Finds a fact; null where the articles no longer hold it. */
    findFact({ at, factId }: FactRequest): Fact | null {
      return state.findContext(at).base.findFact(factId)?.fact ?? null;
    },

    /** Lists some of the articles, by their positions from 0. */
    listSources({ at, ...range }: { at: AnsweringScope; from: number; count: number }): SourcesPage {
      return listSources(state.findContext(at), range);
    },

    /**
     * Suggests questions that `typed` may become, or mean in other words; see `suggestQuestions` and
     * `findQuestionsByMeaning`.
     */
    async suggest({ typed, limit, ...from }: OfferRequest & SuggestRequest): Promise<readonly string[]> {
      const found = suggestQuestions(offeredIn(state, from), { typed, limit });
      if (found.length >= limit) return found;
      const near = await findQuestionsByMeaning(state.findContext(from.at), typed, MOST_NEAR);
      return removeDuplicates([...found, ...near]).slice(0, limit);
    },

    /**
     * Finds the offered question with this hash (see `hashQuestion`); null where it is not, or no longer,
     * offered.
     */
    findOffered({ hash, ...from }: OfferRequest & { readonly hash: string }): string | null {
      return findOfferedQuestion(offeredIn(state, from), hash);
    },

    /** Counts how often each article was quoted, from how often each fact was. */
    usageByArticle({ at, facts }: { at: AnsweringScope; facts: readonly QuotedFact[] }): ArticleUsage {
      return countUsageByArticle(state.findContext(at).base, facts);
    },

    /**
     * Returns those of these folded words that English or the articles know, and that are no typos of others.
     */
    knownWords({ at, words }: { at: AnsweringScope; words: readonly string[] }): readonly string[] {
      const served = state.findContext(at);
      return words.filter((word) => knowsWord(served, word));
    },

    /** Needs no articles: any thread can do it. */
    listDistinctWords,

    /** Needs no articles. */
    groupQuestions,
    /** Needs no articles. */
    findAlike,
  };
}

function offeredIn(state: ThreadState, { at, askedIn }: OfferRequest): OfferedQuestions {
  const server = askedIn === null ? null : (state.phrasings.get(askedIn) ?? null);
  return { articles: state.findContext(at).base.suggestions, server };
}

interface OfferRequest {
  readonly at: AnsweringScope;
  /** The server whose members' questions are offered too; null for none. */
  readonly askedIn: string | null;
}

interface FactRequest {
  readonly at: AnsweringScope;
  readonly factId: string;
}
