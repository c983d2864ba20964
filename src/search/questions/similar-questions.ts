import { dropServerPhrases, stripGreeting } from '../../text/words/filler-phrases.ts';
import { expandContractions } from '../../text/words/questions.ts';
import { splitWords } from '../../text/words/words.ts';
import { SimilarWords } from '../words/similar-words.ts';

/** Longer questions are hardly asked again in other words, and take long to compare. */
const MAX_CHARS = 300;
const MAX_WORDS = 30;
/**
 * At most this share of the words, but always one, may be spelt differently. With a half, 8 more of the misspelt questions below are
 * recognised.
 */
const MAX_ALTERED_SHARE = 1 / 3;
/**
 * How many words are looked up beyond those that may differ. More words leave fewer questions to compare in vain, but common words are in
 * most questions.
 */
const SURPLUS = 2;
/**
 * If more questions hold the rarest words, words are looked up with their typos. That takes longer, but leaves hardly any question to
 * compare in vain. Of 100 to 3,000, this is the best number for 10,000 questions of the English question sets, and for made-up words in
 * “what is the … of the …”.
 */
const MANY = 300;
/** Up to this many questions are compared, instead of narrowed down by another word. */
const FEW = 10;
/**
 * Limits of the time for a question whose words are in thousands of others: how many questions are looked at, how many words narrow them
 * down, and how many questions are then compared typo by typo, the most similar first. None of 10,000 questions of the English question
 * sets comes near.
 */
const MAX_LOOKED_AT = 2_000;
const MAX_NARROWING = 8;
const MAX_COMPARED = 1_000;
/** Words that may be missing in one of two equal questions. */
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/**
 * Recognises a question that was asked before with its words in another order, with typos, or in other forms. A greeting, thanks and “on
 * this server” make no difference. It is strict: to miss a question is better than to take it for another one.
 *
 * Of the 228 misspelt questions of `noiseqa-keyboard-natural`, it recognises 163, and takes none of its 526 for another. Shared letter
 * pairs (a Dice coefficient from 0.95 on) recognise 167 with no wrong one there, but cannot tell “in 2017” and “in 2018”, or “the east
 * gate” and “the west gate”, from typos. Here, two words that are both known, or hold a figure, differ.
 */
export class SimilarQuestions {
  readonly #known: KnownQuestion[] = [];
  /** The numbers of the questions that hold a word, ascending. */
  readonly #holding = new Map<string, number[]>();
  /** The number of each word, in order of first appearance. */
  readonly #numberOf = new Map<string, number>();
  readonly #alike: SimilarWords;

  /** @param isWord whether a folded word is known, and so no typo of another */
  constructor(questions: readonly string[], isWord: (folded: string) => boolean) {
    this.#alike = new SimilarWords(isWord);
    for (const question of questions) this.add(question);
  }

