import type { Match } from '../../search/index/candidate.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import type { Detail } from './answer-type.ts';

/** What we say to a question: the quoted fact, the short answer in it, and how far to trust it. */
export interface Answer {
  /** As it was asked, white space folded, at most the first 2,000 characters. */
  readonly question: string;
  readonly outcome: Outcome;
  /** 0, surely not answered, to 1, surely answered; comparable across questions. */
  readonly confidence: number;
  readonly reason: Reason;
  /** The stretch of `matches[0].fact.text` that answers by itself; null where none can be told. */
  readonly shortAnswer: Span | null;
  /** The same, however unsure: the evaluation measures by it how well answers are read; nobody is shown it. */
  readonly guess: Span | null;
  /** Best first, given for every outcome; a front-end shows none of them for `unknown`. */
  readonly matches: readonly Match[];
  /** Matches that answer about as well as the first; none for `unknown`. */
  readonly rivals: readonly Match[];
  /** The question with its misspelt words replaced by the articles' own, or as it was taught; null where it was taken as it stands. */
  readonly readAs: string | null;
  /** For `unknown`, up to three matches of different sections that are about what was asked, best first, perhaps none; they are never shown as the answer. */
  readonly nearest: readonly Match[];
}

/** The stretch of a sentence that answers a question by itself. */
export interface ShortAnswer {
  /** Within the sentence. */
  readonly span: Span;
  /** That it is right, were the sentence the right one: 0 to 1. */
  readonly probability: number;
}

/** `unsure` is shown as the closest passage, never as the answer; `unknown` shows no source. */
export type Outcome = 'answered' | 'unsure' | 'unknown';

export type Reason =
  /** Nothing was asked: an empty text, noise, or words that have no subject. */
  | { readonly kind: 'no-question' }
  /** A greeting, thanks, or a question after the bot itself. */
  | { readonly kind: 'small-talk' }
  /** No article holds these words, as they were typed. */
  | { readonly kind: 'not-mentioned'; readonly words: readonly string[] }
  /** The articles hold the words, but no passage brings them together. */
  | { readonly kind: 'nothing-close' }
  /** The best passage leaves out these words of the question, as they were typed. */
  | { readonly kind: 'partly-said'; readonly words: readonly string[] }
  /** The words fit, but the passage holds nothing of the kind that was asked for. */
  | { readonly kind: 'no-such-detail'; readonly asksFor: Detail }
  /** The articles' front matter gives the long form of the short one asked about, but no passage tells it. */
  | { readonly kind: 'not-spelt-out'; readonly short: string; readonly long: string }
  /** A moderator has taught that the passage answers it. */
  | { readonly kind: 'taught' }
  /** The passage holds what is asked. */
  | { readonly kind: 'said' };
