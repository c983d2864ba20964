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

/** What members ask of a thread. */
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

    /** Where a fact stands; null where the articles no longer hold it. */
    findSurroundings({ at, factId }: FactRequest): Surroundings | null {
      return locateFact(state.findContext(at), factId);
    },

    /** The passage that shows a fact to who asks a question; null where the articles no longer hold it. */
    showFact({ at, ...wanted }: FactRequest & { readonly question: string }): ShownFact | null {
      return showFact(state.findContext(at), wanted);
    },

    /** Null where the articles no longer hold it. */
    findFact({ at, factId }: FactRequest): Fact | null {
      return state.findContext(at).base.findFact(factId)?.fact ?? null;
    },

    /** Some of the articles, by their places from 0. */
    listSources({ at, ...range }: { at: AnsweringScope; from: number; count: number }): SourcesPage {
      return listSources(state.findContext(at), range);
    },

    /** Questions that `typed` may become, or that it may mean in other words; see `suggestQuestions` and `findQuestionsByMeaning`. */
    async suggest({ typed, limit, ...from }: OfferRequest & SuggestRequest): Promise<readonly string[]> {
      const found = suggestQuestions(offeredIn(state, from), { typed, limit });
      if (found.length >= limit) return found;
      const near = await findQuestionsByMeaning(state.findContext(from.at), typed, MOST_NEAR);
      return removeDuplicates([...found, ...near]).slice(0, limit);
    },

    /** The offered question with this hash (see `questionHash`); null where it is not offered there (any more). */
    findOffered({ hash, ...from }: OfferRequest & { readonly hash: string }): string | null {
      return findOfferedQuestion(offeredIn(state, from), hash);
    },

    /** How often each article was quoted, from how often each fact was. */
    usageByArticle({ at, facts }: { at: AnsweringScope; facts: readonly QuotedFact[] }): ArticleUsage {
      return countUsageByArticle(state.findContext(at).base, facts);
    },

    /** Those of these folded words that English or the articles know, and that are no typos of others. */
    knownWords({ at, words }: { at: AnsweringScope; words: readonly string[] }): readonly string[] {
      const served = state.findContext(at);
      return words.filter((word) => knowsWord(served, word));
    },

    /** Needs no articles: any thread can do it. */
    listDistinctWords,

    /** The same. */
    groupQuestions,
    /** The same. */
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
