import { type Passage, toPassageText } from '../../answering/passage/passage.ts';
import type { Outcome } from '../../answering/question/answer.ts';
import type { Article, Fact } from '../../knowledge/article/article.ts';

/** A search engine that `evaluate` and `bench` measure: Footnote, or a peer that it is compared with. */
export interface Contender {
  readonly name: ContenderName;
  /** The name in the tables of `evaluate`. */
  readonly label: string;
  /** How many questions of a set `evaluate` asks at most, evenly spaced: fewer for a slow contender. At least 1; `Infinity` for all. */
  readonly maxQuestions: number;
  /** Builds the index of all facts of the articles. */
  readonly open: (articles: readonly Article[]) => OpenContender;
}

export type ContenderName = (typeof CONTENDER_NAMES)[number];

/** In the order of the columns of `bench`, which compares all others with the first. */
export const CONTENDER_NAMES = ['footnote', 'minisearch', 'fuse.js', 'vectors'] as const;

/** A contender with the index of some articles. */
export interface OpenContender {
  /** Prepares what the first question needs beside the index. Call it once, before the first question. */
  readonly prepare: () => Promise<void>;
  readonly answer: (question: string) => Promise<Response>;
  /** The steps that `bench` times. A peer has only one: its search does all that it does. */
  readonly steps: TimedSteps;
}

/** What a contender returns for a question. */
export interface Response {
  /** Best first, at most {@link LIMIT}. */
  readonly facts: readonly Fact[];
  /** Best highest; comparable across the questions of one contender only. */
  readonly confidence: number;
  /** Null from a peer, which finds facts and does not judge them. */
  readonly verdict: Verdict | null;
}

interface Verdict {
  readonly outcome: Outcome;
  /** What a person is shown; null exactly where the outcome is `unknown`. */
  readonly passage: Passage | null;
  /** The highlighted words of the first fact, or null if none are. */
  readonly shortAnswer: string | null;
  /** The words that would be highlighted if Footnote were sure enough. */
  readonly guess: string | null;
}

export interface TimedSteps {
  /** From the text of a question to all that is found for it. */
  readonly whole: Step;
  /** From the text of a question to ranked facts. */
  readonly firstPass?: Step;
  /** From a question that has been read to ranked facts. */
  readonly find?: Step;
  /** From the text of a follow-up to its answer; the question before it has been answered. */
  readonly followUp?: Step;
  /** From the first half of a question to the questions that it may become. */
  readonly suggest?: Step;
}

export type StepName = keyof TimedSteps;

/** Does the work that is not timed, and returns the work that is. */
export type Step = (question: string) => () => unknown;

/** How many facts each contender returns for a question. */
export const LIMIT = 5;

/** Builds the open contender of a peer from its search. */
export function openPeer(
  search: (question: string) => Omit<Response, 'verdict'> | Promise<Omit<Response, 'verdict'>>,
): OpenContender {
  return {
    prepare: async () => {},
    answer: async (question) => ({ ...(await search(question)), verdict: null }),
    steps: { whole: (question) => () => search(question) },
  };
}

/** The text that a person reads. */
export interface Shown {
  /** The path of its article. */
  readonly path: string;
  readonly text: string;
}

/** Returns the passage, or the best sentence of a peer, or null if nothing is shown. */
export function findShown({ facts: [first], verdict }: Response): Shown | null {
  if (verdict === null) return first === undefined ? null : { path: first.path, text: first.text };
  if (verdict.outcome === 'unknown' || verdict.passage === null) return null;
  const { article, lines } = verdict.passage;
  return { path: article.path, text: toPassageText(lines).text };
}
