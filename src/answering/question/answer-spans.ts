import type { Span } from '../../text/sentences/sentences.ts';
import { stem } from '../../text/words/stems.ts';
import { splitWords } from '../../text/words/words.ts';
import type { Question } from './question.ts';
import { findAmounts, findDates, findNames, findNumbers } from './spans.ts';

/**
 * The stretches of `fact` of the kind that is asked for, without what the question itself says; null where the kind
 * cannot be told from the words. A bare number is an amount only where the fact names none with its unit.
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

/** An answer tells something new: spans all of whose words stand in the question are no answers. */
function selectNovel(question: Question, fact: string, spans: readonly Span[]): readonly Span[] {
  const asked = new Set([...question.words, ...question.terms].map(({ folded }) => stem(folded)));
  return spans.filter(({ start, end }) =>
    splitWords(fact.slice(start, end)).some(({ folded }) => !asked.has(stem(folded))),
  );
}
