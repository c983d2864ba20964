import { Tokenizer } from '@huggingface/tokenizers';
import type { Span } from '../text/sentences/sentences.ts';
import { WIDTH } from './encoders.ts';

/** A text, cut into the word pieces that an encoder knows. */
export interface WordPieces {
  readonly ids: readonly number[];
  /** For each piece the span between white space that it belongs to. */
  readonly words: readonly Span[];
}

/** How many words are cached: most texts of a base are made of few. */
const REMEMBERED = 50_000;
/** Longer runs without white space are cut: no word is as long, and each character may take time. */
const LONGEST_WORD = 200;
/** How much of a text is read at all; much more than any encoder takes. */
const MAX_CHARS = 4_000;

/** Cuts texts into word pieces. The pieces of a word do not depend on its context, so each word is cut once. */
export class WordPieceTokenizer {
  readonly #tokenizer: Tokenizer;
  #known = new Map<string, readonly number[]>();

  /** @param json the content of a `tokenizer.json` */
  constructor(json: object) {
    this.#tokenizer = new Tokenizer(json, {});
  }

  /** Returns the first `most` pieces of a text, without the marks around texts. */
  cut(text: string, most: number): WordPieces {
    const ids: number[] = [];
    const words: Span[] = [];
    for (const { 0: word, index } of text.slice(0, MAX_CHARS).matchAll(/\S+/gu)) {
      if (ids.length >= most) break;
      const span = { start: index, end: index + word.length };
      for (const id of this.#tokenise(word.slice(0, LONGEST_WORD))) {
        ids.push(id);
        words.push(span);
      }
    }
    return { ids: ids.slice(0, most), words: words.slice(0, most) };
  }

  #tokenise(word: string): readonly number[] {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const { ids } = this.#tokenizer.encode(word, { add_special_tokens: false });
    // Clearing the cache is simpler than dropping the oldest word, and hardly ever needed.
    if (this.#known.size >= REMEMBERED) this.#known = new Map();
    this.#known.set(word, ids);
    return ids;
  }
}

/** The vectors of all word pieces: for each a scale and {@link WIDTH} signed bytes. Immutable. */
export class WordTable {
  readonly #scales: Float32Array;
  readonly #rows: Int8Array;

  /** @param bytes the scales of all pieces as little-endian 32-bit numbers, then their rows; not copied */
  constructor(bytes: Uint8Array) {
    const count = Math.floor(bytes.length / (4 + WIDTH));
    this.#scales = new Float32Array(bytes.slice(0, 4 * count).buffer);
    this.#rows = new Int8Array(bytes.buffer, bytes.byteOffset + 4 * count, count * WIDTH);
  }

  /** Writes the vectors of pieces one after the other into `target`, from row `at` on. */
  write(ids: readonly number[], target: Float32Array, at: number): void {
    for (const [index, id] of ids.entries()) {
      const scale = this.#scales[id] ?? 0;
      const [from, to] = [id * WIDTH, (at + index) * WIDTH];
      for (let i = 0; i < WIDTH; i++) target[to + i] = (this.#rows[from + i] ?? 0) * scale;
    }
  }
}
