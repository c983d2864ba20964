import type { Problem } from '../../knowledge/article/problem.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { problemInWords } from './answer-words.ts';
import type { Texts } from './texts.ts';

/** A sentence with the problems that it speaks of below it, a line each, in the language of `problem`. */
export function listed(sentence: string, problems: readonly Problem[], problem: Texts['problem']): string {
  return [sentence, ...problems.map((one) => toPrintable(problemInWords(one, { problem })))].join('\n');
}
