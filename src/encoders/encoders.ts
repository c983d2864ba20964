import type { Span } from '../text/sentences/sentences.ts';
/** How many numbers a vector has. */
export const WIDTH = 384;

/** A fact and its context, as the encoders read them. */
export interface ReadText {
  /** The article's title and the headings above, outermost first. */
  readonly topic: string;
  /** The introduction of the fact, or the sentence before it; empty if there is neither. */
  readonly before: string;
  readonly text: string;
}

/** The reader's judgement of a question beside one fact. */
export interface Judgement {
  /** The logit of the probability that the fact answers: best highest, comparable across questions. */
  readonly answers: number;
  /** The span of the fact's text that looks most like the short answer, in UTF-16 units, or null for a blank text. */
  readonly span: Span | null;
  /** The probability, 0 to 1, that the span is the short answer if the fact is the right one. */
  readonly spanProbability: number;
}

/** The encoders have ended, or cannot run on this machine. */
export class EncodersGoneError extends Error {
  /** Identifies the error on the other side of a port. */
  static readonly message = 'the encoders have ended, or cannot run here';
  override readonly name = 'EncodersGoneError';

  constructor(options?: ErrorOptions) {
    super(EncodersGoneError.message, options);
  }
}

/**
 * Pretrained encoders, in this thread or another. They take texts of any length and content, and cut what is too long, so that each text
 * takes a bounded time. All methods throw {@link EncodersGoneError} if the encoders have ended.
 */
export interface Encoders {
  /** Returns the vector of a question, of length 1. Its scalar product with a fact's vector is their similarity, at most 1. */
  embedQuestion(question: string): Promise<Float32Array>;
  /** Returns the vectors of facts, in the order of `texts`. Questions go first, as people wait for them. */
  embedFacts(texts: readonly ReadText[]): Promise<readonly ByteVector[]>;
  /** Reads a question beside each fact, in the order of `texts`. */
  read(question: string, texts: readonly ReadText[]): Promise<readonly Judgement[]>;
}

/** Awaits a result of the encoders; returns null if they have ended. */
export async function returnNullIfGone<Result>(asked: Promise<Result>): Promise<Result | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof EncodersGoneError) return null;
    throw error;
  }
}

/** A vector with one byte per number: `scale` times `bytes`. This hardly changes the order of similar facts. */
export interface ByteVector {
  readonly scale: number;
  readonly bytes: Int8Array;
}

const HIGHEST = 127;

/** Rounds a vector to bytes. */
export function toBytes(vector: Float32Array): ByteVector {
  const scale = vector.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0) / HIGHEST;
  return { scale, bytes: Int8Array.from(vector, (value) => (scale === 0 ? 0 : Math.round(value / scale))) };
}
