import { answerQuestion } from '../../../answering/answer-question.ts';
import { readQuestion } from '../../../answering/question/question.ts';
import { CANDIDATES } from '../../../answering/ranking/rank.ts';
import type { Meaning } from '../../../answering/reading/meaning.ts';
import type { Encoders } from '../../../encoders/encoders.ts';
import type { Article } from '../../../knowledge/article/article.ts';
import { FactBase } from '../../../search/fact-base.ts';
import { Suggestions } from '../../../search/questions/suggestions.ts';
import { seededRandom } from '../../kit/random.ts';
import { generateQuestions } from '../../made-up/generate-questions.ts';
import { madeUpMeaning } from '../../made-up/made-up-meaning.ts';
import { type Ask, type Contender, LIMIT } from './contender.ts';
import { followUpsOn } from './follow-ups.ts';

/** As many as Discord shows. */
const MOST_SUGGESTED = 25;

/** Our own side, put together as `ask` does it. Building is that of the index of words: what facts mean is learned in the background, once for each. */
export function footnoteWith(encoders: Encoders): Contender {
  return {
    name: 'footnote',
    open: (articles) => {
      const base = new FactBase(articles);
      let made: Meaning | null = null;
      const meaning = (): Meaning => (made ??= madeUpMeaning(encoders, base.facts.length));
      return {
        whole: (question) => () => answerQuestion(base, question, { limit: LIMIT, meaning: meaning() }),
        firstPass: (question) => () => base.find(readQuestion(base, question).terms, CANDIDATES),
        find: (question) => {
          const read = readQuestion(base, question);
          return () => base.find(read.terms, CANDIDATES);
        },
        followUp: followUpsOn(base, meaning),
        suggest: suggestFrom(articles),
      };
    },
  };
}

/**
 * Half as many questions as there are facts, which made-up articles do not ask themselves. Built when the first one is asked for, so
 * that they do not count as part of the index.
 */
function suggestFrom(articles: readonly Article[]): Ask {
  let suggestions: Suggestions | null = null;
  return (question) => {
    suggestions ??= new Suggestions(questionsOn(articles));
    const offered = suggestions;
    const typed = question.slice(0, question.length / 2);
    return () => offered.complete(typed, MOST_SUGGESTED);
  };
}

function questionsOn(articles: readonly Article[]): readonly string[] {
  const facts = articles.reduce((sum, article) => sum + article.facts.length, 0);
  return generateQuestions(articles, Math.ceil(facts / 2), seededRandom(facts)).map(({ text }) => text);
}
