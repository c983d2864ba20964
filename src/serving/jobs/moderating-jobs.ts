import { readQuestion } from '../../answering/question/question.ts';
import { type SynonymSuggestion, suggestSynonyms } from '../../answering/suggest-synonyms.ts';
import { returnNullIfGone } from '../../encoders/encoders.ts';
import { stem } from '../../text/words/stems.ts';
import { isFunctionWord } from '../../text/words/word-lists.ts';
import { splitWords } from '../../text/words/words.ts';
import { type ArticleUsage, countUsageByArticle, type QuotedFact } from '../asking/article-usage.ts';
import { findAlike, groupQuestions, listDistinctWords } from '../asking/question-groups.ts';
import { knowsWord } from '../base/answering-context.ts';
import type { AnsweringScope, ThreadState } from '../base/thread-state.ts';

/** A word that tells something, as it was written. */
interface FoundWord {
  readonly word: string;
  readonly isInArticles: boolean;
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

    /** Suggests synonyms for the words of a question that no article holds; none without encoders. */
    async suggestSynonyms({
      scope,
      question,
      factId,
    }: {
      scope: AnsweringScope;
      question: string;
      factId: string;
    }): Promise<readonly SynonymSuggestion[]> {
      const { base, vectors } = state.findContext(scope);
      const found = base.findFact(factId);
      if (found === null || vectors === null) return [];
      const { encoders } = vectors;
      const suggesting = suggestSynonyms(readQuestion(base, question), { found, encoders });
      return (await returnNullIfGone(suggesting)) ?? [];
    },

    /** Lists the words of a text, apart from small words, each with whether the articles hold it. */
    findWords({ scope, text }: { scope: AnsweringScope; text: string }): readonly FoundWord[] {
      const { lexicon } = state.findContext(scope).base;
      const telling = splitWords(text).filter(({ folded }) => !isFunctionWord(folded));
      return telling.map(({ start, end, folded }) => ({
        word: text.slice(start, end),
        isInArticles: lexicon.findTerm(stem(folded)) !== undefined,
      }));
    },

    /** Needs no articles: any thread can do it. */
    listDistinctWords,

    /** Needs no articles. */
    groupQuestions,
    /** Needs no articles. */
    findAlike,
  };
}
