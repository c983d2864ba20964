import { type Fact, MAX_HEADING_CHARS } from '../../knowledge/article/article.ts';
import { isQuestion } from '../../text/words/questions.ts';
import type { Documents } from './documents.ts';
import type { TermLists } from './term-lists.ts';

/** The facts in their order: the terms of each, and what stands around it. Facts go by their numbers. Immutable. */
export class FactSurroundings {
  readonly #facts: readonly Fact[];
  /** Of each fact, in reading order. */
  readonly #terms: TermLists;

  /** @param facts those that `documents` were read from */
  constructor(facts: readonly Fact[], documents: Pick<Documents, 'facts'>) {
    this.#facts = facts;
    this.#terms = documents.facts;
  }

  /** The terms of a fact's words in reading order; empty where there is no such fact. */
  listTerms(index: number): Uint32Array {
    return this.#terms.read(index);
  }

  /** What a fact may answer to: the heading right above it, and the question before it; empty where there is neither. */
  readIntroduction(index: number): string {
    return `${this.#heading(index)} ${this.#questionBefore(index)}`.trim();
  }

  /** What the article itself says that a fact is about: the question before it, else the heading above it; null where there is neither. */
  findTopic(index: number): string | null {
    const topic = this.#questionBefore(index) || this.#heading(index);
    return topic === '' ? null : topic;
  }

  #heading(index: number): string {
    return readHeadingAbove(this.#facts[index]);
  }

  #questionBefore(index: number): string {
    const [before, fact] = [this.#facts[index - 1], this.#facts[index]];
    return before !== undefined && before.path === fact?.path && isQuestion(before.text) ? before.text : '';
  }
}

/** The heading right above a fact, up to 300 characters of it; empty where there is none. */
function readHeadingAbove(fact: Fact | undefined): string {
  return (fact?.headings.at(-1) ?? '').slice(0, MAX_HEADING_CHARS);
}
