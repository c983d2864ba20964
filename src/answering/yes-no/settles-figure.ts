import type { Candidate } from '../../search/index/candidate.ts';
import type { Term } from '../../search/words/terms.ts';
import type { Question } from '../question/question.ts';
import { alignTerms } from './align.ts';
import { classifyFigure } from './counterpart.ts';
import { readSentence } from './sentence.ts';

/**
 * Whether a sentence settles a question for yes or no about a number, a year or an ordinal: it says the figure, or another one beside the
 * same word, and leaves nothing of the question unsaid that what is around it does not say either.
 */
export function settlesFigure(question: Question, candidate: Candidate): boolean {
  const { asksFor, terms } = question;
  if (asksFor !== 'yes-no' || terms.length < 2 || !terms.some(isFigure)) return false;
  const aligned = alignTerms({ question, sentence: readSentence(candidate) }, terms);
  return aligned.every(({ term, stretches, credit }) => (isFigure(term) ? stretches.length > 0 : credit > 0));
}

function isFigure({ folded }: Term): boolean {
  return classifyFigure(folded) !== null;
}
