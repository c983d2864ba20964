import type { LookNode } from './look-node.ts';

/*
 * What the page and its server say to each other, as JSON. Sentences come from the server, so that all texts stand in `wording/`.
 */

type Outcome = 'answered' | 'unsure' | 'unknown';

/** What the page shows all the time. */
export interface StatusView {
  /** The articles that answer, in a sentence. */
  readonly articles: string;
  /** Says why answers may be poor, or null. */
  readonly notice: string | null;
  /** Says why changed files do not answer, or null. */
  readonly failure: string | null;
  /** How many questions have other answers than before. */
  readonly changedCount: number;
}

/** The answer to a question. */
export interface AnswerView {
  readonly question: string;
  readonly outcome: Outcome;
  /** The outcome in words, and how long it took. */
  readonly summary: string;
  /** Why, in a sentence. */
  readonly reason: string;
  /** What Discord shows. */
  readonly message: readonly LookNode[];
  /** To whom the articles that answer are limited, each as a label; empty where they are for everybody. */
  readonly limits: readonly string[];
  /** Whether only the asker sees it. */
  readonly isPrivate: boolean;
  /** Best first; the first is the one that is shown, unless the outcome is `unknown`. */
  readonly candidates: readonly CandidateView[];
  /** The ids of the facts on the card. */
  readonly quotedIds: readonly string[];
  /** The words that no article holds; empty for a question in another language. */
  readonly missing: readonly string[];
  /** Says what would help, or null. */
  readonly advice: string | null;
}

/** A fact that fits the question. */
export interface CandidateView {
  readonly factId: string;
  readonly path: string;
  readonly location: string;
  readonly text: string;
}

/** How an answer came about. */
export interface ExplanationView {
  readonly levels: readonly LevelView[];
  /** How each word was read. */
  readonly words: readonly string[];
  /** The scores of the candidates, in the order of the answer. */
  readonly scores: readonly { readonly factId: string; readonly score: string }[];
}

/** What the question gets at one strictness. All numbers are from 0 to 1. */
export interface LevelView {
  readonly name: string;
  readonly outcome: Outcome;
  readonly outcomeWords: string;
  readonly confidence: number;
  readonly answeredFrom: number;
  readonly unsureFrom: number;
  /** The three numbers in a sentence. */
  readonly words: string;
}

/** An article in the list. */
export interface ArticleEntry {
  readonly path: string;
  readonly title: string;
  /** Its format, facts and parts. */
  readonly details: string;
  readonly problemCount: number;
  /** Such as “outdated”. */
  readonly labels: readonly string[];
}

/** The list of articles, and what was not read. */
export interface ArticlesView {
  readonly articles: readonly ArticleEntry[];
  /** Says how many are not in the list, or null. */
  readonly left: string | null;
  readonly problems: readonly ProblemView[];
  /** The files of kinds that cannot be read, in a sentence; or null. */
  readonly passedOver: string | null;
}

export interface ProblemView {
  readonly path: string;
  /** The path and line. */
  readonly location: string;
  readonly kind: 'skipped' | 'draft' | 'warning';
  readonly kindWords: string;
  readonly message: string;
  readonly remedy: string;
}

/** A part of an article as members see it. */
export interface ArticleView {
  readonly path: string;
  readonly title: string;
  readonly url: string | null;
  /** Publisher, dates, language and warnings. */
  readonly details: readonly string[];
  readonly hints: readonly string[];
  readonly problems: readonly ProblemView[];
  readonly blocks: readonly ArticleBlock[];
  /** Where the part before begins, and the part after; null where there is none. */
  readonly earlierFrom: number | null;
  readonly laterFrom: number | null;
}

/** A heading, or a paragraph with its facts. */
export type ArticleBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | {
      readonly kind: 'text' | 'item' | 'code';
      readonly marker: string;
      readonly depth: number;
      readonly line: number | null;
      readonly runs: readonly Run[];
    }
  | {
      readonly kind: 'head' | 'row';
      readonly line: number | null;
      readonly factId: string | null;
      readonly cells: readonly (readonly Run[])[];
    };

/** A stretch of text within one fact and one link. */
export interface Run {
  readonly text: string;
  readonly factId: string | null;
  /** A web address, or null. */
  readonly address: string | null;
}

/** The questions that are asked again with each change. */
export interface QuestionsView {
  /** Says how many there are, and how many changed. */
  readonly summary: string;
  readonly questions: readonly QuestionView[];
}

/** The questions after some were added. */
export interface AddedQuestionsView extends QuestionsView {
  /** Says how many questions the list dropped, or null. */
  readonly dropped: string | null;
}

export interface QuestionView {
  readonly question: string;
  readonly state: 'waiting' | 'same' | 'changed';
  readonly before: string;
  readonly after: string;
}
