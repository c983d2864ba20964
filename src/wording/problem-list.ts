import type { Problem } from '../knowledge/article.ts';
import { problemInWords } from './answer-words.ts';

/** A sentence with the problems that it speaks of below it, a line each; these are in English. */
export function listed(sentence: string, problems: readonly Problem[]): string {
  return [sentence, ...problems.map(problemInWords)].join('\n');
}
