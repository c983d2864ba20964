import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WordVectors } from '../src/learned/word-vectors.ts';
import { type Passage, passageInput, TOKEN_FEATURES } from '../src/reading/passage-input.ts';
import { QUESTION_FEATURES, questionInput } from '../src/reading/question-input.ts';

/** A sentence that was found for a question. */
export interface FoundPassage {
  readonly passage: Passage;
  /** The first ranker's. */
  readonly score: number;
  /** Where its answers start and end in it: none but in right sentences. */
  readonly answers: readonly (readonly [start: number, end: number])[];
}

/** Where the tokens of a text stand among all of them, and how many they are. */
type Place = readonly [at: number, count: number];

/** A question beside its sentences, as `reader.py` reads it. */
interface Example {
  readonly q: Place;
  readonly c: readonly Place[];
  readonly prior: readonly number[];
  /** The first and the last token of each answer, behind the place of its sentence. */
  readonly gold: readonly (readonly [place: number, first: number, last: number])[];
  /** The number of the article. */
  readonly a: number;
}

/** The tokens of all texts, row by row, with their features as bytes. */
interface TokenRows {
  readonly words: readonly number[];
  /** The token of the question with the same stem, or -1. */
  readonly same: readonly number[];
  readonly features: Float32Array;
}

/** Questions and their sentences as tables of numbers: those of all texts end to end, and where each stands. */
export class ExampleTables {
  readonly #vectors: WordVectors;
  readonly #words: Int32Array[] = [];
  readonly #same: Int8Array[] = [];
  readonly #features: Uint8Array[] = [];
  readonly #examples: Example[] = [];
  #tokens = 0;

  constructor(vectors: WordVectors) {
    this.#vectors = vectors;
  }

  /** Takes a question in, unless it has no words. `article` is the number of the one that it is about. */
  add(question: string, found: readonly FoundPassage[], article: number): void {
    const input = questionInput(question, this.#vectors);
    if (input.words.length === 0) return;
    const none = input.words.map(() => -1);
    const q = this.#put({ ...input, same: none }, QUESTION_FEATURES);
    const gold: (readonly [number, number, number])[] = [];
    const c = found.map(({ passage, answers }, place) => {
      const { tokens, words, features } = passageInput(input, passage, this.#vectors);
      for (const [start, end] of answers) {
        const first = tokens.findIndex((token) => token.end > start);
        const last = tokens.findLastIndex((token) => token.start < end);
        if (first >= 0 && last >= first) gold.push([place, first, last]);
      }
      const same = tokens.map(({ stem }) => input.placeOf.get(stem) ?? -1);
      return this.#put({ words, features, same }, TOKEN_FEATURES);
    });
    const prior = found.map(({ score }) => Number(score.toFixed(3)));
    this.#examples.push({ q, c, prior, gold, a: article });
  }

  /** Writes what was taken in to `folder`, in files that begin with `name`. Returns what it is, in words. */
  write(folder: string, name: string): string {
    mkdirSync(folder, { recursive: true });
    const write = (ending: string, parts: readonly (Int32Array | Int8Array | Uint8Array)[]): void =>
      writeFileSync(
        join(folder, `${name}.${ending}`),
        Buffer.concat(parts.map((part) => Buffer.from(part.buffer))),
      );
    write('words', this.#words);
    write('same', this.#same);
    write('features', this.#features);
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(this.#examples));
    return `${name}: ${this.#examples.length} questions, ${this.#tokens} tokens`;
  }

  /** `each` features a token; the rows are as wide for questions as for sentences. */
  #put({ words, same, features }: TokenRows, each: number): Place {
    const rows = new Uint8Array(words.length * TOKEN_FEATURES);
    for (let row = 0; row < words.length; row++) {
      for (let i = 0; i < each; i++)
        rows[row * TOKEN_FEATURES + i] = Math.round(255 * (features[row * each + i] ?? 0));
    }
    this.#words.push(Int32Array.from(words));
    this.#same.push(Int8Array.from(same));
    this.#features.push(rows);
    const at = this.#tokens;
    this.#tokens += words.length;
    return [at, words.length];
  }
}
