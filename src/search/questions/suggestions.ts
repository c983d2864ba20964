import { toPhrasingKey } from '../../text/words/questions.ts';
import { foldText } from '../../text/words/words.ts';
import { LetterPairs, type SimilarText } from '../words/letter-pairs.ts';
import { removeDuplicates } from './collect-questions.ts';

/** The first words of a question say what it is about. */
const MAX_CHARS = 300;

/** A question, and how well it fits what the asker types. */
export interface Completion {
  readonly text: string;
  readonly fit: Fit;
}

type Fit = (typeof FITS)[number];

/**
 * From the best on. `holds`: the question holds all words, in any order and each perhaps incomplete. `alike`: it does apart from typos.
 */
export const FITS = ['equal', 'begins', 'holds', 'alike'] as const;

/** Questions in their order. Immutable. */
export class QuestionList {
  readonly all: readonly string[];
  /** Built when a question is first looked for. */
  #index: QuestionIndex | null = null;
  /** The questions by their keys; built when one is first looked up. */
  #byKey: ReadonlyMap<string, string> | null = null;

  /** @param questions each once: see {@link removeDuplicates} */
  constructor(questions: readonly string[]) {
    this.all = questions;
  }

  /** Finds the question that differs from this text in case, white space and closing marks at most. Returns null if there is none. */
  find(text: string): string | null {
    this.#byKey ??= new Map(this.all.map((question) => [toPhrasingKey(question), question]));
    return this.#byKey.get(toPhrasingKey(text)) ?? null;
  }

  /** Finds the questions that hold these folded words, each perhaps incomplete, in their order. */
  findFitting(words: string): readonly Completion[] {
    const begun = words.split(' ').map((word) => ` ${word}`);
    return this.#getIndex().folded.flatMap((folded, number) => {
      const fit = classifyFit(folded, ` ${words}`, begun);
      return fit === null ? [] : { text: this.all[number] ?? '', fit };
    });
  }

  /** Finds the questions that hold most of these folded words, but for typos, the best first, at most `limit`. */
  findAlike(words: string, limit: number): readonly (Completion & Pick<SimilarText, 'similarity'>)[] {
    return this.#getIndex()
      .pairs.findMostHolding(words, limit)
      .map(({ number, similarity }) => ({ text: this.all[number] ?? '', fit: 'alike', similarity }));
  }

  #getIndex(): QuestionIndex {
    if (this.#index !== null) return this.#index;
    const folded = this.all.map(foldText);
    this.#index = { pairs: LetterPairs.build(folded), folded: folded.map((words) => ` ${words}`) };
    return this.#index;
  }
}

interface QuestionIndex {
  /** The folded words of each question, each after a space. */
  readonly folded: readonly string[];
  readonly pairs: LetterPairs;
}

/** Questions to choose from, each once, in the order in which they were given. Immutable. */
export class Suggestions {
  readonly #lists: readonly QuestionList[];
  /** Collected when they are first listed. */
  #all: readonly string[] | null = null;

  /** @param lists the first of them counts for a question that several have */
  constructor(lists: readonly QuestionList[]) {
    this.#lists = lists;
  }

  static create(questions: readonly string[]): Suggestions {
    return new Suggestions([new QuestionList(removeDuplicates(questions))]);
  }

  get all(): readonly string[] {
    this.#all ??= this.#lists.flatMap((list, index) =>
      index === 0 ? list.all : list.all.filter((text) => !this.#isIn(text, index)),
    );
    return this.#all;
  }

  /**
   * Completes `typed`, the beginning of a question or some of its words, with at most `limit` questions. They are sorted by their fit,
   * then in the order of all questions or, if alike, by similarity. If no word is typed yet, these are the first of all questions.
   *
   * fuse.js is not used here. With 600 misspelt questions (NoiseQA), typed to a third, it had the right one among the first five of 5,000
   * in 87 of 100 cases, the letter pairs by themselves in 90.
   */
  complete(typed: string, limit: number): readonly Completion[] {
    const words = foldText(typed.slice(0, MAX_CHARS));
    if (words === '') return this.all.slice(0, limit).map((text) => ({ text, fit: 'begins' }));
    const fitting = this.#collect((list) => list.findFitting(words));
    const exact = FITS.flatMap((fit) => fitting.filter((each) => each.fit === fit)).slice(0, limit);
    if (exact.length === limit) return exact;
    const found = new Set(exact.map(({ text }) => text));
    const alike = this.#collect((list) => list.findAlike(words, limit))
      .toSorted((a, b) => b.similarity - a.similarity)
      .slice(0, limit)
      .map(({ text, fit }) => ({ text, fit }))
      .filter(({ text }) => !found.has(text));
    return [...exact, ...alike].slice(0, limit);
  }

  /** Finds the question that differs from this text in case, white space and closing marks at most. Returns null if there is none. */
  find(text: string): string | null {
    for (const list of this.#lists) {
      const found = list.find(text);
      if (found !== null) return found;
    }
    return null;
  }

  /** Collects questions of each list, without those that a list before has. */
  #collect<Found extends Completion>(find: (list: QuestionList) => readonly Found[]): readonly Found[] {
    return this.#lists.flatMap((list, index) => find(list).filter(({ text }) => !this.#isIn(text, index)));
  }

  /** Returns whether one of the first `count` lists has a question. */
  #isIn(text: string, count: number): boolean {
    return this.#lists.slice(0, count).some((list) => list.find(text) !== null);
  }
}

function classifyFit(folded: string, typed: string, begun: readonly string[]): Fit | null {
  if (folded === typed) return 'equal';
  if (folded.startsWith(typed)) return 'begins';
  return begun.every((word) => folded.includes(word)) ? 'holds' : null;
}
