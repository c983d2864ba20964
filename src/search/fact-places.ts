import type { Fact } from '../knowledge/article.ts';
import { isQuestion } from '../text/questions.ts';
import type { Documents } from './documents.ts';

/** The facts in their order: the terms of each, and what stands around it. Facts go by their numbers. Immutable. */
export class FactPlaces {
  readonly #facts: readonly Fact[];
  /** The terms of fact `i` in reading order are those from `#starts[i]` up to `#starts[i + 1]`. */
  readonly #terms: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #paragraphOf: Uint32Array;

  /** @param facts those that `documents` were read from */
  constructor(facts: readonly Fact[], documents: Pick<Documents, 'facts' | 'paragraphOf'>) {
    this.#facts = facts;
    this.#terms = Uint32Array.from(documents.facts.flat());
    this.#starts = startsOf(documents.facts);
    this.#paragraphOf = documents.paragraphOf;
  }

  /** The terms of a fact's words in reading order; empty where there is no such fact. */
  termsOf(index: number): Uint32Array {
    return this.#terms.subarray(this.#starts[index] ?? 0, this.#starts[index + 1] ?? 0);
  }

  /** Whether fact `other` stands in the same paragraph as fact `index`. */
  isSameParagraph(index: number, other: number): boolean {
    return other >= 0 && this.#paragraphOf[index] === this.#paragraphOf[other];
  }

  /** What a fact may answer to: the heading right above it, and the question before it; empty where there is neither. */
  introduction(index: number): string {
    const heading = this.#facts[index]?.headings.at(-1) ?? '';
    return `${heading} ${this.#questionBefore(index)}`.trim();
  }

  /** The question of the article's own that a fact answers: the one before it or the heading above it; null where there is none. */
  ownQuestion(index: number): string | null {
    const question = this.#questionBefore(index) || (this.#facts[index]?.headings.at(-1) ?? '');
    return isQuestion(question) ? question : null;
  }

  #questionBefore(index: number): string {
    const [before, fact] = [this.#facts[index - 1], this.#facts[index]];
    return before !== undefined && before.path === fact?.path && isQuestion(before.text) ? before.text : '';
  }
}

/** Where the terms of each fact start when those of all facts lie end to end; one entry more than there are facts. */
function startsOf(facts: readonly (readonly number[])[]): Uint32Array {
  const starts = new Uint32Array(facts.length + 1);
  for (const [index, terms] of facts.entries()) starts[index + 1] = (starts[index] ?? 0) + terms.length;
  return starts;
}
