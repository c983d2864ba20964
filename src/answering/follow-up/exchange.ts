import type { Fact } from '../../knowledge/article/article.ts';
import type { Question } from '../question/question.ts';

/** A question that was answered, as far as the next one may lean on it. */
export interface Exchange {
  /** In full: of one that leaned on another, what it was understood as. */
  readonly question: string;
  /** What was quoted. */
  readonly fact: Fact;
  /** The words of `fact` that the reader points at, however unsure; null where there are none. */
  readonly words: string | null;
  /** Whether nothing was asked since; what was asked since was not answered. */
  readonly isLatest: boolean;
  /** The members whose words the question holds, where that is told: who asked it first, then those whose questions it leant on. */
  readonly askerIds?: readonly [string, ...string[]];
}

/** A follow-up, resolved against the last exchange. */
export interface FollowUp {
  /** The text by itself, as the fact base reads it. */
  readonly question: Question;
  /** `speaker`: who said what was quoted. */
  readonly kind: 'speaker' | 'question';
  /** In what ways it can be understood, the likeliest first; one at least. */
  readonly readings: readonly [Reading, ...Reading[]];
  /** What must be said by what answers: “in Germany”; empty where nothing was exchanged. */
  readonly exchanged: string;
  /** Whether only a question word was given, so that the answer must hold what that asks for. */
  readonly isBare: boolean;
}

export interface Reading {
  /** For people: the question in full, or the text with the last question behind it; null where it is whole as it stands. */
  readonly understoodAs: string | null;
  /** For the search: the same words, perhaps in no good order. */
  readonly asked: string;
  /** What the next text may lean on. */
  readonly question: string;
}
