import { computeEditDistance } from '../../text/words/edit-distance.ts';
import { stem } from '../../text/words/stems.ts';
import { isFunctionWord } from '../../text/words/word-lists.ts';

/** From this length on, two unknown words may be one. Shorter names differ by a letter. */
const MIN_UNKNOWN_LETTERS = 5;
/** In words up to this length one letter may differ, in longer ones two. */
const SHORT = 5;
const MAX_EDITS = 2;
/**
 * How many words with nearly the same letters are tried at most, which takes a millisecond. Among the words of 10,000 questions, hardly
 * any has 500 such. Made-up words from the same nine letters can be hundreds of thousands.
 */
const MAX_TRIED = 5_000;

/** Words of one group, by their length. */
type Shelves = (Shelf | undefined)[];

interface Shelf {
  readonly words: string[];
  /** The letters of each word, by its place in `words`: see `toLetterBits`. */
  readonly letters: number[];
}

/**
 * Finds the words that somebody may have meant by what they typed: other forms and typos. A known word is no typo of another known word,
 * except of a small one. So most words are compared with few others, and first by the letters they hold.
 */
export class SimilarWords {
  readonly #isWord: (folded: string) => boolean;
  readonly #byStem = new Map<string, string[]>();
  readonly #known: Shelves = [];
  readonly #unknown: Shelves = [];
  /** The function words among the known words. */
  readonly #small: Shelves = [];

  /** @param isWord whether a folded word is known, and so no typo of another */
  constructor(isWord: (folded: string) => boolean) {
    this.#isWord = isWord;
  }

  /** @param word a folded word that was not added before */
  add(word: string): void {
    if (hasFigure(word)) return;
    const stemmed = stem(word);
    const forms = this.#byStem.get(stemmed);
    if (forms === undefined) this.#byStem.set(stemmed, [word]);
    else forms.push(word);
    const isKnown = this.#isWord(word);
    shelve(isKnown ? this.#known : this.#unknown, word);
    if (isKnown && isFunctionWord(word)) shelve(this.#small, word);
  }

  /** Finds the words that `typed` may stand for, in any order, and perhaps some that are nearly as near. Leaves out the same word. */
  findSimilar(typed: string): readonly string[] {
    if (hasFigure(typed)) return [];
    const found = new Set(this.#byStem.get(stem(typed)));
    for (const [shelves, most] of this.#selectShelves(typed))
      for (const word of findWithin(shelves, typed, most)) found.add(word);
    found.delete(typed);
    return [...found];
  }

  /** Returns whether `typed` may stand for `meant`, from which it differs. */
  isTypo(typed: string, meant: string): boolean {
    if (hasFigure(typed) || hasFigure(meant)) return false;
    if (stem(typed) === stem(meant)) return true;
    const [isTyped, isMeant] = [this.#isWord(typed), this.#isWord(meant)];
    // “Te” and “tha” are names, or words of some language, too.
    const isSmall = isFunctionWord(meant) && !isFunctionWord(typed);
    if (isTyped && isMeant && !isSmall) return false;
    const letters = Math.max(typed.length, meant.length);
    const isAnybodysGuess = !isTyped && !isMeant;
    if (isAnybodysGuess && letters < MIN_UNKNOWN_LETTERS) return false;
    const most = isAnybodysGuess || isSmall || letters <= SHORT ? 1 : MAX_EDITS;
    return computeEditDistance(typed, meant, most) <= most;
  }

  /** Returns the groups of which `typed` may be a typo, by the rules of `isTypo`, with the most edits allowed in each. */
  #selectShelves(typed: string): readonly (readonly [Shelves, mostEdits: number])[] {
    const longest = typed.length + MAX_EDITS;
    const most = longest <= SHORT ? 1 : MAX_EDITS;
    if (!this.#isWord(typed))
      return [
        [this.#known, most],
        [this.#unknown, 1],
      ];
    return isFunctionWord(typed)
      ? [[this.#unknown, most]]
      : [
          [this.#unknown, most],
          [this.#small, 1],
        ];
  }
}

function shelve(shelves: Shelves, word: string): void {
  const shelf = shelves[word.length];
  if (shelf === undefined) shelves[word.length] = { words: [word], letters: [toLetterBits(word)] };
  else {
    shelf.words.push(word);
    shelf.letters.push(toLetterBits(word));
  }
}

/** Finds the words that are at most `most` edits away from `typed`. */
function findWithin(shelves: Shelves, typed: string, most: number): readonly string[] {
  const letters = toLetterBits(typed);
  const found: string[] = [];
  let tried = 0;
  for (let length = typed.length - most; length <= typed.length + most; length++) {
    // Replacing a letter changes two of them, adding or dropping one changes only that one.
    const mostOther = 2 * most - Math.abs(length - typed.length);
    for (const word of selectSharing(shelves[length], letters, mostOther)) {
      if (++tried > MAX_TRIED) return found;
      if (computeEditDistance(typed, word, most) <= most) found.push(word);
    }
  }
  return found;
}

/** Selects the words of a shelf that differ in at most `mostOther` letters. */
function selectSharing(shelf: Shelf | undefined, letters: number, mostOther: number): readonly string[] {
  if (shelf === undefined) return [];
  return shelf.words.filter((_, index) => countBits(letters ^ (shelf.letters[index] ?? 0)) <= mostOther);
}

/** Returns which letters a word holds, as one bit each. The 26 Latin letters have bits of their own, and so have the Russian ones. */
function toLetterBits(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** @see https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function hasFigure(word: string): boolean {
  return /\d/.test(word);
}
