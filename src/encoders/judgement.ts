import type { Span } from '../text/sentences/sentences.ts';
import { findEndWithout } from '../text/words/questions.ts';
import type { Judgement } from './encoders.ts';
import type { WordPieces } from './word-pieces.ts';

/** The most pieces of a short answer. */
const LONGEST = 30;

/** The reader's output for a fact: the logit that it answers, and for each piece how likely the short answer starts and ends there. */
interface ReaderOutput {
  readonly answers: number;
  /** Two logits per piece. */
  readonly ends: Float32Array;
}

/** Converts the reader's output to a judgement with the likeliest short answer. */
export function toJudgement(text: string, { words }: WordPieces, { answers, ends }: ReaderOutput): Judgement {
  const count = words.length;
  const starts = toShares(count, (index) => ends[2 * index] ?? 0);
  const stops = toShares(count, (index) => ends[2 * index + 1] ?? 0);
  let [spanProbability, first, last] = [0, -1, -1];
  for (let from = 0; from < count; from++)
    for (let to = from; to < Math.min(count, from + LONGEST); to++) {
      const share = (starts[from] ?? 0) * (stops[to] ?? 0);
      if (share > spanProbability) [spanProbability, first, last] = [share, from, to];
    }
  const [from, to] = [words[first], words[last]];
  if (from === undefined || to === undefined) return { answers, span: null, spanProbability: 0 };
  return { answers, span: trimMarks(text, { start: from.start, end: to.end }), spanProbability };
}

function toShares(count: number, logitAt: (index: number) => number): Float64Array {
  const logits = Float64Array.from({ length: count }, (_, index) => logitAt(index));
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

const OPENING = /[\s"'“”‘’«»([{,;:]/u;
const CLOSING = /[\s"'“”‘’«»)\]},;:.!?…]/u;

/** Trims the marks around a span. A span of nothing but marks stays as it is. */
function trimMarks(text: string, { start, end }: Span): Span {
  const last = findEndWithout(text.slice(start, end), CLOSING);
  let first = 0;
  while (first < last && OPENING.test(text.charAt(start + first))) first++;
  return first >= last ? { start, end } : { start: start + first, end: start + last };
}
