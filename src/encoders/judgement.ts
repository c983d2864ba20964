import type { Span } from '../text/sentences/sentences.ts';
import { findEndWithout } from '../text/words/questions.ts';
import type { Judgement } from './encoders.ts';
import type { WordPieceCut } from './word-pieces.ts';

/** A short answer has no more pieces. */
const LONGEST = 30;

/** What the reader gives for a fact: for each of its pieces how likely the short answer starts and ends there. */
interface ReaderOutput {
  readonly answers: number;
  /** Two logits a piece. */
  readonly ends: Float32Array;
}

/** Reads the likeliest short answer from what the reader gives. */
export function toJudgement(
  text: string,
  { words }: WordPieceCut,
  { answers, ends }: ReaderOutput,
): Judgement {
  const count = words.length;
  const starts = toShares(count, (place) => ends[2 * place] ?? 0);
  const stops = toShares(count, (place) => ends[2 * place + 1] ?? 0);
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

function toShares(count: number, logitAt: (place: number) => number): Float64Array {
  const logits = Float64Array.from({ length: count }, (_, place) => logitAt(place));
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

const OPENING = /[\s"'“”‘’«»([{,;:]/u;
const CLOSING = /[\s"'“”‘’«»)\]},;:.!?…]/u;

/** Without the marks around it; as it is where it is nothing but marks. */
function trimMarks(text: string, { start, end }: Span): Span {
  const last = findEndWithout(text.slice(start, end), CLOSING);
  let first = 0;
  while (first < last && OPENING.test(text.charAt(start + first))) first++;
  return first >= last ? { start, end } : { start: start + first, end: start + last };
}
