import type { Match } from '../../search/index/candidate.ts';
import type { Term } from '../../search/words/terms.ts';
import type { Strictness } from '../../server-settings/settings-table.ts';
import type { Answer, Reason } from '../question/answer.ts';
import type { Question } from '../question/question.ts';
import { findNearest } from '../ranking/other-matches.ts';
import { CANDIDATES, rankFacts } from '../ranking/rank.ts';
import type { FactVectors } from '../reading/fact-vectors.ts';
import { weighEvidence } from '../verdict/evidence.ts';
import { explainOutcome, limitToUnsure, THRESHOLDS } from '../verdict/outcome.ts';

/** Turns an answer into one with the outcome `unsure`, which shows `match`, another of its matches, and gives the reason for that one. */
export function toClosest(
  question: Question,
  answer: Answer,
  { match, strictness }: { readonly match: Match; readonly strictness: Strictness },
): Answer {
  const outcome = 'unsure';
  const found = question.base.find(question.terms, CANDIDATES, { within: match.fact.path });
  const candidate = found.find(({ fact }) => fact === match.fact);
  const evidence = candidate === undefined ? null : weighEvidence(question, candidate);
  return {
    ...answer,
    outcome,
    confidence: limitToUnsure(answer.confidence * match.score, strictness),
    reason: explainOutcome(question, { evidence, outcome }),
    shortAnswer: null,
    guess: null,
    matches: [match, ...answer.matches.filter((each) => each !== match)],
    rivals: [],
  };
}

const NOT_EVEN_CLOSE = 0.9 * THRESHOLDS.lenient.unsure;

/**
 * Turns an answer into one with the outcome `unknown`, however well its words fit. `unsaid` are the terms that the passage would have to
 * say; it may be empty.
 */
export async function toUnknown(
  question: Question,
  answer: Answer,
  { vectors, unsaid }: { readonly vectors: FactVectors | null; readonly unsaid: readonly UnsaidTerm[] },
): Promise<Answer> {
  return {
    ...answer,
    outcome: 'unknown',
    // Below the confidence of any `unsure` answer, whatever the strictness.
    confidence: answer.confidence * NOT_EVEN_CLOSE,
    reason: explainUnsaid(unsaid),
    shortAnswer: null,
    rivals: [],
    nearest: findNearest(question, await rankFacts(question, { limit: CANDIDATES, vectors })),
  };
}

/** A term of the exchanged phrase that the passage does not say. */
export interface UnsaidTerm {
  readonly kind: Term['kind'];
  readonly typed: string;
}

function explainUnsaid(unsaid: readonly UnsaidTerm[]): Reason {
  const missing = unsaid.filter(({ kind }) => kind === 'missing');
  if (missing.length > 0) return { kind: 'not-mentioned', words: missing.map(({ typed }) => typed) };
  if (unsaid.length > 0) return { kind: 'partly-said', words: unsaid.map(({ typed }) => typed) };
  return { kind: 'nothing-close' };
}
