import { writeFileSync } from 'node:fs';
import { readQuestion, spellOutQuestion } from '../src/answering/question/question.ts';
import { findWithVectors } from '../src/answering/ranking/rank-with-encoders.ts';
import { embedBase, type FactVectors, toReadText } from '../src/answering/reading/fact-vectors.ts';
import type { Encoders, ReadText } from '../src/encoders/encoders.ts';
import type { Fact } from '../src/knowledge/article/article.ts';
import type { FactBase } from '../src/search/fact-base.ts';

/** How many of the facts that search finds are kept for each question, best first. */
const FOUND = 30;

/** A question to learn from, with its labels. */
export interface Labelled {
  readonly text: string;
  readonly isAnswerable: boolean;
  /** Whether the question is the heading above its answer. */
  readonly isHeading: boolean;
  /** Returns whether a fact answers. */
  readonly isRight: (fact: Fact) => boolean;
  /** Returns whether a fact is unsuitable as an example of one that does not answer. */
  readonly isBeside: (fact: Fact) => boolean;
  /** Returns where the short answer is in a fact that answers, or null if that is not known. */
  readonly spanIn: (fact: Fact) => Span | null;
}

export type Span = readonly [start: number, end: number];

/** A question as `questions.py` reads it. Facts are given by their numbers in the file. */
interface LaidOutQuestion {
  readonly q: string;
  /** The text that Footnote gives to the encoders. */
  readonly asked: string;
  readonly answerable: boolean;
  readonly own: boolean;
  readonly right: readonly number[];
  /** The short answer in each fact of `right`. */
  readonly spans: readonly (Span | null)[];
  readonly beside: readonly number[];
  readonly found: readonly number[];
  /** The facts of the question's own base: from this number, up to but not including `to`. */
  readonly from: number;
  readonly to: number;
}

/** Collects the facts of several bases, and the questions asked of each, for one file. */
export class ListLayout {
  readonly #facts: ReadText[] = [];
  readonly #questions: LaidOutQuestion[] = [];
  readonly #encoders: Encoders;

  constructor(encoders: Encoders) {
    this.#encoders = encoders;
  }

  /** Adds a base with its questions. */
  async add(base: FactBase, questions: readonly Labelled[]): Promise<void> {
    const from = this.#facts.length;
    this.#facts.push(...base.facts.map((_, index) => toReadText(base, base.readFact(index))));
    const vectors = await embedBase(base, this.#encoders);
    for (const question of questions)
      this.#questions.push(await this.#layOut(base, question, { from, vectors }));
  }

  /** Writes the file, and returns a line that says how much it holds. */
  write(path: string): string {
    writeFileSync(path, JSON.stringify({ facts: this.#facts, questions: this.#questions }));
    return `${path}: ${this.#facts.length} facts, ${this.#questions.length} questions\n`;
  }

  async #layOut(
    base: FactBase,
    { text, isAnswerable, isHeading, isRight, isBeside, spanIn }: Labelled,
    { from, vectors }: { readonly from: number; readonly vectors: FactVectors },
  ): Promise<LaidOutQuestion> {
    const question = readQuestion(base, text);
    const found = await findWithVectors(question, { limit: FOUND, vectors });
    const numbersOf = (holds: (fact: Fact) => boolean): readonly number[] =>
      base.facts.flatMap((fact, index) => (holds(fact) ? [from + index] : []));
    const right = numbersOf(isRight);
    return {
      q: text,
      asked: spellOutQuestion(question),
      answerable: isAnswerable,
      own: isHeading,
      right,
      spans: right.map((number) => spanIn(base.readFact(number - from).fact)),
      beside: numbersOf((fact) => isBeside(fact) && !isRight(fact)),
      found: found.slice(0, FOUND).map(({ candidate }) => from + candidate.index),
      from,
      to: from + base.facts.length,
    };
  }
}
