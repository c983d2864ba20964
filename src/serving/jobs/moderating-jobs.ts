import { type ArticleUsage, countUsageByArticle, type QuotedFact } from '../asking/article-usage.ts';
import { findAlike, groupQuestions, listDistinctWords } from '../asking/question-groups.ts';
import { knowsWord } from '../base/answering-context.ts';
import type { AnsweringScope, ThreadState } from '../base/thread-state.ts';

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
