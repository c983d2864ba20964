import type { Span } from '../text/sentences/sentences.ts';
/** How many numbers a vector has. */
export const WIDTH = 384;

/** A fact with what tells what it is about, as the encoders read it. */
export interface ReadText {
  /** The article's title and the headings above, outermost first. */
  readonly topic: string;
  /** What introduces the fact, or the sentence before it; empty where there is neither. */
  readonly before: string;
  readonly text: string;
}

/** What the reader makes of a question beside one fact. */
export interface Judgement {
  /** The logit of the probability that the fact answers: best highest, comparable across questions. */
  readonly answers: number;
  /** The stretch of the fact's text that looks most like the short answer, in UTF-16 units; null for a blank text. */
  readonly span: Span | null;
  /** The probability that this is the stretch, were the fact the right one: 0 to 1. */
  readonly spanProbability: number;
}

/** The encoders have ended, or cannot run on this machine. */
export class EncodersGoneError extends Error {
  /** By which it is known again on the other side of a port. */
  static readonly message = 'the encoders have ended, or cannot run here';
  override readonly name = 'EncodersGoneError';

  constructor(options?: ErrorOptions) {
    super(EncodersGoneError.message, options);
  }
}

/**
 * Pretrained encoders, run somewhere. Texts of any length and content can be given: what is too long is cut, so that each call takes a
 * bounded time for each text. All of them throw {@link EncodersGoneError} where the encoders have ended.
 */
export interface Encoders {
  /** The vector of a question, of length 1: its scalar product with that of a fact is their likeness, at most 1. */
  embedQuestion(question: string): Promise<Float32Array>;
  /** Vectors of facts, in the order of `texts`, where nobody waits for them: questions go first. */
  embedFacts(texts: readonly ReadText[]): Promise<readonly ByteVector[]>;
  /** Reads a question with each fact, in the order of `texts`. */
  read(question: string, texts: readonly ReadText[]): Promise<readonly Judgement[]>;
}

/** What the encoders are asked for; null where they have ended. */
export async function returnNullIfGone<Result>(asked: Promise<Result>): Promise<Result | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof EncodersGoneError) return null;
    throw error;
  }
}

/** A vector in a byte for each number: `scale` times `bytes`. The order of the facts that are alike hardly changes by it. */
export interface ByteVector {
  readonly scale: number;
  readonly bytes: Int8Array;
}

const HIGHEST = 127;

/** The nearest vector in bytes. */
export function toBytes(vector: Float32Array): ByteVector {
  const scale = vector.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0) / HIGHEST;
  return { scale, bytes: Int8Array.from(vector, (value) => (scale === 0 ? 0 : Math.round(value / scale))) };
}
