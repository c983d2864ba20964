import { splitWords } from '../../text/words/words.ts';
import type { RankedCandidate } from './ranked-candidate.ts';

/**
 * From this share of the best one's score on a sentence is about as good. Of what is answered or shown as the closest in `squad11-dev` (a third of
 * it), `nq-qed-dev` and `xquad-en`, 10, 14 and 8 % then have rivals (5, 11 and 5 % of the right ones); where the best is wrong and
 * has rivals, the right sentence is among them in 45, 63 and 94 %. From .7 on rivals are half as many, and hold it as often.
 */
const LEAST_SHARE = 0.5;
const MAX_RIVALS = 3;

/**
 * Those beside the first of the ranked facts that answer about as well but say something else, best first, at most three; mostly none. Where the
 * best one was read, only what was read too can be told apart so closely.
 */
export function findRivals([best, ...others]: readonly RankedCandidate[]): readonly RankedCandidate[] {
  if (best === undefined) return [];
  const rivals: RankedCandidate[] = [];
  for (const each of others) {
    if (rivals.length === MAX_RIVALS) break;
    if (
      (each.judgement === null) !== (best.judgement === null) ||
      Math.exp(each.score - best.score) < LEAST_SHARE
    )
      continue;
    if (![best, ...rivals].some((other) => saysTheSame(each, other))) rivals.push(each);
  }
  return rivals;
}

/** In the same words, or with the same short answer. */
function saysTheSame(one: RankedCandidate, other: RankedCandidate): boolean {
  const text = joinWords(one.candidate.fact.text);
  if (text === joinWords(other.candidate.fact.text)) return true;
  const [short, otherShort] = [readShortAnswer(one), readShortAnswer(other)];
  return short !== '' && short === otherShort;
}

function readShortAnswer({ candidate: { fact }, judgement }: RankedCandidate): string {
  const span = judgement?.span ?? null;
  return span === null ? '' : joinWords(fact.text.slice(span.start, span.end));
}

/** Folded, whatever stands between them. */
function joinWords(text: string): string {
  return splitWords(text)
    .map(({ folded }) => folded)
    .join(' ');
}
