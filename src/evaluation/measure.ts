import type { Outcome } from '../answering/answer.ts';
import type { Fact } from '../knowledge/article.ts';
import type { SetQuestion } from './question-set.ts';
import { type ShortAnswerScore, scoreShortAnswer } from './short-answer-score.ts';

/** What came back for a question. */
export interface Response {
  /** Best first. */
  readonly facts: readonly Fact[];
  readonly shortAnswer: string | null;
  readonly outcome: Outcome;
  readonly confidence: number;
}

/** One question with what came of it. */
export interface Measurement {
  readonly question: SetQuestion;
  readonly response: Response;
  readonly tookMs: number;
  /** Place of the first right sentence from 1; null where it is not among the first five, or not known. */
  readonly rank: number | null;
  /** Whether the first fact is of the right article. */
  readonly isRightArticle: boolean;
  /** Null for questions without an accepted answer. */
  readonly shortAnswer: ShortAnswerScore | null;
}

const RANKS = 5;

/** Compares a response with what the set holds to be right. */
export function measure(question: SetQuestion, response: Response, tookMs: number): Measurement {
  const rank = response.facts.slice(0, RANKS).findIndex((fact) => isGold(question, fact));
  return {
    question,
    response,
    tookMs,
    rank: rank === -1 ? null : rank + 1,
    isRightArticle: response.facts[0] !== undefined && response.facts[0].path === question.articleId,
    shortAnswer:
      question.isAnswerable && question.answers.length > 0
        ? scoreShortAnswer(response.shortAnswer ?? '', question.answers)
        : null,
  };
}

function isGold({ articleId, gold }: SetQuestion, fact: Fact): boolean {
  return (
    fact.path === articleId &&
    gold.some(
      ({ paragraph, start }) => paragraph + 1 === fact.paragraph && fact.start <= start && start < fact.end,
    )
  );
}
