import { type ArticleUsage, type FactTimes, usageByArticle } from './article-usage.ts';
import { distinctWords, findAlike, groupQuestions } from './question-groups.ts';
import { knowsWord } from './served.ts';
import type { Place, ThreadState } from './thread-state.ts';

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
