import { type ArticleUsage, type FactTimes, usageByArticle } from '../asking/article-usage.ts';
import { distinctWords, findAlike, groupQuestions } from '../asking/question-groups.ts';
import { knowsWord } from '../base/served.ts';
import type { Place, ThreadState } from '../base/thread-state.ts';

/** What moderators ask of a thread. */
export function moderatingJobs(state: ThreadState) {
  return {
    /** How often each article was quoted, from how often each fact was. */
    usageByArticle({ at, facts }: { at: Place; facts: readonly FactTimes[] }): ArticleUsage {
      return usageByArticle(state.servedIn(at).base, facts);
    },

    /** Those of these folded words that English or the articles know, and that are no typos of others. */
    knownWords({ at, words }: { at: Place; words: readonly string[] }): readonly string[] {
      const served = state.servedIn(at);
      return words.filter((word) => knowsWord(served, word));
    },

    /** Needs no articles: any thread can do it. */
    distinctWords,

    /** The same. */
    groupQuestions,
    /** The same. */
    findAlike,
  };
}
