import { isSmallTalk } from '../../text/words/filler-phrases.ts';
import { settlesPolarity } from '../question/polarity.ts';
import { type Question, weighSaidTerms } from '../question/question.ts';
import { findExplanation } from '../question/short-form.ts';
import type { RankedCandidate } from '../ranking/ranked-candidate.ts';
import { measureAgreement, SAME_FROM } from '../ranking/topic-agreement.ts';
import { settlesFigure } from '../yes-no/align.ts';
import type { Evidence } from './evidence.ts';
import { THRESHOLDS } from './outcome.ts';

/** The least confidence in a sentence that says everything the question asks. */
const SAYS_ALL = 0.65;

interface JudgedFacts {
  readonly ranked: readonly RankedCandidate[];
  /** For the first of the ranked facts. */
  readonly evidence: Evidence;
}

/**
 * Computes the probability, 0 to 1, that the best of the ranked facts answers the question. The fitted lines are unsure of short questions, and
 * know no lists of questions and answers. So these facts count as answers as well:
 * - a sentence that says everything the question asks, and holds the date or number asked for
 * - a sentence that the article gives as the answer to the same question
 * - a sentence that explains a short form
 * - a sentence that settles what is allowed, what is not so, or how many there are
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

/** Returns by how much the best fact's score exceeds the next one's; infinite if it is the only fact. */
function computeLead([best, next]: readonly RankedCandidate[]): number {
  return best === undefined || next === undefined ? Number.POSITIVE_INFINITY : best.score - next.score;
}

function explainsShortForm({ shortForm }: Question, { candidate }: RankedCandidate): boolean {
  return shortForm !== null && findExplanation(candidate.fact.text, shortForm) !== null;
}

/**
 * The weights of a straight line over the evidence, fitted to the 270 questions of `natural`. The area under the ROC curve is .86, and .82 with
 * the reader alone: means of thirty refits, each to nine tenths of the questions and measured on the rest.
 */
const ENCODER_LINE = { start: -8.6, answers: 0.31, similarity: 12.2, unsaid: -0.38, lead: 0.24 } as const;
/**
 * Added for a question in another language, whose vector is less similar to that of its answer. With it, four in five of the answered questions
 * are right (a fifth of `xquad-ru`, `-de` and `-es`, asked of English articles).
 */
const OTHER_LANGUAGE = 1;
/** Beyond these values, more unsaid words or a longer lead change nothing. */
const MAX = { unsaid: 4, lead: 6 } as const;

/** From these probabilities on, a passage is shown as the closest one, and as the answer. */
const [CLOSEST_FROM, ANSWERED_FROM] = [0.4, 0.6];

/** What the encoders and the words tell about a fact. */
interface EncoderEvidence {
  /** The reader's logit that the fact answers. */
  readonly answers: number;
  /** The cosine of the fact's vector and the question's: at most 1. */
  readonly similarity: number;
  /** How many words of the question neither the fact nor the text around it says. */
  readonly unsaid: number;
  /** By how much the fact's score exceeds that of the next fact. */
  readonly lead: number;
}

/**
 * Computes the confidence, 0 to 1, that the passage around the best fact answers. It is on the scale of the confidence by words, so that the
 * same thresholds hold for both.
 */
export function computeConfidenceWithEncoders(
  { isOtherLanguage }: Pick<Question, 'isOtherLanguage'>,
  { answers, similarity, unsaid, lead }: EncoderEvidence,
): number {
  return toThresholdScale(
    toProbability(
      ENCODER_LINE.start +
        (isOtherLanguage ? OTHER_LANGUAGE : 0) +
        ENCODER_LINE.answers * answers +
        ENCODER_LINE.similarity * similarity +
        ENCODER_LINE.unsaid * Math.min(MAX.unsaid, unsaid) +
        ENCODER_LINE.lead * Math.min(MAX.lead, lead),
    ),
  );
}

/** Maps a probability to a confidence, linearly between the thresholds. */
function toThresholdScale(probability: number): number {
  const { unsure, answered } = THRESHOLDS.balanced;
  const points: readonly (readonly [from: number, to: number])[] = [
    [0, 0],
    [CLOSEST_FROM, unsure],
    [ANSWERED_FROM, answered],
    [1, 1],
  ];
  const next = points.findIndex(([from], index) => index > 0 && probability <= from);
  const [[lowFrom, lowTo], [highFrom, highTo]] = [points[next - 1] ?? [0, 0], points[next] ?? [1, 1]];
  return lowTo + ((probability - lowFrom) / (highFrom - lowFrom)) * (highTo - lowTo);
}

/**
 * The weights of a straight line over how much of the question the best fact says, how much the text around it says, how long the question is and how
 * far the best fact leads. They were fitted to `natural-train` and `squad11-train44`, then rounded so that one word alone is not enough for an
 * answer. The area under the ROC curve is .84 on `natural`.
 */
const WORD_LINE = { start: -5.6, said: 2.2, around: 1.8, words: 1.5, lead: 0.45 } as const;
/** A longer lead tells no more. */
const MAX_LEAD = 5;
/** The lead of a fact that is the only one: it tells little. */
const LEAD_ALONE = 1;

/**
 * Computes the probability, 0 to 1, that the first of `ranked` answers, from words alone.
 *
 * @throws {RangeError} if `ranked` is empty
 */
function computeConfidenceByWords(question: Question, ranked: readonly RankedCandidate[]): number {
  const [best, second] = ranked;
  if (best === undefined) throw new RangeError('nothing was found');
  const lead = second === undefined ? LEAD_ALONE : best.score - second.score;
  return toProbability(
    WORD_LINE.start +
      WORD_LINE.said * weighSaidTerms(question, best.candidate.said) +
      WORD_LINE.around * weighSaidTerms(question, best.candidate.saidAround) +
      WORD_LINE.words * Math.log(1 + question.terms.length) +
      WORD_LINE.lead * Math.min(MAX_LEAD, lead),
  );
}

/** Converts a logit to a probability; a logit of 0 is one half. */
function toProbability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
