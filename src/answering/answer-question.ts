import type { Strictness } from '../server-settings/settings-table.ts';
import type { Answer } from './question/answer.ts';
import type { AnswerType } from './question/answer-type.ts';
import { correctTypos, type Question } from './question/question.ts';
import { findNearest, findRivals } from './ranking/other-matches.ts';
import { rankFacts } from './ranking/rank.ts';
import { toMatch } from './ranking/ranked-candidate.ts';
import type { FactVectors } from './reading/fact-vectors.ts';
import { computeConfidence } from './verdict/confidence.ts';
import { weighEvidence } from './verdict/evidence.ts';
import { decideOutcome, explainOutcome } from './verdict/outcome.ts';
import { findShortAnswer, selectShownAnswer } from './verdict/short-answer.ts';

export interface AnswerOptions {
  /** The most matches to return; at least 1. */
  readonly limit: number;
  /** The vectors of the base's facts; null, the default, to answer by words alone. */
  readonly vectors?: FactVectors | null | undefined;
  /** The path of the only article to answer from; all articles by default. */
  readonly within?: string;
  /** `balanced` by default. */
  readonly strictness?: Strictness;
}

/**
 * What the words of a passage surely lack if none is found. Names are not listed: they often go unseen, or are seen where there are none.
 */
const FIGURES: readonly AnswerType[] = ['date', 'number'];

/**
 * Answers a question from the facts of its base. Never throws: for an empty question, noise and what the articles do not hold, the
 * outcome is `unknown`, with the reason. Matches come best first.
 */
export async function answerQuestion(
  question: Question,
  { limit, vectors = null, within, strictness = 'balanced' }: AnswerOptions,
): Promise<Answer> {
  const ranked = await rankFacts(question, { limit, vectors, within });
  const [best] = ranked;
  const evidence = best === undefined ? null : weighEvidence(question, best.candidate);
  const confidence = evidence === null ? 0 : computeConfidence(question, { ranked, evidence });
  const surelyLacks =
    FIGURES.includes(question.asksFor) && evidence?.lacksDetail === true && best?.judgement === null;
  const outcome =
    evidence === null ? 'unknown' : decideOutcome(confidence, { ...evidence, surelyLacks }, strictness);
  const short = best === undefined ? null : findShortAnswer(question, best);
  const shortAnswer =
    best === undefined || evidence === null || short === null || outcome !== 'answered'
      ? null
      : selectShownAnswer(question, short, { ...best, kind: evidence.kind });
  return {
    outcome,
    confidence,
    reason: explainOutcome(question, { evidence, outcome }),
    shortAnswer,
    guess: short?.span ?? null,
    matches: ranked.slice(0, limit).map((each) => toMatch(each, best)),
    rivals: outcome === 'unknown' ? [] : findRivals(ranked).map((each) => toMatch(each, best)),
    readAs: correctTypos(question),
    nearest: outcome === 'unknown' ? findNearest(question, ranked) : [],
  };
}
