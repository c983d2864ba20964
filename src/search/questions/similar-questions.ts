import { splitWords } from '../../text/words/words.ts';
import { SimilarWords } from '../words/similar-words.ts';

/** Longer ones are hardly put twice in other words, and would take long to compare. */
const MAX_CHARS = 300;
const MAX_WORDS = 30;
/**
 * At most this share of the words, and one in any case, may be spelt otherwise. With a half 8 more of the misspelt questions below are
 * recognised.
 */
const MOST_ALTERED = 1 / 3;
/** So many words are looked up beyond those that may be altered: more finds fewer in vain, but common words stand in most questions. */
const SURPLUS = 2;
/**
 * Where more questions hold the rarest words, words are looked up with their typos: that takes longer, but finds hardly any in vain. Of 100 to
 * 3,000 the best for 10,000 questions of the English question sets, and for ones of made-up words in “what is the … of the …”.
 */
const MANY = 300;
/** So few questions are compared rather than looked for with another word. */
const FEW = 10;
/**
 * What bounds the time of a question whose words stand in thousands of others: so many others are looked at, narrowed down by so many words, and of
 * those left so many are compared typo by typo, the likest first. Of 10,000 questions of the English question sets none comes near.
 */
const MOST_LOOKED_AT = 2_000;
const MOST_NARROWING = 8;
const MOST_COMPARED = 1_000;
/** What may be left out, or stand in one of them only. */
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/**
 * Questions by which the same one is recognised in another order of its words, with typos, and in other forms of its words. Strict: it is better
 * not to be recognised than to be taken for another question.
 *
 * Of the 228 misspelt questions of `noiseqa-keyboard-natural` 163 are recognised, and none of its 526 is taken for another of them. Shared
 * letter pairs (a Dice coefficient from 0.95 on) recognise 167 with no wrong one there, but cannot tell “in 2017” and “in 2018”, or “the east gate”
 * and “the west gate”, from typos: here two words that are both known, or hold a figure, are two.
 */
export class SimilarQuestions {
  readonly #known: KnownQuestion[] = [];
  /** The numbers of the questions that hold a word, rising. */
  readonly #holding = new Map<string, number[]>();
  /** Of each word, in the order in which they came. */
  readonly #numberOf = new Map<string, number>();
  readonly #alike: SimilarWords;

  /** @param isWord whether a folded word is known, and so no typo of another */
  constructor(questions: readonly string[], isWord: (folded: string) => boolean) {
    this.#alike = new SimilarWords(isWord);
    for (const question of questions) this.add(question);
  }

  /** Its number is how many there were before. */
  add(question: string): void {
    const words = foldWords(question);
    const number = this.#known.length;
    for (const word of new Set(words)) {
      const holding = this.#holding.get(word);
      if (holding === undefined) {
        this.#holding.set(word, [number]);
        this.#numberOf.set(word, this.#numberOf.size);
        this.#alike.add(word);
      } else holding.push(number);
    }
    this.#known.push({ words, numbers: this.#numbersOf(words) });
  }

