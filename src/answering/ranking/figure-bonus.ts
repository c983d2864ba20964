import type { Candidate } from '../../search/candidate.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { Question } from '../question.ts';
import { settlesFigure } from '../yes-no/settles-figure.ts';

/** As much as lets it lead where its words fit about as well as those of others; with 5 every such answer had a confidence of 1. */
const SETTLES = 2;

/**
 * What it adds to the final score of a fact that it settles a yes-no question about a number, which those that the networks learned
 * from do not ask. The first ranker's score is left alone: it is what the final one has learned from.
 */
export function figureBonus(base: FactBase, question: Question, candidate: Candidate): number {
  return settlesFigure(base, question, candidate) ? SETTLES : 0;
}
