import type { Candidate } from '../../search/index/candidate.ts';
import type { Question } from '../question/question.ts';
import { settlesFigure } from '../yes-no/settles-figure.ts';

/** As much as lets it lead where its words fit about as well as those of others; with 5 every such answer had a confidence of 1. */
const SETTLES = 2;

/** What is added to the score of a fact that settles a yes-no question about a number. */
export function computeFigureBonus(question: Question, candidate: Candidate): number {
  return settlesFigure(question, candidate) ? SETTLES : 0;
}
