import { type ArticleUsage, countUsageByArticle, type QuotedFact } from '../asking/article-usage.ts';
import { findAlike, groupQuestions, listDistinctWords } from '../asking/question-groups.ts';
import { knowsWord } from '../base/answering-context.ts';
import type { AnsweringScope, ThreadState } from '../base/thread-state.ts';

/** What moderators ask of a thread. */
export function createModeratingJobs(state: ThreadState) {
  return {
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
