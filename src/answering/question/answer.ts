import type { Match } from '../../search/index/candidate.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import type { Detail } from './answer-type.ts';

/** The answer to a question: the quoted fact, the short answer in it, and how far to trust it. */
export interface Answer {
  readonly outcome: Outcome;
  /** From 0, surely not answered, to 1, surely answered; comparable across questions. */
  readonly confidence: number;
  readonly reason: Reason;
  /** The span of `matches[0].fact.text` that answers by itself, or null if there is none. */
  readonly shortAnswer: Span | null;
  /** The same span, however unsure. Only the evaluation reads it, to measure the reader; it is never shown. */
  readonly guess: Span | null;
  /** Best first, filled for every outcome. A front-end shows none of them for `unknown`. */
  readonly matches: readonly Match[];
  /** Matches that answer about as well as the first; none for `unknown`. */
  readonly rivals: readonly Match[];
  /** The question with its typos corrected, or its taught phrasing, or null if it was read as it is. */
  readonly readAs: string | null;
  /**
   * For `unknown`, up to three matches from different sections that are about the question, best first; it may be empty. They are never
   * shown as the answer.
   */
  readonly nearest: readonly Match[];
}

/** A span of a sentence that answers a question by itself. */
export interface ShortAnswer {
  /** The span within the sentence. */
  readonly span: Span;
  /** The probability, 0 to 1, that the span is right if the sentence is. */
  readonly probability: number;
}

/** `unsure` is shown as the closest passage, never as the answer; `unknown` shows no source. */
export type Outcome = 'answered' | 'unsure' | 'unknown';

export type Reason =
  /** The text asks nothing: it is empty, noise, or words without a subject. */
  | { readonly kind: 'no-question' }
  /** The text is a greeting, thanks, or a question about the bot itself. */
  | { readonly kind: 'small-talk' }
  /** No article holds these words, given as the asker typed them. */
  | { readonly kind: 'not-mentioned'; readonly words: readonly string[] }
  /** The articles hold the words, but no passage brings them together. */
  | { readonly kind: 'nothing-close' }
  /** The best passage leaves out these words of the question, given as the asker typed them. */
  | { readonly kind: 'partly-said'; readonly words: readonly string[] }
  /** The words fit, but the passage holds nothing of the kind that the question asks for. */
  | { readonly kind: 'no-such-detail'; readonly asksFor: Detail }
  /** The articles' front matter gives the long form of the short form asked about, but no passage tells it. */
  | { readonly kind: 'not-spelt-out'; readonly short: string; readonly long: string }
  /** A moderator taught this passage as the answer. */
  | { readonly kind: 'taught' }
  /** The passage holds what the question asks for. */
  | { readonly kind: 'said' };
