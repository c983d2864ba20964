import type { Fact } from '../../knowledge/article/article.ts';
import type { ArticleLimits } from '../../knowledge/article/limits.ts';
import type { Question } from '../question/question.ts';

/** An answered question, as far as a follow-up may refer to it. */
export interface Exchange {
  /** The question in full; for a follow-up, as it was understood. */
  readonly question: string;
  /** The quoted fact. */
  readonly fact: Fact;
  /** The words of `fact` that the reader points at, however unsure, or null if there are none. */
  readonly words: string | null;
  /** Whether nothing was asked since. If something was, it had no answer. */
  readonly isLatest: boolean;
  /** The members whose words the question holds, if known: first its asker, then those to whose questions it was a follow-up. */
  readonly askerIds?: readonly [string, ...string[]];
  /** The limits of the articles whose words the exchange holds; none unless given. Only those who may read all of them may refer to it. */
  readonly limits?: readonly ArticleLimits[];
}

/** A follow-up, resolved against the last exchange. */
export interface FollowUp {
  /** The text by itself, as the fact base reads it. */
  readonly question: Question;
  /** `speaker` asks who said what was quoted. */
  readonly kind: 'speaker' | 'question';
  /** The ways to understand the follow-up, the likeliest first; at least one. */
  readonly readings: readonly [Reading, ...Reading[]];
  /** The exchanged phrase that the answer must say: “in Germany”; empty if nothing was exchanged. */
  readonly exchanged: string;
  /** Whether the text is only a question word, so that the answer must hold what the word asks for. */
  readonly isBare: boolean;
}

export interface Reading {
  /** Shown to people: the question in full, or the text followed by the last question, or null if the text is complete by itself. */
  readonly understoodAs: string | null;
  /** The text to answer: the same words, perhaps in an ungrammatical order. */
  readonly text: string;
  /** The question in full, that the next follow-up may refer to. */
  readonly fullQuestion: string;
}
