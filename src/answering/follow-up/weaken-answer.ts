import type { FactBase } from '../../search/fact-base.ts';
import type { Match } from '../../search/index/candidate.ts';
import type { Term } from '../../search/words/terms.ts';
import type { Strictness } from '../../server-settings/settings-table.ts';
import type { Answer, Reason } from '../question/answer.ts';
import type { Question } from '../question/question.ts';
import { findNearest } from '../ranking/nearest.ts';
import { CANDIDATES, rankFacts } from '../ranking/rank.ts';
import type { FactVectors } from '../reading/fact-vectors.ts';
import { weighEvidence } from '../verdict/evidence.ts';
import { limitToUnsure, THRESHOLDS } from '../verdict/outcome.ts';
import { explainOutcome } from '../verdict/reason.ts';

interface Asked {
  /** What was answered, as the base reads it. */
  readonly question: Question;
  readonly vectors: FactVectors | null;
}

/** The answer as the closest passage, which is `match`, another of its matches; with the reason of such. */
export function toClosest(
  base: FactBase,
  answer: Answer,
  {
    question,
    match,
    strictness,
  }: Pick<Asked, 'question'> & { readonly match: Match; readonly strictness: Strictness },
): Answer {
  const outcome = 'unsure';
  const found = base.find(question.terms, CANDIDATES, { within: match.fact.path });
  const candidate = found.find(({ fact }) => fact === match.fact);
  const evidence = candidate === undefined ? null : weighEvidence(base, question, candidate);
  return {
    ...answer,
    outcome,
    confidence: limitToUnsure(answer.confidence * match.score, strictness),
    reason: explainOutcome(base, question, { evidence, outcome }),
    shortAnswer: null,
    guess: null,
    matches: [match, ...answer.matches.filter((each) => each !== match)],
    rivals: [],
  };
}

const NOT_EVEN_CLOSE = 0.9 * THRESHOLDS.lenient.unsure;

/** The answer as none, however well its words fit: `unsaid` are the terms that it would have to say, perhaps none. */
export async function toUnknown(
  base: FactBase,
  answer: Answer,
  { question, vectors, unsaid }: Asked & { readonly unsaid: readonly UnsaidTerm[] },
): Promise<Answer> {
  return {
    ...answer,
    outcome: 'unknown',
    // Below all that is closest, whatever the strictness.
    confidence: answer.confidence * NOT_EVEN_CLOSE,
    reason: explainUnsaid(unsaid),
    shortAnswer: null,
    rivals: [],
    nearest: findNearest(base, question, await rankFacts(base, question, { limit: CANDIDATES, vectors })),
  };
}

/** A term that was exchanged, and is not said. */
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
