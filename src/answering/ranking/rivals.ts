import { splitWords } from '../../text/words/words.ts';
import type { Ranked } from './ranked.ts';

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
export function rivalsOf([best, ...others]: readonly Ranked[]): readonly Ranked[] {
  if (best === undefined) return [];
  const rivals: Ranked[] = [];
  for (const each of others) {
    if (rivals.length === MAX_RIVALS) break;
    if ((each.judged === null) !== (best.judged === null) || Math.exp(each.score - best.score) < LEAST_SHARE)
      continue;
    if (![best, ...rivals].some((other) => saysTheSame(each, other))) rivals.push(each);
  }
  return rivals;
}

/** In the same words, or with the same short answer. */
function saysTheSame(one: Ranked, other: Ranked): boolean {
  const text = wordsOf(one.candidate.fact.text);
  if (text === wordsOf(other.candidate.fact.text)) return true;
  const [short, otherShort] = [shortAnswer(one), shortAnswer(other)];
  return short !== '' && short === otherShort;
}

function shortAnswer({ candidate: { fact }, judged }: Ranked): string {
  const span = judged?.span ?? null;
  return span === null ? '' : wordsOf(fact.text.slice(span.start, span.end));
}

/** Folded, whatever stands between them. */
function wordsOf(text: string): string {
  return splitWords(text)
    .map(({ folded }) => folded)
    .join(' ');
}
