import type { FactBase } from '../../search/fact-base.ts';
import { settlesPolarity } from '../question/polarity.ts';
import type { Question } from '../question/question.ts';
import { explanationIn } from '../question/short-form.ts';
import { isSmallTalk } from '../question/small-talk.ts';
import { agreement, SAME_FROM } from '../ranking/own-topic.ts';
import type { Ranked } from '../ranking/ranked.ts';
import { settlesFigure } from '../yes-no/settles-figure.ts';
import { confidenceByMeaning } from './confidence-by-meaning.ts';
import { confidenceByWords } from './confidence-by-words.ts';
import type { Evidence } from './evidence.ts';

/** The least confidence in a sentence that says all that is asked. */
const SAYS_ALL = 0.65;

interface Judged {
  readonly ranked: readonly Ranked[];
  /** For the first of these. */
  readonly evidence: Evidence;
}

/**
 * The probability, 0 to 1, that the best of the ranked facts answers the question. What is fitted is unsure of short
 * questions, and knows no lists of questions and answers: a sentence that says all that is asked and holds what is asked for
 * answers, and so does one that the article gives as the answer to the same question, that tells what a short form means, or
 * that settles what is allowed, what is not so, or how many there are.
 */
export function judge(base: FactBase, question: Question, { ranked, evidence }: Judged): number {
  const [best] = ranked;
  if (best === undefined || isSmallTalk(question.words)) return 0;
  const fitted =
    best.judged === null
      ? confidenceByWords(base, question, ranked)
      : confidenceByMeaning(question, {
          ...best.judged,
          unsaid: evidence.unsaid.length,
          lead: leadOf(ranked),
        });
  if (evidence.answersAnother) return fitted;
  const { sameness } = agreement(base, question, best.candidate);
  const surelyAnswers =
    evidence.saysAll ||
    settlesPolarity(question, best.candidate) ||
    explainsShortForm(question, best) ||
    settlesFigure(base, question, best.candidate);
  return Math.max(fitted, sameness >= SAME_FROM ? sameness : 0, surelyAnswers ? SAYS_ALL : 0);
}

/** By how much the best fact's score exceeds the next one's; infinite where it is the only one. */
function leadOf([best, next]: readonly Ranked[]): number {
  return best === undefined || next === undefined ? Number.POSITIVE_INFINITY : best.score - next.score;
}

function explainsShortForm({ shortForm }: Question, { candidate }: Ranked): boolean {
  return shortForm !== null && explanationIn(candidate.fact.text, shortForm) !== null;
}
