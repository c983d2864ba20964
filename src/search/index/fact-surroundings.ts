import { type Fact, MAX_HEADING_CHARS } from '../../knowledge/article/article.ts';
import { isQuestion } from '../../text/words/questions.ts';

/** The facts of a base with their terms, by their numbers. */
export interface FactSource {
  /** Finds a fact; undefined if there is none with this number. */
  readonly findFact: (index: number) => Fact | undefined;
  /** Lists the terms of a fact's words in reading order; none if there is no such fact. */
  readonly listTerms: (index: number) => Uint32Array;
}

/** The terms of each fact, and the heading and question above it. Facts go by their numbers. Immutable. */
export class FactSurroundings {
  readonly #source: FactSource;

  constructor(source: FactSource) {
    this.#source = source;
  }

  /** Lists the terms of a fact's words in reading order; none if there is no such fact. */
  listTerms(index: number): Uint32Array {
    return this.#source.listTerms(index);
  }

  /** Returns what a fact may answer: the heading right above it, and the question before it; empty if there is neither. */
  readIntroduction(index: number): string {
    return `${this.#readHeading(index)} ${this.#readQuestionBefore(index)}`.trim();
  }

  /**
   * Finds what the article itself names as the topic of a fact: the question before it, else the heading above it. Returns null if there
   * is neither.
   */
  findTopic(index: number): string | null {
    const topic = this.#readQuestionBefore(index) || this.#readHeading(index);
    return topic === '' ? null : topic;
  }

  #readHeading(index: number): string {
    return readHeadingAbove(this.#source.findFact(index));
  }

  #readQuestionBefore(index: number): string {
    const [before, fact] = [this.#source.findFact(index - 1), this.#source.findFact(index)];
    return before !== undefined && before.path === fact?.path && isQuestion(before.text) ? before.text : '';
  }
}

/** Returns up to 300 characters of the heading right above a fact; empty if there is none. */
function readHeadingAbove(fact: Fact | undefined): string {
  return (fact?.headings.at(-1) ?? '').slice(0, MAX_HEADING_CHARS);
}
