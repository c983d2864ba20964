import { posix } from 'node:path';
import type { Outcome } from '../../../answering/question/answer.ts';
import { findShown, type Response, type Shown } from '../../contenders/contender.ts';
import { computeCoverage, computeOverlapF1, normaliseText } from '../../kit/word-overlap.ts';
import type { NaturalQuestion } from '../formats/natural-set.ts';
import type { MissingPart } from './missing-parts.ts';

/** The results of checks that need more than the reply. */
interface ReplyChecks {
  readonly tookMs: number;
  /** The phrasings of the question that change what a person gets, or null for a peer. */
  readonly changedBy: readonly string[] | null;
  /** What a passage shown as the answer lacks, or null for a peer. */
  readonly missing: readonly MissingPart[] | null;
}

/** A question of a natural set that has been asked. */
interface NaturalAsked extends ReplyChecks {
  readonly question: NaturalQuestion;
  readonly response: Response;
}

/** One question of a natural set with its result. */
export interface NaturalMeasurement extends ReplyChecks {
  readonly question: NaturalQuestion;
  /** Null for a peer, which does not judge. */
  readonly outcome: Outcome | null;
  readonly confidence: number;
  /** Rank of the first right fact, from 1, or null if it is not among the facts returned. */
  readonly rank: number | null;
  readonly shown: Shown | null;
  /** Whether the shown text holds one that answers. */
  readonly isRight: boolean;
  /**
   * Whether the shown text is right, or a sentence of it is as the article has it. A passage has the addresses of links and the headers of
   * rows between its words, and a text that answers has not.
   */
  readonly isRightBySentence: boolean;
  /** F1 of the words shown with those of the passage needed, 0 to 1, or null if what is shown is not right. */
  readonly fit: number | null;
  /** Whether the right text is shown with 80 % of the words of the passage needed, or null if the set does not name that passage. */
  readonly isWhole: boolean | null;
}

/** A shown part of a text that answers counts as right from this length on. */
const MIN_PART_CHARS = 12;
const MIN_SHARE_OF_WHOLE = 0.8;

/** Compares a response with the texts that answer. */
export function measureNatural({ question, response, ...checks }: NaturalAsked): NaturalMeasurement {
  const { facts, confidence, verdict } = response;
  const index = facts.findIndex((fact) => answersQuestion(question, fact));
  const shown = findShown(response);
  const isRight = shown !== null && answersQuestion(question, shown);
  return {
    question,
    outcome: verdict?.outcome ?? null,
    confidence,
    rank: index === -1 ? null : index + 1,
    shown,
    isRight,
    isRightBySentence: isRight || hasRightSentence(question, response),
    fit: isRight ? computeFit(question, shown) : null,
    isWhole: question.whole === null ? null : isRight && isWhole(question.whole, shown),
    ...checks,
  };
}

function hasRightSentence(question: NaturalQuestion, { facts, verdict }: Response): boolean {
  const ids = verdict?.passage?.factIds ?? [];
  return facts.some((fact) => ids.includes(fact.id) && answersQuestion(question, fact));
}

/** Returns whether a text of an article holds one that answers, or is most of it. */
export function answersQuestion({ gold }: NaturalQuestion, { path, text }: Shown): boolean {
  const given = normaliseText(text);
  if (given === '') return false;
  return gold.some((each) => {
    if (toName(each.path) !== toName(path)) return false;
    const wanted = normaliseText(each.text);
    if (wanted === '') return false;
    return (
      given.includes(wanted) ||
      (wanted.includes(given) && given.length >= Math.min(MIN_PART_CHARS, wanted.length))
    );
  });
}

/** Returns the name of a file without its folders and ending. */
function toName(path: string): string {
  return posix
    .basename(path)
    .replace(/\.[a-z]+$/i, '')
    .toLowerCase();
}

function computeFit({ whole, gold }: NaturalQuestion, { text }: Shown): number {
  const needed = whole === null ? gold.map((each) => each.text) : [whole];
  return Math.max(...needed.map((each) => computeOverlapF1(listWords(text), listWords(each))));
}

function isWhole(whole: string, { text }: Shown): boolean {
  return computeCoverage(listWords(whole), listWords(text)) >= MIN_SHARE_OF_WHOLE;
}

function listWords(text: string): readonly string[] {
  return normaliseText(text).split(' ');
}
