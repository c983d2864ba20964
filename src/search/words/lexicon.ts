import { stem } from '../../text/words/stems.ts';
import { findWords, foldWord } from '../../text/words/words.ts';
import type { FlatReader, FlatWriter } from '../flat/flat-buffer.ts';
import { StringTable } from '../flat/string-table.ts';

/**
 * Reads the words of a segment: every stem gets a number, counted from 0. Reading a word for the first time costs folding and stemming,
 * 10–20 µs. A segment repeats its words, so each spelling is kept.
 */
export class LexiconBuilder {
  readonly #termOfSpelling = new Map<string, number>();
  readonly #termOfStem = new Map<string, number>();
  readonly #folded = new Set<string>();
  /** The words of facts as they are spelt, without those that begin a sentence, where any word has a capital. */
  readonly #spelt = new Set<string>();

  /** How many stems there are. */
  get size(): number {
    return this.#termOfStem.size;
  }

  /** Every folded word, in the order of first reading. */
  get words(): readonly string[] {
    return [...this.#folded];
  }

  /** Reads a text, adds its new words, and returns the terms of its words in order. */
  read(text: string): readonly number[] {
    return findWords(text).map(({ start, end }) => this.#readSpelling(text.slice(start, end)));
  }

  /** Does the same for a sentence of an article, and notes how its words are spelt. */
  readSentence(text: string): readonly number[] {
    const words = findWords(text).map(({ start, end }) => text.slice(start, end));
    for (const word of words.slice(1)) this.#spelt.add(word);
    return words.map((word) => this.#readSpelling(word));
  }

  /** Creates the lexicon of all that was read. */
  build(): Lexicon {
    const names = collectNames(this.#spelt);
    return new Lexicon({
      stems: StringTable.create(this.#termOfStem.keys()),
      spellings: StringTable.create(this.#termOfSpelling.keys()),
      termOfSpelling: Uint32Array.from(this.#termOfSpelling.values()),
      folded: StringTable.create(this.#folded),
      spelt: StringTable.create(this.#spelt),
      lowerNames: StringTable.create(names.keys()),
      names: StringTable.create(names.values()),
    });
  }

  #readSpelling(spelling: string): number {
    const known = this.#termOfSpelling.get(spelling);
    if (known !== undefined) return known;
    const folded = foldWord(spelling);
    const stemmed = stem(folded);
    const term = this.#termOfStem.get(stemmed) ?? this.#termOfStem.size;
    this.#termOfStem.set(stemmed, term);
    this.#termOfSpelling.set(spelling, term);
    this.#folded.add(folded);
    return term;
  }
}

const TABLES = ['stems', 'spellings', 'folded', 'spelt', 'lowerNames', 'names'] as const;

interface LexiconParts extends Readonly<Record<(typeof TABLES)[number], StringTable>> {
  /** The term of each spelling. */
  readonly termOfSpelling: Uint32Array;
}

/** The words of a segment. Immutable. */
export class Lexicon {
  readonly #parts: LexiconParts;

  constructor(parts: LexiconParts) {
    this.#parts = parts;
  }

  static read(from: FlatReader, at: string): Lexicon {
    const [stems, spellings, folded, spelt, lowerNames, names] = TABLES.map((name) =>
      StringTable.read(from, `${at}/${name}`),
    );
    if (!stems || !spellings || !folded || !spelt || !lowerNames || !names) throw new RangeError(at);
    const termOfSpelling = from.readUint32(`${at}/terms`);
    return new Lexicon({ stems, spellings, folded, spelt, lowerNames, names, termOfSpelling });
  }

  write(to: FlatWriter, at: string): void {
    for (const name of TABLES) this.#parts[name].write(to, `${at}/${name}`);
    to.add(`${at}/terms`, this.#parts.termOfSpelling);
  }

  /** How many stems there are. */
  get size(): number {
    return this.#parts.stems.count;
  }

  /** Every stem, in the order of their numbers. */
  get stems(): Iterable<string> {
    return this.#parts.stems;
  }

  /** Finds the number of a stem; undefined if no text holds it. */
  findTerm(stemmed: string): number | undefined {
    return this.#parts.stems.find(stemmed);
  }

  /** Finds the number of a word in exactly this spelling; undefined if no text holds it. */
  findSpelling(spelling: string): number | undefined {
    const number = this.#parts.spellings.find(spelling);
    return number === undefined ? undefined : this.#parts.termOfSpelling[number];
  }

  /** Returns whether a text holds a folded word. */
  hasWord(folded: string): boolean {
    return this.#parts.folded.find(folded) !== undefined;
  }

  /** Returns whether some word holds `folded`, as “MaxPlayers” holds “max”. */
  hasWordHolding(folded: string): boolean {
    return this.#parts.folded.hasHolding(folded);
  }

  /** Returns whether a sentence spells a word like this after its first word. */
  isSpelt(word: string): boolean {
    return this.#parts.spelt.find(word) !== undefined;
  }

  /** Finds how the articles spell a word that they only write with a capital: “linux” is “Linux”. Returns null if they do not. */
  findName(lower: string): string | null {
    const number = this.#parts.lowerNames.find(lower);
    return number === undefined ? null : this.#parts.names.get(number);
  }
}

/** Collects the words that no text spells in lower case, by their letters in lower case. */
function collectNames(spelt: ReadonlySet<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const word of spelt) {
    const lower = word.toLowerCase();
    if (lower !== word && !spelt.has(lower) && !names.has(lower)) names.set(lower, word);
  }
  return names;
}
