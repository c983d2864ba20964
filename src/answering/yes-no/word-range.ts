import { stem } from '../../text/words/stems.ts';
import { isFunctionWord } from '../../text/words/word-lists.ts';
import { isAuxiliary } from '../question/answer-type.ts';
import type { Question } from '../question/question.ts';
import { classifyFigure } from './counterpart.ts';
import {
  type Comparison,
  findOccurrences,
  isHyphenated,
  isParted,
  type Sentence,
  type WordRange,
} from './sentence.ts';

/**
 * Extends a range by the neighbouring words that the question says too, up to its subject, a verb like “is”, or a comma. The result
 * begins and ends with content words.
 */
export function growRange(comparison: Comparison, { first, last }: WordRange): WordRange {
  const { sentence } = comparison;
  const repeated = findRepeatedWords(comparison);
  let [from, to] = [first, last];
  while (repeated.has(from - 1) && !isParted(sentence, from - 1)) from--;
  while (repeated.has(to + 1) && !isParted(sentence, to)) to++;
  return trimSmallWords(sentence, { first: from, last: to });
}

function findRepeatedWords(comparison: Comparison): ReadonlySet<number> {
  const { question, sentence } = comparison;
  const telling = hasPronounSubject(question) ? question.terms : question.terms.slice(1);
  return new Set([
    ...telling.flatMap((term) => findOccurrences(comparison, term)),
    ...findSmallWords(question, sentence),
  ]);
}

/** “Does it carry trains?”: none of the content words is the subject. */
function hasPronounSubject({ words }: Question): boolean {
  const second = words[1]?.folded ?? '';
  return isFunctionWord(second) && !['a', 'an', 'the'].includes(second);
}

function findSmallWords({ words }: Question, sentence: Sentence): readonly number[] {
  const smallWords = words.filter(({ folded }) => isSmall(folded));
  const questionStems = new Set(smallWords.map(({ folded }) => stem(folded)));
  return sentence.words.flatMap(({ folded }, index) =>
    isSmall(folded) && questionStems.has(sentence.stems[index] ?? '') ? [index] : [],
  );
}

/** Returns whether a word is small, such as “in”, “of” or “the”. A verb like “is” is not: a predicate begins there. */
function isSmall(folded: string): boolean {
  return isFunctionWord(folded) && !isAuxiliary(folded);
}

function trimSmallWords({ words }: Sentence, { first, last }: WordRange): WordRange {
  const isTelling = (index: number): boolean => !isFunctionWord(words[index]?.folded ?? '');
  let [from, to] = [first, last];
  while (from < to && !isTelling(from)) from++;
  while (to > from && !isTelling(to)) to--;
  return { first: from, last: to };
}

/** Completes words and names of which the range holds a half, “[inter-]library”, “[Ada] Flint”, and adds “second” before “oldest”. */
export function completeRange(sentence: Sentence, { first, last }: WordRange): WordRange {
  const isOrdinal = (index: number): boolean =>
    classifyFigure(sentence.words[index]?.folded ?? '') === 'ordinal' && !isParted(sentence, index);
  let [from, to] = [first, last];
  while (isOneWithNext(sentence, from - 1) || isOrdinal(from - 1)) from--;
  while (isOneWithNext(sentence, to)) to++;
  return { first: from, last: to };
}

/** Returns whether the word at `index` and the next one are one word or one name. */
function isOneWithNext(sentence: Sentence, index: number): boolean {
  if (isHyphenated(sentence, index)) return true;
  return isName(sentence, index) && isName(sentence, index + 1) && !isParted(sentence, index);
}

function isName({ text, words }: Sentence, index: number): boolean {
  const word = words[index];
  return (
    word !== undefined && /^\p{Lu}/u.test(text.slice(word.start, word.end)) && !isFunctionWord(word.folded)
  );
}