  /**
   * The numbers of those that ask the same as `question`, likest first; none for what has no word, or is very long. Takes a bounded time, however
   * many there are and whatever they hold.
   */
  find(question: string): readonly number[] {
    const words = foldWords(question);
    const numbers = this.#numbersOf(words);
    const isTypo = memoise((typed, meant) => this.#alike.isTypo(typed, meant));
    return this.#candidates(words)
      .flatMap((number) => {
        const lacking = this.#countLacking(numbers, this.#known[number]?.numbers ?? []);
        return lacking === null ? [] : { number, lacking };
      })
      .toSorted((a, b) => a.lacking - b.lacking || a.number - b.number)
      .slice(0, MOST_COMPARED)
      .filter(({ number }) => areTypos(words, this.#known[number]?.words ?? [], isTypo))
      .map(({ number }) => number);
  }

  /** The numbers of the words, rising; those that no question holds have none, and count as the highest. */
  #numbersOf(words: readonly string[]): readonly number[] {
    return words
      .map((word) => this.#numberOf.get(word) ?? Number.POSITIVE_INFINITY)
      .toSorted((a, b) => a - b || 0);
  }

  /** The numbers of all that may ask the same, and few others. */
  #candidates(asked: readonly string[]): readonly number[] {
    const words = [...new Set(asked)].toSorted((a, b) => this.#countOf(a) - this.#countOf(b));
    const mayLack = countAlterable(asked.length + 1);
    // Who lacks more of the rarest words lacks more than may be altered.
    const rare = words.slice(0, mayLack + SURPLUS);
    const least = Math.max(1, rare.length - mayLack);
    const count = rare.reduce((sum, word) => sum + this.#countOf(word), 0);
    return count > MANY ? this.#holdingAll(words, asked.length) : this.#holdingSome(rare, least);
  }

  /** The numbers of those that hold at least so many of the words. */
  #holdingSome(words: readonly string[], least: number): readonly number[] {
    const counts = new Map<number, number>();
    for (const word of words)
      for (const number of this.#holding.get(word) ?? []) counts.set(number, (counts.get(number) ?? 0) + 1);
    return [...counts].flatMap(([number, count]) => (count >= least ? number : []));
  }

  /**
   * The numbers of those that hold each of the words but articles, or what it may be typed for, and perhaps a few others: one word is
   * enough to find them, the others narrow down what it finds.
   *
   * @param words the rarest first
   */
  #holdingAll(words: readonly string[], length: number): readonly number[] {
    const telling = words.filter((word) => !ARTICLES.has(word)).slice(0, MOST_NARROWING);
    const [first, ...others] = telling.length === 0 ? words : telling;
    if (first === undefined) return [];
    let found = this.#holdingAny(telling.length === 0 ? words : this.#waysToType(first), length);
    for (const word of telling.length === 0 ? [] : others) {
      if (found.length <= FEW) break;
      const ways = new Set(this.#waysToType(word));
      found = found.filter((number) => this.#known[number]?.words.some((said) => ways.has(said)));
    }
    return found;
  }

  #countOf(word: string): number {
    return this.#holding.get(word)?.length ?? 0;
  }

  #waysToType(word: string): readonly string[] {
    return [word, ...this.#alike.findSimilar(word)];
  }

  /** The numbers of those of about so many words that hold one of `words`. */
  #holdingAny(words: readonly string[], length: number): readonly number[] {
    const found = new Set<number>();
    for (const word of words)
      for (const number of this.#holding.get(word) ?? []) {
        if (found.size >= MOST_LOOKED_AT) return [...found];
        if (areAboutAsMany(length, this.#known[number]?.words.length ?? 0)) found.add(number);
      }
    return [...found];
  }

  /** How many of the words asked the other lacks; null where that alone makes them different. Both are rising. */
  #countLacking(asked: readonly number[], known: readonly number[]): number | null {
    if (!areAboutAsMany(asked.length, known.length)) return null;
    const most = Math.min(
      countAlterable(Math.max(asked.length, known.length)),
      // Articles that one of them adds give no room for more typos.
      countAlterable(asked.length + 1),
    );
    let [lacking, place] = [0, 0];
    for (const number of asked) {
      while ((known[place] ?? number) < number) place++;
      if (known[place] === number) place++;
      else if (++lacking > most) return null;
    }
    // Who has no word in common may mean anything.
    return lacking === asked.length ? null : lacking;
  }
}

type IsTypo = (typed: string, meant: string) => boolean;

/** The same two words stand in many questions. */
function memoise(isTypo: IsTypo): IsTypo {
  const known = new Map<string, boolean>();
  return (typed, meant) => {
    const key = `${typed} ${meant}`;
    const before = known.get(key) ?? isTypo(typed, meant);
    known.set(key, before);
    return before;
  };
}

/** Whether the words that only one of the two questions holds are typos of each other, or articles. */
function areTypos(asked: readonly string[], known: readonly string[], isTypo: IsTypo): boolean {
  const missing = removeWords(known, asked);
  for (const word of removeWords(asked, known)) {
    const place = missing.findIndex((meant) => isTypo(word, meant));
    if (place >= 0) missing.splice(place, 1);
    else if (!ARTICLES.has(word)) return false;
  }
  return missing.every((word) => ARTICLES.has(word));
}

interface KnownQuestion {
  readonly words: readonly string[];
  /** Of its words, rising. */
  readonly numbers: readonly number[];
}

function areAboutAsMany(asked: number, known: number): boolean {
  return Math.abs(asked - known) <= countAlterable(Math.max(asked, known));
}

function countAlterable(words: number): number {
  return Math.max(1, Math.floor(words * MOST_ALTERED));
}

function foldWords(question: string): readonly string[] {
  if (question.length > MAX_CHARS) return [];
  const words = splitWords(question);
  return words.length > MAX_WORDS ? [] : words.map(({ folded }) => folded);
}

/** The words of `some` that `others` lack, each as often as it is lacking. */
function removeWords(some: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return some.filter((word) => {
    const place = rest.indexOf(word);
    if (place >= 0) rest.splice(place, 1);
    return place < 0;
  });
}