  /** Adds a question. Its number is how many there were before. */
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
    this.#known.push({ words, numbers: this.#toNumbers(words) });
  }

  /**
   * Finds the numbers of the questions that ask the same as `question`, the most similar first. Returns none for a text without words, or
   * a very long one. The time is bounded, however many questions there are.
   */
  find(question: string): readonly number[] {
    const words = foldWords(question);
    const numbers = this.#toNumbers(words);
    const isTypo = memoise((typed, meant) => this.#alike.isTypo(typed, meant));
    return this.#findCandidates(words)
      .flatMap((number) => {
        const lacking = this.#countLacking(numbers, this.#known[number]?.numbers ?? []);
        return lacking === null ? [] : { number, lacking };
      })
      .toSorted((a, b) => a.lacking - b.lacking || a.number - b.number)
      .slice(0, MAX_COMPARED)
      .filter(({ number }) => areTypos(words, this.#known[number]?.words ?? [], isTypo))
      .map(({ number }) => number);
  }

  /** Returns the numbers of the words, ascending. A word that no question holds counts as the highest. */
  #toNumbers(words: readonly string[]): readonly number[] {
    return words
      .map((word) => this.#numberOf.get(word) ?? Number.POSITIVE_INFINITY)
      .toSorted((a, b) => a - b || 0);
  }

  /** Returns the numbers of all questions that may ask the same, and few others. */
  #findCandidates(asked: readonly string[]): readonly number[] {
    const words = [...new Set(asked)].toSorted((a, b) => this.#countOf(a) - this.#countOf(b));
    const mayLack = countAlterable(asked.length + 1);
    // A question that lacks more of the rarest words cannot match.
    const rare = words.slice(0, mayLack + SURPLUS);
    const least = Math.max(1, rare.length - mayLack);
    const count = rare.reduce((sum, word) => sum + this.#countOf(word), 0);
    return count > MANY ? this.#findHoldingAll(words, asked.length) : this.#findHoldingSome(rare, least);
  }

  /** Returns the numbers of the questions that hold at least `least` of the words. */
  #findHoldingSome(words: readonly string[], least: number): readonly number[] {
    const counts = new Map<number, number>();
    for (const word of words)
      for (const number of this.#holding.get(word) ?? []) counts.set(number, (counts.get(number) ?? 0) + 1);
    return [...counts].flatMap(([number, count]) => (count >= least ? number : []));
  }

  /**
   * Returns the numbers of the questions that hold each of the words except articles, or a typo of it, and perhaps a few others. One word
   * is enough to find them; the others narrow down the result.
   *
   * @param words the rarest first
   */
  #findHoldingAll(words: readonly string[], length: number): readonly number[] {
    const telling = words.filter((word) => !ARTICLES.has(word)).slice(0, MAX_NARROWING);
    const [first, ...others] = telling.length === 0 ? words : telling;
    if (first === undefined) return [];
    let found = this.#findHoldingAny(telling.length === 0 ? words : this.#listTypings(first), length);
    for (const word of telling.length === 0 ? [] : others) {
      if (found.length <= FEW) break;
      const ways = new Set(this.#listTypings(word));
      found = found.filter((number) => this.#known[number]?.words.some((said) => ways.has(said)));
    }
    return found;
  }

  #countOf(word: string): number {
    return this.#holding.get(word)?.length ?? 0;
  }

  #listTypings(word: string): readonly string[] {
    return [word, ...this.#alike.findSimilar(word)];
  }

  /** Returns the numbers of the questions of similar length that hold one of `words`. */
  #findHoldingAny(words: readonly string[], length: number): readonly number[] {
    const found = new Set<number>();
    for (const word of words)
      for (const number of this.#holding.get(word) ?? []) {
        if (found.size >= MAX_LOOKED_AT) return [...found];
        if (areAboutAsMany(length, this.#known[number]?.words.length ?? 0)) found.add(number);
      }
    return [...found];
  }

  /**
   * Counts how many of the asked words the other question lacks. Returns null if that alone makes them different. Both lists are
   * ascending.
   */
  #countLacking(asked: readonly number[], known: readonly number[]): number | null {
    if (!areAboutAsMany(asked.length, known.length)) return null;
    const most = Math.min(
      countAlterable(Math.max(asked.length, known.length)),
      // Articles in only one of the questions leave no room for more typos.
      countAlterable(asked.length + 1),
    );
    let [lacking, index] = [0, 0];
    for (const number of asked) {
      while ((known[index] ?? number) < number) index++;
      if (known[index] === number) index++;
      else if (++lacking > most) return null;
    }
    // Without a word in common, the questions may mean anything.
    return lacking === asked.length ? null : lacking;
  }
}

type IsTypo = (typed: string, meant: string) => boolean;

/** Caches the answers, as the same two words are in many questions. */
function memoise(isTypo: IsTypo): IsTypo {
  const known = new Map<string, boolean>();
  return (typed, meant) => {
    const key = `${typed} ${meant}`;
    const before = known.get(key) ?? isTypo(typed, meant);
    known.set(key, before);
    return before;
  };
}

/** Returns whether the words that only one of the two questions holds are typos of each other, or articles. */
function areTypos(asked: readonly string[], known: readonly string[], isTypo: IsTypo): boolean {
  const missing = removeWords(known, asked);
  for (const word of removeWords(asked, known)) {
    const index = missing.findIndex((meant) => isTypo(word, meant));
    if (index >= 0) missing.splice(index, 1);
    else if (!ARTICLES.has(word)) return false;
  }
  return missing.every((word) => ARTICLES.has(word));
}

interface KnownQuestion {
  readonly words: readonly string[];
  /** The numbers of its words, ascending. */
  readonly numbers: readonly number[];
}

function areAboutAsMany(asked: number, known: number): boolean {
  return Math.abs(asked - known) <= countAlterable(Math.max(asked, known));
}

function countAlterable(words: number): number {
  return Math.max(1, Math.floor(words * MAX_ALTERED_SHARE));
}

function foldWords(question: string): readonly string[] {
  if (question.length > MAX_CHARS) return [];
  const words = splitWords(expandContractions(question));
  if (words.length > MAX_WORDS) return [];
  return dropServerPhrases(stripGreeting(words).map(({ folded }) => folded));
}

/** Returns the words of `some` without those of `others`, each as often as it remains. */
function removeWords(some: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return some.filter((word) => {
    const index = rest.indexOf(word);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}
