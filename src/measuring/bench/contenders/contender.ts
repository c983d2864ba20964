import type { Article } from '../../../knowledge/article/article.ts';

/** A search engine that is measured. */
export interface Contender {
  readonly name: ContenderName;
  /** Builds the index of all facts. */
  readonly open: (articles: readonly Article[]) => OpenContender;
}

export type ContenderName = (typeof CONTENDER_NAMES)[number];

/** In the order of the table's columns; all are compared with the first. */
export const CONTENDER_NAMES = ['footnote', 'minisearch', 'fuse.js', 'vectors'] as const;

/** Ways to ask a question, each timed by itself. A peer has one way; it does all it does. */
export interface OpenContender {
  /** From the text of a question to all that is found for it. */
  readonly whole: Ask;
  /** From the text of a question to ranked facts. */
  readonly firstPass?: Ask;
  /** From a question that has been read to ranked facts. */
  readonly find?: Ask;
  /** From a text that leans on a question, which was answered before, to all that is found for it. */
  readonly followUp?: Ask;
  /** From a question that is half typed to the questions that it may become. */
  readonly suggest?: Ask;
}

export type AskedPart = keyof OpenContender;

/** Does what need not be timed; what comes back is what is timed. */
export type Ask = (question: string) => () => unknown;

/** As many facts as are wanted for a question. */
export const LIMIT = 5;
