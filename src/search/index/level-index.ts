import type { FactRange } from '../articles/article-list.ts';
import type { TermNumbers } from '../terms/term-numbers.ts';
import type { WeightedTerm } from './bm25.ts';
import type { LevelScores } from './candidate.ts';
import { Level } from './level.ts';
import type { SegmentLevels } from './segment-levels.ts';
import { selectHighest } from './select-highest.ts';

/*
 * The loops of this folder read arrays by indices that are in range, and write `?? 0` for the compiler alone. A function that reads and
 * throws would be more honest, but it serves arrays of every kind: V8 then reads through a slow path, and scoring takes 2.5 times as long.
 */

/**
 * The weights of a fact's paragraph and title beside its own words. An answer often leaves out the subject that its paragraph or title
 * has named. Tuned on `squad11-dev` and `nq-qed-dev`.
 */
const PARAGRAPH_WEIGHT = 0.7;
const TITLE_WEIGHT = 0.6;

/** How many facts to find, and which. */
interface FindOptions {
  readonly limit: number;
  /** If fewer facts than this hold one of the terms, others follow with a score of 0; 0 by default. */
  readonly atLeast?: number;
  /** The range to search; all facts by default. */
  readonly within?: FactRange;
  /** The numbers of facts that follow the others; none by default. */
  readonly also?: readonly number[];
}

/** The levels of one segment, as a base joins them. */
export interface LevelSegment {
  readonly levels: SegmentLevels;
  readonly terms: TermNumbers;
  /** The base's number of its first fact. */
  readonly firstFact: number;
}

/** The index of all segments of a base, as if it were one. Facts and terms go by their numbers in the base. Immutable. */
export class LevelIndex {
  readonly #segments: readonly LevelSegment[];
  readonly #facts: Level;
  readonly #paragraphs: Level;
  readonly #titles: Level;
  readonly #factCount: number;

  constructor(segments: readonly LevelSegment[]) {
    const parts = (name: 'facts' | 'paragraphs' | 'titles') =>
      segments.map(({ levels, terms }) => ({ documents: levels[name], terms }));
    this.#segments = segments;
    this.#facts = new Level(parts('facts'));
    this.#paragraphs = new Level(parts('paragraphs'));
    this.#titles = new Level(parts('titles'));
    this.#factCount = segments.reduce((sum, { levels }) => sum + levels.facts.count, 0);
  }

  /** Returns how telling a term is: above 0, highest for undefined, which no fact holds. */
  idf(term: number | undefined): number {
    return term === undefined ? this.#facts.idfOfUnknown : this.#facts.idf(term);
  }

  /** Returns whether a fact's sentence holds a term. */
  holds(term: number, fact: number): boolean {
    return this.holdsWithin(term, { from: fact, to: fact + 1 });
  }

  /** Returns whether the sentence of one of these facts, all of one segment, holds a term. */
  holdsWithin(term: number, { from, to }: FactRange): boolean {
    const { levels, terms, firstFact } = this.#findSegment(from);
    const own = terms.findOwn(term);
    return own !== undefined && levels.facts.holdsWithin(own, from - firstFact, to - firstFact);
  }

  /** Returns whether a fact's paragraph, headings or title hold a term. */
  holdsAround(term: number, fact: number): boolean {
    const { levels, terms, firstFact } = this.#findSegment(fact);
    const own = terms.findOwn(term);
    return own !== undefined && levels.holdsAround(own, fact - firstFact);
  }

  /** Returns whether the title or aliases of a fact's article hold a term. */
  titleHolds(term: number, fact: number): boolean {
    const { levels, terms, firstFact } = this.#findSegment(fact);
    const own = terms.findOwn(term);
    return own !== undefined && levels.titles.holds(own, levels.articleOf[fact - firstFact] ?? 0);
  }

  /** Finds the facts that best fit `terms`, best first, equal ones in their order. Returns none without terms. */
  findBest(
    terms: readonly WeightedTerm[],
    { limit, atLeast = 0, within = { from: 0, to: this.#factCount }, also = [] }: FindOptions,
  ): readonly LevelScores[] {
    const scored = this.#computeScores(terms);
    const eligible = scored.scores.subarray(within.from, within.to);
    const fitting = selectHighest(eligible, limit);
    const missing = terms.length === 0 ? 0 : Math.min(limit, atLeast) - fitting.length;
    const indexes = [...fitting, ...findFirstZeros(eligible, missing)].map((offset) => within.from + offset);
    return [...new Set([...indexes, ...also])].map((index) => this.#readScores(scored, index));
  }

  #computeScores(terms: readonly WeightedTerm[]): ScoredFacts {
    const facts = this.#facts.computeScores(terms);
    const paragraphs = this.#paragraphs.computeScores(terms);
    const titles = this.#titles.computeScores(terms);
    const scores = new Float32Array(this.#factCount);
    for (const [number, { levels, firstFact }] of this.#segments.entries()) {
      const sum = scores.subarray(firstFact, firstFact + levels.facts.count);
      addUp(sum, levels, {
        facts: facts[number] ?? NO_SCORES,
        paragraphs: paragraphs[number] ?? NO_SCORES,
        titles: titles[number] ?? NO_SCORES,
      });
    }
    return { scores, facts, paragraphs, titles };
  }

  #readScores({ scores, facts, paragraphs, titles }: ScoredFacts, index: number): LevelScores {
    const segment = this.#findSegment(index);
    const number = this.#segments.indexOf(segment);
    const { paragraphOf, articleOf } = segment.levels;
    const fact = index - segment.firstFact;
    const own = facts[number] ?? NO_SCORES;
    const ownBeside = (other: number): number =>
      paragraphOf[fact] === paragraphOf[other] ? (own[other] ?? 0) : 0;
    return {
      index,
      score: scores[index] ?? 0,
      own: own[fact] ?? 0,
      before: ownBeside(fact - 1),
      after: ownBeside(fact + 1),
      paragraph: paragraphs[number]?.[paragraphOf[fact] ?? 0] ?? 0,
      title: titles[number]?.[articleOf[fact] ?? 0] ?? 0,
    };
  }

  /** @throws {RangeError} if there is no segment */
  #findSegment(fact: number): LevelSegment {
    const found = this.#segments.findLast(({ firstFact }) => firstFact <= fact) ?? this.#segments[0];
    if (found === undefined) throw new RangeError('no segment');
    return found;
  }
}

/** The scores of all facts, and those of each segment that they are made of. */
interface ScoredFacts {
  readonly scores: Float32Array;
  readonly facts: readonly Float32Array[];
  readonly paragraphs: readonly Float32Array[];
  readonly titles: readonly Float32Array[];
}

const NO_SCORES = new Float32Array(0);

/** Adds up the scores of each fact of a segment. */
function addUp(
  sum: Float32Array,
  { paragraphOf, articleOf }: SegmentLevels,
  { facts, paragraphs, titles }: Record<'facts' | 'paragraphs' | 'titles', Float32Array>,
): void {
  for (let i = 0; i < sum.length; i++) {
    const paragraph = paragraphs[paragraphOf[i] ?? 0] ?? 0;
    const title = titles[articleOf[i] ?? 0] ?? 0;
    sum[i] = (facts[i] ?? 0) + PARAGRAPH_WEIGHT * paragraph + TITLE_WEIGHT * title;
  }
}

/** Finds the first `count` indices whose score is 0. */
function findFirstZeros(scores: Float32Array, count: number): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < scores.length && found.length < count; index++)
    if (scores[index] === 0) found.push(index);
  return found;
}
