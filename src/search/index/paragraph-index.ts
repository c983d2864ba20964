import type { FlatReader, FlatWriter } from '../flat/flat-buffer.ts';
import { Postings } from '../terms/postings.ts';
import { TermLists } from '../terms/term-lists.ts';
import { computeImpact, computeNormalisation } from './bm25.ts';
import type { ScoredDocuments, ScoringOfTerm } from './level.ts';

/** A heading above several paragraphs in a row, or the lead of a list. It counts as part of each paragraph. */
export interface SharedPart {
  readonly terms: readonly number[];
  /** The paragraphs below it: from `from` on, before `to`. */
  readonly from: number;
  readonly to: number;
  /** The number of the part around it, which holds all of its paragraphs; -1 if there is none. */
  readonly outer: number;
}

/** The terms of paragraphs, and of the text above them. */
export interface ParagraphTerms {
  /** The terms that each paragraph says itself. */
  readonly own: TermLists;
  /** Sorted by where they begin, an outer part before those inside it. */
  readonly parts: readonly SharedPart[];
  /** The number of the innermost part around each paragraph; -1 if there is none. */
  readonly partOf: Int32Array;
}

interface ParagraphArrays {
  /** The number of the innermost part around each paragraph; -1 if there is none. */
  readonly partOf: Int32Array;
  /** The paragraphs below each part, and the part around it: see {@link SharedPart}. */
  readonly froms: Uint32Array;
  readonly tos: Uint32Array;
  readonly outers: Int32Array;
  /** How many terms each paragraph has, with the text above it. */
  readonly lengths: Uint32Array;
  /** How many paragraphs hold each term, in their own text or above it. */
  readonly frequencies: Uint32Array;
}

/**
 * Equals an {@link InvertedIndex} of paragraphs that repeat the text above them, without repeating it. A long heading above 300,000 short
 * paragraphs took a gigabyte and a half. Immutable.
 */
export class ParagraphIndex implements ScoredDocuments {
  readonly totalLength: number;
  readonly #own: Postings;
  readonly #shared: Postings;
  readonly #arrays: ParagraphArrays;
  /** Where `addScores` counts; all 0 outside it. */
  #counts: Uint32Array | null = null;

  private constructor(own: Postings, shared: Postings, arrays: ParagraphArrays) {
    this.#own = own;
    this.#shared = shared;
    this.#arrays = arrays;
    this.totalLength = arrays.lengths.reduce((sum, length) => sum + length, 0);
  }

  static build(paragraphs: ParagraphTerms, termCount: number): ParagraphIndex {
    const { own, parts, partOf } = paragraphs;
    const shared = Postings.build(TermLists.create(parts.map(({ terms }) => terms)), termCount);
    const arrays = {
      partOf,
      froms: Uint32Array.from(parts, ({ from }) => from),
      tos: Uint32Array.from(parts, ({ to }) => to),
      outers: Int32Array.from(parts, ({ outer }) => outer),
      lengths: computeLengths(paragraphs),
      frequencies: new Uint32Array(termCount),
    };
    const index = new ParagraphIndex(Postings.build(own, termCount), shared, arrays);
    for (let term = 0; term < termCount; term++) arrays.frequencies[term] = index.#countHolding(term);
    return index;
  }

  static read(from: FlatReader, at: string): ParagraphIndex {
    return new ParagraphIndex(Postings.read(from, `${at}/own`), Postings.read(from, `${at}/shared`), {
      partOf: from.readInt32(`${at}/partOf`),
      froms: from.readUint32(`${at}/froms`),
      tos: from.readUint32(`${at}/tos`),
      outers: from.readInt32(`${at}/outers`),
      lengths: from.readUint32(`${at}/lengths`),
      frequencies: from.readUint32(`${at}/frequencies`),
    });
  }

  write(to: FlatWriter, at: string): void {
    this.#own.write(to, `${at}/own`);
    this.#shared.write(to, `${at}/shared`);
    for (const [name, array] of Object.entries(this.#arrays)) to.add(`${at}/${name}`, array);
  }

  /** Returns whether a paragraph or the text above it holds `term`. */
  holds(term: number, paragraph: number): boolean {
    if (this.#own.holdsWithin(term, paragraph, paragraph + 1)) return true;
    const { partOf, outers } = this.#arrays;
    for (let part = partOf[paragraph] ?? -1; part >= 0; part = outers[part] ?? -1)
      if (this.#shared.holdsWithin(term, part, part + 1)) return true;
    return false;
  }

  get count(): number {
    return this.#arrays.lengths.length;
  }

  countDocuments(term: number): number {
    return this.#arrays.frequencies[term] ?? 0;
  }

  addScores({ term, factor, averageLength }: ScoringOfTerm, scores: Float32Array): void {
    this.#counts ??= new Uint32Array(this.count);
    const [counts, lengths] = [this.#counts, this.#arrays.lengths];
    this.#visitHolding(term, (paragraph, times) => {
      counts[paragraph] = (counts[paragraph] ?? 0) + times;
    });
    this.#visitHolding(term, (paragraph) => {
      const times = counts[paragraph] ?? 0;
      if (times === 0) return;
      const impact = computeImpact(times, computeNormalisation(lengths[paragraph] ?? 0, averageLength));
      scores[paragraph] = (scores[paragraph] ?? 0) + factor * impact;
      counts[paragraph] = 0;
    });
  }

  /** Visits each paragraph that holds a term, and again for each part above it that does. */
  #visitHolding(term: number, visit: (paragraph: number, times: number) => void): void {
    const { starts, documents, counts } = this.#own;
    for (let i = starts[term] ?? 0; i < (starts[term + 1] ?? 0); i++)
      visit(documents[i] ?? 0, counts[i] ?? 0);
    for (const { from, to, times } of this.#listRangesHolding(term))
      for (let paragraph = from; paragraph < to; paragraph++) visit(paragraph, times);
  }

  *#listRangesHolding(
    term: number,
  ): Generator<{ readonly from: number; readonly to: number; readonly times: number }> {
    const { starts, documents, counts } = this.#shared;
    const { froms, tos } = this.#arrays;
    for (let i = starts[term] ?? 0; i < (starts[term + 1] ?? 0); i++) {
      const part = documents[i] ?? 0;
      yield { from: froms[part] ?? 0, to: tos[part] ?? 0, times: counts[i] ?? 0 };
    }
  }

  #countHolding(term: number): number {
    const { starts, documents } = this.#own;
    const end = starts[term + 1] ?? 0;
    let own = starts[term] ?? 0;
    let [holding, covered] = [0, 0];
    const countUpTo = (limit: number): void => {
      for (; own < end && (documents[own] ?? 0) < limit; own++)
        if ((documents[own] ?? 0) >= covered) holding++;
    };
    for (const { from, to } of this.#listRangesHolding(term)) {
      if (to <= covered) continue;
      countUpTo(from);
      holding += to - Math.max(from, covered);
      covered = to;
    }
    countUpTo(Number.POSITIVE_INFINITY);
    return holding;
  }
}

function computeLengths({ own, parts, partOf }: ParagraphTerms): Uint32Array {
  const above: number[] = [];
  for (const { terms, outer } of parts) above.push(terms.length + (above[outer] ?? 0));
  return Uint32Array.from(partOf, (part, paragraph) => own.read(paragraph).length + (above[part] ?? 0));
}
