import type { Term } from '../../search/words/terms.ts';
import type { Word } from '../../text/words/words.ts';
import { isAuxiliary } from '../question/answer-type.ts';
import type { Question } from '../question/question.ts';

/**
 * “Is it A, B or C?”: the telling word of each that the asker lets us choose from. Empty where there is no choice, as in
 * “… or not?”; null where there is one that cannot be read, as in “going up or down”.
 */
export function readAlternatives({ words, terms, text }: Question): readonly Term[] | null {
  const or = words.findLast(({ folded }) => folded === 'or');
  const last = terms.find(({ word }) => or !== undefined && word.start > or.start);
  if (or === undefined || last === undefined) return [];
  const after = new Set(words.filter(({ start }) => start > or.start).map(({ folded }) => folded));
  const chosen = [last];
  let end = or.start;
  for (const term of terms.filter(({ word }) => word.end <= or.start).toReversed()) {
    // “A suspension bridge or a cantilever bridge” is a choice of suspension and cantilever.
    if (after.has(term.word.folded)) continue;
    const between = words.filter(({ start }) => start >= term.word.end && start < end);
    const isNext = between.every(({ folded }) => after.has(folded));
    const isListed = isList(text.slice(term.word.end, end), between);
    if (chosen.length === 1 ? !isNext : !isListed) break;
    chosen.unshift(term);
    end = term.word.start;
  }
  return chosen.length > 1 ? chosen : null;
}

/** “A, B or C”, “A or B or C”; “Of the offices, is it A or B?” has a list of two. */
function isList(between: string, words: readonly Word[]): boolean {
  if (words.some(({ folded }) => isAuxiliary(folded))) return false;
  return between.includes(',') || words.some(({ folded }) => folded === 'or');
}
