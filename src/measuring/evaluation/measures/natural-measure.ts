import { posix } from 'node:path';
import type { Outcome } from '../../../answering/question/answer.ts';
import type { Response } from '../../contenders/contender.ts';
import { normalised, overlapF1, sharedPart } from '../../kit/word-overlap.ts';
import type { NaturalQuestion } from '../formats/natural-set.ts';
import type { MissingPart } from './missing-parts.ts';
import { type Shown, shownBy } from './shown.ts';

/** What is known of a reply beside the reply. */
interface ReplyChecks {
  readonly tookMs: number;
  /** The wordings of the question that change what a person gets; null from a peer. */
  readonly changedBy: readonly string[] | null;
  /** What the passage lacks that is shown as the answer; null from a peer. */
  readonly missing: readonly MissingPart[] | null;
}

/** A question of a natural set that has been asked. */
interface NaturalAsked extends ReplyChecks {
  readonly question: NaturalQuestion;
  readonly response: Response;
}

/** One question of a natural set with what came of it. */
export interface NaturalMeasurement extends ReplyChecks {
  readonly question: NaturalQuestion;
  /** Null from a peer, which says nothing of it. */
  readonly outcome: Outcome | null;
  readonly confidence: number;
  /** Place of the first right fact from 1; null where it is not among those given. */
  readonly rank: number | null;
  readonly shown: Shown | null;
  /** Whether what is shown holds a text that answers. */
  readonly isRight: boolean;
  /** F1 of the words of what is shown rightly with those of the passage needed, 0 to 1; null where nothing is shown rightly. */
  readonly fit: number | null;
  /** Whether what is shown rightly holds 80 % of the words of the passage needed; null where the set does not tell that passage. */
  readonly isWhole: boolean | null;
}

/** What is shown may be a part of the text that answers, if it has so many characters at least. */
const LEAST_PART = 12;
const WHOLE = 0.8;

/** Compares a response with the texts that answer. */
export function measureNatural({ question, response, ...checks }: NaturalAsked): NaturalMeasurement {
  const { facts, confidence, verdict } = response;
  const place = facts.findIndex((fact) => answers(question, fact));
  const shown = shownBy(response);
  const isRight = shown !== null && answers(question, shown);
  return {
    question,
    outcome: verdict?.outcome ?? null,
    confidence,
    rank: place === -1 ? null : place + 1,
    shown,
    isRight,
    fit: isRight ? fitOf(question, shown) : null,
    isWhole: question.whole === null ? null : isRight && isWhole(question.whole, shown),
    ...checks,
  };
}

/** Whether a text of an article holds one that answers, or is most of it. */
export function answers({ gold }: NaturalQuestion, { path, text }: Shown): boolean {
  const given = normalised(text);
  if (given === '') return false;
  return gold.some((each) => {
    if (nameOf(each.path) !== nameOf(path)) return false;
    const wanted = normalised(each.text);
    if (wanted === '') return false;
    return (
      given.includes(wanted) ||
      (wanted.includes(given) && given.length >= Math.min(LEAST_PART, wanted.length))
    );
  });
}

/** Folders and endings of a path do not count. */
function nameOf(path: string): string {
  return posix
    .basename(path)
    .replace(/\.[a-z]+$/i, '')
    .toLowerCase();
}

function fitOf({ whole, gold }: NaturalQuestion, { text }: Shown): number {
  const needed = whole === null ? gold.map((each) => each.text) : [whole];
  return Math.max(...needed.map((each) => overlapF1(wordsOf(text), wordsOf(each))));
}

function isWhole(whole: string, { text }: Shown): boolean {
  return sharedPart(wordsOf(whole), wordsOf(text)) >= WHOLE;
}

function wordsOf(text: string): readonly string[] {
  return normalised(text).split(' ');
}
