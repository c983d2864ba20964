import type { Fact } from '../../../knowledge/article/article.ts';
import type { Response } from '../../contenders/contender.ts';
import type { SetQuestion } from '../formats/question-set.ts';
import { type ShortAnswerScore, scoreShortAnswer } from './short-answer-score.ts';

/** A question that has been asked. */
export interface Asked {
  readonly question: SetQuestion;
  readonly response: Response;
  /** What came back for the question without its typos; null where that was not asked. */
  readonly cleanResponse: Response | null;
  readonly tookMs: number;
}

/** One question with what came of it. */
export interface Measurement extends Asked {
  /** Place of the first right sentence from 1; null where it is not among the first five, or not known. */
  readonly rank: number | null;
  /** Whether the right sentence comes first when the question is asked without its typos; null where it was not. */
  readonly isRightWhenClean: boolean | null;
  /** Whether the first fact is of the right article. */
  readonly isRightArticle: boolean;
  /** Of the guess, shown or not; null for questions without an accepted answer, and from peers. */
  readonly shortAnswer: ShortAnswerScore | null;
  /** What stood out in the right sentence; null where another came first, or right is not known. */
  readonly highlight: Highlight | null;
}

/** The short answer as the asker sees it: `none` stands out, or one that fits the accepted ones, or one that does not. */
type Highlight = 'none' | 'right' | 'wrong';

const RANKS = 5;
/** At least half of the words in common: the right thing, cut a little wider or narrower. */
const RIGHT_F1 = 0.5;

/** Compares a response with what the set holds to be right. */
export function measure(asked: Asked): Measurement {
  const { question, response, cleanResponse } = asked;
  const rank = rankOf(question, response);
  const shortAnswer = scoreOf(question, response);
  return {
    ...asked,
    rank,
    isRightWhenClean: cleanResponse === null ? null : rankOf(question, cleanResponse) === 1,
    isRightArticle: response.facts[0] !== undefined && response.facts[0].path === question.articleId,
    shortAnswer,
    highlight: rank === 1 && shortAnswer !== null ? highlightOf(asked) : null,
  };
}

function rankOf(question: SetQuestion, { facts }: Response): number | null {
  const place = facts.slice(0, RANKS).findIndex((fact) => isGold(question, fact));
  return place === -1 ? null : place + 1;
}

export function isGold({ articleId, gold }: SetQuestion, fact: Fact): boolean {
  return (
    fact.path === articleId &&
    gold.some(
      ({ paragraph, start }) => paragraph + 1 === fact.paragraph && fact.start <= start && start < fact.end,
    )
  );
}

function scoreOf({ isAnswerable, answers }: SetQuestion, { verdict }: Response): ShortAnswerScore | null {
  if (verdict === null || !isAnswerable || answers.length === 0) return null;
  return scoreShortAnswer(verdict.guess ?? '', answers);
}

/** Front-ends let a short answer stand out in what is answered only, never in the closest passage. */
function highlightOf({ question, response: { verdict } }: Asked): Highlight {
  if (verdict?.outcome !== 'answered' || verdict.shortAnswer === null) return 'none';
  return scoreShortAnswer(verdict.shortAnswer, question.answers).f1 >= RIGHT_F1 ? 'right' : 'wrong';
}
