import { splitWords } from '../text/words.ts';
import { AlikeWords } from './alike-words.ts';

/** Longer ones are hardly put twice in other words, and would take long to compare. */
const MAX_CHARS = 300;
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
export class AlikeQuestions {
  readonly #words: (readonly string[])[] = [];
  /** The numbers of the questions that hold a word, rising. */
  readonly #holding = new Map<string, number[]>();
  readonly #alike: AlikeWords;

  /** @param isWord whether a folded word is known, and so no typo of another */
  constructor(questions: readonly string[], isWord: (folded: string) => boolean) {
    this.#alike = new AlikeWords(isWord);
    for (const question of questions) this.add(question);
  }

  /** Its number is how many there were before. */
  add(question: string): void {
    const words = foldedWords(question);
    const number = this.#words.push(words) - 1;
    for (const word of new Set(words)) {
      const holding = this.#holding.get(word);
      if (holding === undefined) {
        this.#holding.set(word, [number]);
        this.#alike.add(word);
      } else holding.push(number);
    }
  }

  /** The numbers of those that ask the same as `question`, likest first; none for what has no word, or is very long. */
  find(question: string): readonly number[] {
    const words = foldedWords(question);
    return this.#candidates(words)
      .flatMap((number) => {
        const differing = this.#differing(words, this.#words[number] ?? []);
        return differing === null ? [] : { number, differing };
      })
      .toSorted((a, b) => a.differing - b.differing || a.number - b.number)
      .map(({ number }) => number);
  }

  /** The numbers of all that may ask the same, and few others. */
  #candidates(asked: readonly string[]): readonly number[] {
    const words = [...new Set(asked)].toSorted((a, b) => this.#countOf(a) - this.#countOf(b));
    const mayLack = mostAltered(asked.length + 1);
    // Who lacks more of the rarest words lacks more than may be altered.
    const rare = words.slice(0, mayLack + SURPLUS);
    const least = Math.max(1, rare.length - mayLack);
    const count = rare.reduce((sum, word) => sum + this.#countOf(word), 0);
    return count > MANY ? this.#holdingAll(words) : this.#holdingSome(rare, least);
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
  #holdingAll(words: readonly string[]): readonly number[] {
    const [first, ...others] = words.filter((word) => !ARTICLES.has(word));
    if (first === undefined) return [...this.#holdingAny(words)];
    let found = [...this.#holdingAlike(first)];
    for (const word of others) {
      if (found.length <= FEW) break;
      const holding = this.#holdingAlike(word);
      found = found.filter((number) => holding.has(number));
    }
    return found;
  }

  #countOf(word: string): number {
    return this.#holding.get(word)?.length ?? 0;
  }

  #holdingAlike(word: string): ReadonlySet<number> {
    return this.#holdingAny([word, ...this.#alike.near(word)]);
  }

  #holdingAny(words: readonly string[]): ReadonlySet<number> {
    return new Set(words.flatMap((word) => this.#holding.get(word) ?? []));
  }

  /** In how many words the two differ; null where they do not ask the same. */
  #differing(asked: readonly string[], known: readonly string[]): number | null {
    const most = mostAltered(Math.max(asked.length, known.length));
    if (Math.abs(asked.length - known.length) > most) return null;
    const left = without(asked, known);
    // Who has no word in common may mean anything; articles that one of them adds give no room for more typos.
    if (left.length === asked.length || left.length > Math.min(most, mostAltered(asked.length + 1)))
      return null;
    const missing = without(known, asked);
    const unpaired = left.filter((word) => {
      const place = missing.findIndex((meant) => this.#alike.isTypo(word, meant));
      if (place >= 0) missing.splice(place, 1);
      return place < 0;
    });
    return [...unpaired, ...missing].every((word) => ARTICLES.has(word)) ? left.length : null;
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
