import { editDistance } from '../text/edit-distance.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { stem } from '../text/stems.ts';
import { splitWords } from '../text/words.ts';

/** Longer ones are hardly put twice in other words, and would take long to compare. */
const MAX_CHARS = 300;
/**
 * At most this share of the words, and one in any case, may be spelt otherwise. With a half 8 more of the misspelt questions below are
 * recognised, but finding those that are alike among 6,500 takes sixteen times as long.
 */
const MOST_ALTERED = 1 / 3;
/** So many words are looked up beyond those that may be altered: more finds fewer in vain, but common words stand in most questions. */
const SURPLUS = 2;
/** From this many letters on two words that nobody knows may be one: names differ by a letter. */
const MIN_UNKNOWN_LETTERS = 5;
/** In words up to this long one letter may be another, in longer ones two. */
const SHORT = 5;
/** What may be left out, or stand in one of them only. */
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/**
 * Questions by which the same one is recognised in another order of its words, with typos, and in other forms of its words. Strict: it is better
 * not to be recognised than to be taken for another question. Immutable.
 *
 * Of the 228 misspelt questions of `noiseqa-keyboard-natural` 163 are recognised, and none of its 526 is taken for another of them. Shared
 * letter pairs (a Dice coefficient from 0.95 on) recognise 167 with no wrong one there, but cannot tell “in 2017” and “in 2018”, or “the east gate”
 * and “the west gate”, from typos: here two words that are both known, or hold a figure, are two.
 */
export class AlikeQuestions {
  readonly #words: readonly (readonly string[])[];
  /** The numbers of the questions that hold a word, rising. */
  readonly #holding = new Map<string, number[]>();
  readonly #isWord: (folded: string) => boolean;

  /** @param isWord whether a folded word is known, and so no typo of another */
  constructor(questions: readonly string[], isWord: (folded: string) => boolean) {
    this.#words = questions.map(foldedWords);
    this.#isWord = isWord;
    for (const [number, words] of this.#words.entries())
      for (const word of new Set(words)) {
        const holding = this.#holding.get(word);
        if (holding === undefined) this.#holding.set(word, [number]);
        else holding.push(number);
      }
  }

  /** The numbers of those that ask the same as `question`, likest first; none for what has no word, or is very long. */
  find(question: string): readonly number[] {
    const words = foldedWords(question);
    return this.#sharing(words)
      .flatMap((number) => {
        const differing = this.#differing(words, this.#words[number] ?? []);
        return differing === null ? [] : { number, differing };
      })
      .toSorted((a, b) => a.differing - b.differing || a.number - b.number)
      .map(({ number }) => number);
  }

  /**
   * The numbers of those that hold enough of the words: only the rarest are looked up, since who lacks all of these lacks more than may be
   * altered. What stands in most questions is so hardly ever looked at.
   */
  #sharing(asked: readonly string[]): readonly number[] {
    const words = [...new Set(asked)].toSorted((a, b) => this.#countOf(a) - this.#countOf(b));
    const mayLack = mostAltered(asked.length + 1);
    const rare = words.slice(0, mayLack + SURPLUS);
    const least = Math.max(1, rare.length - mayLack);
    const shared = new Uint8Array(this.#words.length);
    const found: number[] = [];
    for (const word of rare)
      for (const number of this.#holding.get(word) ?? []) {
        const count = (shared[number] ?? 0) + 1;
        shared[number] = count;
        if (count === least) found.push(number);
      }
    return found;
  }

  #countOf(word: string): number {
    return this.#holding.get(word)?.length ?? 0;
  }

  /** In how many words the two differ; null where they do not ask the same. */
  #differing(asked: readonly string[], known: readonly string[]): number | null {
    const most = mostAltered(Math.max(asked.length, known.length));
    if (Math.abs(asked.length - known.length) > most) return null;
    const left = without(asked, known);
    if (left.length > most) return null;
    const missing = without(known, asked);
    const unpaired = left.filter((word) => {
      const place = missing.findIndex((meant) => this.#isTypo(word, meant));
      if (place >= 0) missing.splice(place, 1);
      return place < 0;
    });
    return [...unpaired, ...missing].every((word) => ARTICLES.has(word)) ? left.length : null;
  }

  /** Whether `typed` may stand for `meant`, from which it differs. */
  #isTypo(typed: string, meant: string): boolean {
    if (/\d/.test(typed + meant)) return false;
    if (stem(typed) === stem(meant)) return true;
    const [isTyped, isMeant] = [this.#isWord(typed), this.#isWord(meant)];
    // “Te” and “tha” are names or words of some language too.
    const isSmall = isFunctionWord(meant) && !isFunctionWord(typed);
    if (isTyped && isMeant && !isSmall) return false;
    const letters = Math.max(typed.length, meant.length);
    const isAnybodysGuess = !isTyped && !isMeant;
    if (isAnybodysGuess && letters < MIN_UNKNOWN_LETTERS) return false;
    const most = isAnybodysGuess || isSmall || letters <= SHORT ? 1 : 2;
    return editDistance(typed, meant, most) <= most;
  }
}

function mostAltered(words: number): number {
  return Math.max(1, Math.floor(words * MOST_ALTERED));
}

function foldedWords(question: string): readonly string[] {
  return question.length > MAX_CHARS ? [] : splitWords(question).map(({ folded }) => folded);
}

/** The words of `some` that `others` lack, each as often as it is lacking. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return some.filter((word) => {
    const place = rest.indexOf(word);
    if (place >= 0) rest.splice(place, 1);
    return place < 0;
  });
}
