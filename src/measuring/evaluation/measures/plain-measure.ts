import type { Fact } from '../../../knowledge/article/article.ts';
import type { Response } from '../../contenders/contender.ts';
import { computeOverlapF1 } from '../../kit/word-overlap.ts';
import type { PlainQuestion } from '../formats/plain-set.ts';

/** A question with its response. */
export interface AskedQuestion {
  readonly question: PlainQuestion;
  readonly response: Response;
  /** The response to the question without its typos, or null if that was not asked. */
  readonly cleanResponse: Response | null;
  readonly tookMs: number;
}

/** One question with its result. */
export interface PlainMeasurement extends AskedQuestion {
  /** Rank of the first right sentence, from 1, or null if it is not among the first five, or not known. */
  readonly rank: number | null;
  /** Whether the right sentence comes first for the question without its typos, or null if that was not asked. */
  readonly isRightWhenClean: boolean | null;
  /** Whether the first fact is from the right article. */
  readonly isRightArticle: boolean;
  /** The score of the guess, whether it is shown or not; null without an accepted answer, and for peers. */
  readonly shortAnswer: ShortAnswerScore | null;
  /** The highlight in the right sentence, or null if another sentence came first, or the right one is not known. */
  readonly highlight: Highlight | null;
}

/**
 * How well a short answer fits the accepted ones, by SQuAD's definitions: words in lower case, without punctuation and articles.
 *
 * @see https://rajpurkar.github.io/SQuAD-explorer/ the official evaluation script
 */
export interface ShortAnswerScore {
  /** 0 to 1, best 1: harmonic mean of precision and recall of the words, for the accepted answer that fits best. */
  readonly f1: number;
  readonly isExact: boolean;
}

/** The short answer as the asker sees it: none, one that fits an accepted answer, or one that does not. */
type Highlight = 'none' | 'right' | 'wrong';

const RANKS = 5;
/** Half of the words in common: the right answer, cut a little wider or narrower. */
const RIGHT_F1 = 0.5;

/** Compares a response with the answers of the set. */
export function measurePlain(asked: AskedQuestion): PlainMeasurement {
  const { question, response, cleanResponse } = asked;
  const rank = findRank(question, response);
  const shortAnswer = scoreGuess(question, response);
  return {
    ...asked,
    rank,
    isRightWhenClean: cleanResponse === null ? null : findRank(question, cleanResponse) === 1,
    isRightArticle: response.facts[0] !== undefined && response.facts[0].path === question.articleId,
    shortAnswer,
    highlight: rank === 1 && shortAnswer !== null ? judgeHighlight(asked) : null,
  };
}

function findRank(question: PlainQuestion, { facts }: Response): number | null {
  const index = facts.slice(0, RANKS).findIndex((fact) => isGold(question, fact));
  return index === -1 ? null : index + 1;
}

/** Returns whether a fact is a sentence that answers. */
export function isGold({ articleId, gold }: PlainQuestion, fact: Fact): boolean {
  return (
    fact.path === articleId &&
    gold.some(
      ({ paragraph, start }) => paragraph + 1 === fact.paragraph && fact.start <= start && start < fact.end,
    )
  );
}

function scoreGuess(
  { isAnswerable, answers }: PlainQuestion,
  { verdict }: Response,
): ShortAnswerScore | null {
  if (verdict === null || !isAnswerable || answers.length === 0) return null;
  return scoreShortAnswer(verdict.guess ?? '', answers);
}

/** Returns the highlight that front-ends show: only in an answer, never in the closest passage. */
function judgeHighlight({ question, response: { verdict } }: AskedQuestion): Highlight {
  if (verdict?.outcome !== 'answered' || verdict.shortAnswer === null) return 'none';
  return scoreShortAnswer(verdict.shortAnswer, question.answers).f1 >= RIGHT_F1 ? 'right' : 'wrong';
}

/** Scores `given` (`''` where no short answer was given) against `accepted`, of which there must be at least one. */
export function scoreShortAnswer(given: string, accepted: readonly string[]): ShortAnswerScore {
  const words = normalise(given);
  const wanted = accepted.map(normalise);
  return {
    f1: Math.max(...wanted.map((other) => computeOverlapF1(words, other))),
    isExact: wanted.some((other) => other.join(' ') === words.join(' ')),
  };
}

function normalise(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}
