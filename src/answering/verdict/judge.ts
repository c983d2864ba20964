import { settlesPolarity } from '../question/polarity.ts';
import type { Question } from '../question/question.ts';
import { findExplanation } from '../question/short-form.ts';
import { isSmallTalk } from '../question/small-talk.ts';
import type { RankedCandidate } from '../ranking/ranked-candidate.ts';
import { measureAgreement, SAME_FROM } from '../ranking/topic-agreement.ts';
import { settlesFigure } from '../yes-no/settles-figure.ts';
import { computeConfidenceWithEncoders } from './confidence.ts';
import { computeConfidenceByWords } from './confidence-by-words.ts';
import type { Evidence } from './evidence.ts';

/** The least confidence in a sentence that says all that is asked. */
const SAYS_ALL = 0.65;

interface JudgedFacts {
  readonly ranked: readonly RankedCandidate[];
  /** For the first of these. */
  readonly evidence: Evidence;
}

/**
 * The probability, 0 to 1, that the best of the ranked facts answers the question. What is fitted is unsure of short
 * questions, and knows no lists of questions and answers: a sentence that says all that is asked and holds what is asked for
 * answers, and so does one that the article gives as the answer to the same question, that tells what a short form means, or
 * that settles what is allowed, what is not so, or how many there are.
 */
export function computeConfidence(question: Question, { ranked, evidence }: JudgedFacts): number {
  const [best] = ranked;
  if (best === undefined || isSmallTalk(question.words)) return 0;
  const fitted =
    best.judgement === null
      ? computeConfidenceByWords(question, ranked)
      : computeConfidenceWithEncoders(question, {
          ...best.judgement,
          unsaid: evidence.unsaid.length,
          lead: computeLead(ranked),
        });
  if (evidence.answersAnother) return fitted;
  const { sameness } = measureAgreement(question, best.candidate);
  const surelyAnswers =
    evidence.saysAll ||
    settlesPolarity(question, best.candidate) ||
    explainsShortForm(question, best) ||
    settlesFigure(question, best.candidate);
  return Math.max(fitted, sameness >= SAME_FROM ? sameness : 0, surelyAnswers ? SAYS_ALL : 0);
}

/** By how much the best fact's score exceeds the next one's; infinite where it is the only one. */
function computeLead([best, next]: readonly RankedCandidate[]): number {
  return best === undefined || next === undefined ? Number.POSITIVE_INFINITY : best.score - next.score;
}

function explainsShortForm({ shortForm }: Question, { candidate }: RankedCandidate): boolean {
  return shortForm !== null && findExplanation(candidate.fact.text, shortForm) !== null;
}
