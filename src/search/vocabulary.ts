import Fuse from 'fuse.js';
import { editDistance } from '../text/edit-distance.ts';

/** How many words that share letter pairs with the misspelt one are handed to fuse.js: it scans all it is given. */
const SHORTLIST = 40;
/** Shorter words have too many neighbours: `born` is one letter from `worn`. */
const MIN_LETTERS = 5;

const FUZZY = { includeScore: true, ignoreLocation: true, threshold: 0.5 } as const;

/**
 * The distinct words of a fact base, to match misspelt words against. Asking fuse.js for one word among 15,000
 * takes 30–130 ms; so length and letter pairs pick a shortlist first, and fuse.js ranks that.
 */
export class Vocabulary {
  readonly #words: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #wordsByPair: ReadonlyMap<string, readonly number[]>;

  /** @param words folded words; of several equally many slips away the one that fuse.js ranks first is taken */
  constructor(words: readonly string[]) {
    this.#words = words;
    this.#known = new Set(words);
    this.#wordsByPair = indexByPair(words);
  }

  has(folded: string): boolean {
    return this.#known.has(folded);
  }

  /** The word that `folded` was probably meant to be; itself where it is known, null where none is close enough. */
  closest(folded: string): string | null {
    if (this.has(folded)) return folded;
    const limit = allowedEdits(folded);
    if (limit === 0) return null;
    const ranked = new Fuse(this.#shortlist(folded, limit), FUZZY).search(folded);
    let best: string | null = null;
    let bestEdits = limit + 1;
    for (const { item } of ranked) {
      const edits = editDistance(folded, item, limit);
      if (edits < bestEdits) [best, bestEdits] = [item, edits];
    }
    return best;
  }

  #shortlist(folded: string, limit: number): readonly string[] {
    const lengthOf = (word: number): number => this.#words[word]?.length ?? 0;
    const shared = new Map<number, number>();
    for (const word of [...pairsOf(folded)].flatMap((pair) => this.#wordsByPair.get(pair) ?? [])) {
      if (Math.abs(lengthOf(word) - folded.length) > limit) continue;
      shared.set(word, (shared.get(word) ?? 0) + 1);
    }
    const similarity = ([word, count]: readonly [number, number]): number =>
      (2 * count) / (folded.length + 1 + lengthOf(word) + 1);
    return Array.from(shared)
      .toSorted((a, b) => similarity(b) - similarity(a) || a[0] - b[0])
      .slice(0, SHORTLIST)
      .map(([word]) => this.#words[word] ?? '');
  }
}

/** One slip in a short word, two in a long one; numbers are never “misspelt”: 1994 is not 1995. */
function allowedEdits(folded: string): number {
  if (folded.length < MIN_LETTERS || /\d/.test(folded)) return 0;
  return folded.length < 8 ? 1 : 2;
}

function indexByPair(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const byPair = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    for (const pair of pairsOf(word)) {
      const list = byPair.get(pair);
      if (list === undefined) byPair.set(pair, [index]);
      else list.push(index);
    }
  }
  return byPair;
}

/** The distinct letter pairs of a word, its two ends marked. */
function pairsOf(word: string): ReadonlySet<string> {
  const marked = `^${word}$`;
  return new Set(Array.from({ length: marked.length - 1 }, (_, i) => marked.slice(i, i + 2)));
}
