import { type Fact, MAX_HEADING_CHARS } from '../../knowledge/article/article.ts';
import { isQuestion } from '../../text/words/questions.ts';
import type { Documents } from './documents.ts';
import type { TermLists } from './term-lists.ts';

/** The terms of each fact, and the heading and question above it. Facts go by their numbers. Immutable. */
export class FactSurroundings {
  readonly #facts: readonly Fact[];
  /** The terms of each fact, in reading order. */
  readonly #terms: TermLists;

  /** @param facts the facts that `documents` were read from */
  constructor(facts: readonly Fact[], documents: Pick<Documents, 'facts'>) {
    this.#facts = facts;
    this.#terms = documents.facts;
  }

  /** Lists the terms of a fact's words in reading order; none if there is no such fact. */
  listTerms(index: number): Uint32Array {
    return this.#terms.read(index);
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
    return readHeadingAbove(this.#facts[index]);
  }

  #readQuestionBefore(index: number): string {
    const [before, fact] = [this.#facts[index - 1], this.#facts[index]];
    return before !== undefined && before.path === fact?.path && isQuestion(before.text) ? before.text : '';
  }
}

/** Returns up to 300 characters of the heading right above a fact; empty if there is none. */
function readHeadingAbove(fact: Fact | undefined): string {
  return (fact?.headings.at(-1) ?? '').slice(0, MAX_HEADING_CHARS);
}
