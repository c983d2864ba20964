import type { Span } from '../../text/sentences/sentences.ts';
import { stem } from '../../text/words/stems.ts';
import { splitWords } from '../../text/words/words.ts';
import type { Question } from './question.ts';
import { findAmounts, findDates, findNames, findNumbers } from './spans.ts';

/**
 * Finds the spans of `fact` that are of the kind asked for, without what the question itself says. Returns null for kinds that words
 * cannot show. A bare number counts as an amount only if the fact names no amount with its unit.
 */
export function findAnswerSpans(question: Question, fact: string): readonly Span[] | null {
  switch (question.asksFor) {
    case 'date':
      return selectNovel(question, fact, findDates(fact));
    case 'number':
      return selectNovel(question, fact, findNumbers(fact));
    case 'amount': {
      const amounts = selectNovel(question, fact, findAmounts(fact));
      return amounts.length > 0 ? amounts : selectNovel(question, fact, findNumbers(fact));
    }
    case 'person':
    case 'place':
      return selectNovel(question, fact, findNames(fact));
    case 'abbreviation':
    case 'things':
    case 'reason':
    case 'manner':
    case 'yes-no':
    case 'statement':
      return null;
  }
}

/** Keeps the spans that tell something new: a span is no answer if the question holds all of its words. */
function selectNovel(question: Question, fact: string, spans: readonly Span[]): readonly Span[] {
  const questionStems = new Set([...question.words, ...question.terms].map(({ folded }) => stem(folded)));
  return spans.filter(({ start, end }) =>
    splitWords(fact.slice(start, end)).some(({ folded }) => !questionStems.has(stem(folded))),
  );
}
