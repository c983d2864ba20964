import type { Reading } from '../../reading/reader.ts';
import type { Candidate } from '../../search/candidate.ts';
import { answerCandidates } from '../answer-candidates.ts';
import type { Question } from '../question.ts';
import { limited } from './differences.ts';

/** What orders the sentences that were read: what the first ranker says of each, and the reader, by itself and beside the others. */
export const READING_FEATURES: readonly string[] = [
  'reading.of best',
  'reading.share',
  'reading.margin',
  'reading.sureness',
  'reading.fits kind',
  'first.score',
  'first.of best',
];

/** A candidate with its score by the first ranker, and what the reader found in it. */
export interface ReadCandidate {
  readonly candidate: Candidate;
  readonly score: number;
  readonly reading: Reading;
}

/** For each reading, a number for each of {@link READING_FEATURES}. */
export function readingFeatures(
  question: Question,
  read: readonly ReadCandidate[],
): readonly (readonly number[])[] {
  const best = Math.max(...read.map(({ reading }) => reading.score));
  const bestFirst = Math.max(...read.map(({ score }) => score));
  const sum = read.reduce((all, { reading }) => all + Math.exp(reading.score - best), 0);
  return read.map(({ candidate, score, reading }) => {
    const below = limited(reading.score - best);
    return [
      below,
      Math.exp(below) / sum,
      limited(reading.margin),
      reading.sureness,
      fitsKind(question, candidate.fact.text, reading),
      score,
      score - bestFirst,
    ];
  });
}

/** 1 where the stretch touches something of the kind that is asked for, -1 where not, 0 where the kind cannot be told. */
function fitsKind(question: Question, text: string, { span }: Reading): number {
  const fitting = answerCandidates(question, text);
  if (fitting === null || span === null) return 0;
  return fitting.some(({ start, end }) => start < span.end && span.start < end) ? 1 : -1;
}
