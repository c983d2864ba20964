import { products, softmax } from '../learned/attention.ts';
import type { ModelFile } from '../learned/model-file.ts';
import { addTo, scaled, sum, times } from '../learned/rows.ts';
import { tanh } from '../learned/squash.ts';
import type { WordVectors } from '../learned/word-vectors.ts';
import type { Span } from '../text/sentences.ts';
import { bestSpan, type TokenSpan } from './best-span.ts';
import { Network } from './network.ts';
import { type Passage, type PassageInput, passageInput } from './passage-input.ts';
import { type QuestionInput, questionInput } from './question-input.ts';
import type { Token } from './tokens.ts';

/** What the reader finds in one sentence. */
export interface Reading {
  /** How well the sentence answers, by its best span and as a whole: any number, best highest; comparable within one question. */
  readonly score: number;
  /** How much better than “no sentence answers this”; above 0 speaks for an answer. */
  readonly margin: number;
  /** The stretch of the sentence that answers; null for a sentence without words. */
  readonly span: Span | null;
  /** How sure that stretch is, were the sentence the right one: 0 to 1. */
  readonly sureness: number;
}

/** A question made ready, once for all its sentences: rows of numbers for its tokens, and for it as a whole. */
export interface ReadQuestion {
  readonly input: QuestionInput;
  readonly tokens: Float32Array;
  /** The tokens as those of a sentence look at them, at first by their vectors and then by what was read. */
  readonly aligned: Float32Array;
  readonly attended: Float32Array;
  readonly whole: Float32Array;
  /** What makes a token the first or the last of the answer. */
  readonly start: Float32Array;
  readonly end: Float32Array;
  /** What of it a sentence should say: shares of its tokens that add up to 1. */
  readonly shares: Float32Array;
  /** What makes a whole sentence answer. */
  readonly answered: Float32Array;
  /** The score of “no sentence answers this”. */
  readonly none: number;
}

/**
 * A small network that lays a question beside a sentence, points at the words that answer, and judges the whole. English.
 * `training/reader.py` trains it; the two must stay alike.
 */
export class Reader {
  readonly #vectors: WordVectors;
  readonly #network: Network;

  /** @throws {ModelFileError} when `file` holds something else, or was trained for another version */
  constructor(file: ModelFile, vectors: WordVectors) {
    this.#vectors = vectors;
    this.#network = new Network(file, vectors);
  }

  /** Makes a question ready; its misspelt words have been replaced. */
  ask(text: string): ReadQuestion {
    const network = this.#network;
    const input = questionInput(text, this.#vectors);
    const embedded = network.embed(input.words, network.apply('asked', input.features));
    const tokens = network.gather('question.0.gates', embedded);
    const whole = network.mix(network.apply('pool', tokens), { rows: tokens, count: input.words.length });
    const scale = 1 / Math.sqrt(network.width);
    const shares = network.apply('weigh', tokens);
    softmax(shares, 0, shares.length);
    return {
      input,
      tokens,
      aligned: network.apply('aligned', embedded),
      attended: network.apply('attend', tokens),
      whole,
      start: sum(network.apply('start', whole), network.plainStart, scale),
      end: sum(network.apply('end', whole), network.plainEnd, scale),
      shares,
      answered: sum(network.apply('whole', whole), new Float32Array(network.width), scale),
      none: network.apply('none', whole)[0] ?? 0,
    };
  }

  /** Reads one sentence. */
  read(question: ReadQuestion, passage: Passage): Reading {
    const input = passageInput(question.input, passage, this.#vectors);
    if (input.tokens.length === 0 || question.input.words.length === 0) return NOTHING_READ;
    const { rows, said } = this.#readRows(question, input);
    const size = { width: this.#network.width, factor: 1 };
    const starts = products(rows, question.start, size);
    const ends = products(rows, question.end, size);
    const best = bestSpan(starts, ends);
    const score = best.score + this.#network.plainBias + 2 * (said + this.#whole(question, rows));
    return {
      score,
      margin: score - 2 * question.none,
      span: placeOf(best, input.tokens),
      sureness: shareOf(starts, best.first) * shareOf(ends, best.last),
    };
  }

  /** A row for each token of the sentence, beside the question; and how far it says what is asked. */
  #readRows(
    question: ReadQuestion,
    { words, features, likeness }: PassageInput,
  ): { readonly rows: Float32Array; readonly said: number } {
    const network = this.#network;
    const { width } = network;
    const count = question.input.words.length;
    const seen = network.mix(scaled(likeness, network.sharpness), { rows: question.aligned, count });
    const first = network.gather(
      'first.0.gates',
      network.embed(words, sum(seen, network.apply('token', features))),
    );
    const scores = products(first, question.attended, { width, factor: 1 / Math.sqrt(width) });
    const said = this.#said(question, scores);
    const attended = network.mix(scores, { rows: question.tokens, count });
    const fused = network.apply('own', first);
    addTo(fused, network.apply('context', attended));
    addTo(fused, network.apply('product', times(first, attended)));
    addTo(fused, network.apply('asks', times(first, question.whole)));
    addTo(fused, network.apply('token2', features));
    for (let i = 0; i < fused.length; i++) fused[i] = tanh(fused[i] ?? 0);
    return { rows: network.gather('second.1.gates', network.gather('second.0.gates', fused)), said };
  }

  /**
   * How far the tokens of the question find their like in the sentence, by their scores beside it (late interaction, Khattab
   * and Zaharia 2020, with learned shares).
   */
  #said({ shares }: ReadQuestion, scores: Float32Array): number {
    let said = 0;
    for (const [column, share] of shares.entries()) {
      let best = Number.NEGATIVE_INFINITY;
      for (let at = column; at < scores.length; at += shares.length) best = Math.max(best, scores[at] ?? 0);
      said += share * best;
    }
    return said * this.#network.said;
  }

  /** What the sentence as a whole tells of whether it answers. */
  #whole({ answered }: ReadQuestion, rows: Float32Array): number {
    const network = this.#network;
    const whole = network.mix(network.apply('telling', rows), { rows, count: rows.length / network.width });
    return products(whole, answered, { width: network.width, factor: 1 })[0] ?? 0;
  }
}

const NOTHING_READ: Reading = {
  score: Number.NEGATIVE_INFINITY,
  margin: Number.NEGATIVE_INFINITY,
  span: null,
  sureness: 0,
};

/** The share of one score in the softmax of all. */
function shareOf(scores: Float32Array, index: number): number {
  const shares = scores.slice();
  softmax(shares, 0, shares.length);
  return shares[index] ?? 0;
}

function placeOf({ first, last }: TokenSpan, tokens: readonly Token[]): Span | null {
  const [from, to] = [tokens[first], tokens[last]];
  return from === undefined || to === undefined ? null : { start: from.start, end: to.end };
}
