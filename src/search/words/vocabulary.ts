import Fuse from 'fuse.js';
import { computeEditDistance } from '../../text/words/edit-distance.ts';
import { isSlip } from '../../text/words/slips.ts';
import type { FlatReader, FlatWriter } from '../flat/flat-buffer.ts';
import { StringTable } from '../flat/string-table.ts';
import { countPairs, LetterPairs } from './letter-pairs.ts';

/** How many words that share letter pairs with the misspelt one go to fuse.js, which scans all it is given. */
const SHORTLIST = 40;
/** Two swapped letters change three pairs, every other slip fewer. */
const PAIRS_AN_EDIT = 3;
/** Shorter words have too many neighbours: `born` is one letter from `worn`. */
const MIN_LETTERS = 5;
/** A word of this length is only corrected for a slip of the finger. Any two words of three letters are neighbours. */
const SHORT = 4;
/** Longer texts are hardly words. fuse.js took a second for one of 900 letters among 60 like it. */
const MAX_LETTERS = 40;

const FUZZY = { includeScore: true, ignoreLocation: true, threshold: 0.5 } as const;

/** Distinct words, against which misspelt words of up to 40 letters are matched. Immutable. */
export class WordList {
  readonly #words: StringTable;
  readonly #pairs: LetterPairs;

  private constructor(words: StringTable, pairs: LetterPairs) {
    this.#words = words;
    this.#pairs = pairs;
  }

  /** @param words folded words, each once */
  static build(words: readonly string[]): WordList {
    // Longer texts are never matched. They stay in the list, so that the words have the same numbers in both.
    const matched = words.map((word) => (word.length <= MAX_LETTERS ? word : ''));
    return new WordList(StringTable.create(words), LetterPairs.build(matched));
  }

  static read(from: FlatReader, at: string): WordList {
    return new WordList(StringTable.read(from, `${at}/words`), LetterPairs.read(from, `${at}/pairs`));
  }

  write(to: FlatWriter, at: string): void {
    this.#words.write(to, `${at}/words`);
    this.#pairs.write(to, `${at}/pairs`);
  }

  has(folded: string): boolean {
    return this.#words.find(folded) !== undefined;
  }

  /** Finds the words that share the most letter pairs with `folded`, most similar first, then in their order. */
  findSimilar(
    folded: string,
    leastShared: number,
  ): readonly { readonly word: string; readonly similarity: number }[] {
    return this.#pairs
      .findMostSimilar(folded, { limit: SHORTLIST, leastShared })
      .map(({ number, similarity }) => ({ word: this.#words.get(number), similarity }));
  }
}

/**
 * The distinct words of a fact base. Asking fuse.js for one word among 15,000 takes 30–130 ms. So length and letter pairs select a shortlist
 * first, and fuse.js ranks that.
 */
export class Vocabulary {
  readonly #lists: readonly WordList[];

  /** @param lists the words of each segment. Of several equally many slips away, the one that fuse.js ranks first is taken. */
  constructor(lists: readonly WordList[]) {
    this.#lists = lists;
  }

  has(folded: string): boolean {
    return this.#lists.some((list) => list.has(folded));
  }

  /**
   * Finds the word that `folded` was probably meant to be. Returns itself if it is known, and null if no word is close enough. Four
   * letters are corrected only if they are no word of the language.
   */
  findClosest(folded: string, isWord = false): string | null {
    if (this.has(folded)) return folded;
    const limit = countAllowedEdits(folded);
    if (limit === 0) return isWord ? null : this.#closestShort(folded);
    const ranked = new Fuse(this.#shortlist(folded, limit), FUZZY).search(folded);
    let best: string | null = null;
    let bestEdits = limit + 1;
    for (const { item } of ranked) {
      const edits = computeEditDistance(folded, item, limit);
      if (edits < bestEdits) [best, bestEdits] = [item, edits];
    }
    return best;
  }

  #closestShort(folded: string): string | null {
    if (folded.length !== SHORT || /\d/.test(folded)) return null;
    return this.#shortlist(folded, 1).find((word) => isSlip(folded, word)) ?? null;
  }

  #shortlist(folded: string, limit: number): readonly string[] {
    const leastShared = Math.max(1, countPairs(folded) - PAIRS_AN_EDIT * limit);
    const similar = this.#lists.flatMap((list) => list.findSimilar(folded, leastShared));
    const words = similar.toSorted((a, b) => b.similarity - a.similarity).map(({ word }) => word);
    return [...new Set(words)].slice(0, SHORTLIST);
  }
}

/** Returns how many edits are allowed: one slip in a short word, two in a long one. Numbers are never misspelt: 1994 is not 1995. */
function countAllowedEdits(folded: string): number {
  if (folded.length < MIN_LETTERS || folded.length > MAX_LETTERS || /\d/.test(folded)) return 0;
  return folded.length < 8 ? 1 : 2;
}
