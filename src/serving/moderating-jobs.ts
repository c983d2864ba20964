import { type ArticleUsage, type FactTimes, usageByArticle } from './article-usage.ts';
import { findAlike, groupQuestions, wordsOf } from './question-groups.ts';
import { knowsWord } from './served.ts';
import type { Place, ThreadState } from './thread-state.ts';

/** What moderators ask of a thread. */
export function moderatingJobs(state: ThreadState) {
  return {
    /** How often each article was quoted, from how often each fact was. */
    usageByArticle({ at, facts }: { at: Place; facts: readonly FactTimes[] }): ArticleUsage {
      return usageByArticle(state.servedIn(at).base, facts);
    },

    /** The words of these questions that English or the articles know, and so no typos of others. */
    knownWords({ at, questions }: { at: Place; questions: readonly string[] }): readonly string[] {
      const served = state.servedIn(at);
      return [...wordsOf(questions)].filter((word) => knowsWord(served, word));
    },

    /** Needs no articles: any thread can do it. */
    groupQuestions,
    /** The same. */
    findAlike,
  };
}
