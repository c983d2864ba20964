import type { Problem } from '../../knowledge/article/problem.ts';

/** Thousands of broken files are reported by their number; nobody reads more lines. */
const MAX_PROBLEMS = 1_000;

/** Cuts a list of problems where it is longer than anybody reads. */
export function cutProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.slice(0, MAX_PROBLEMS);
}

/** Returns whether `cutProblems` may have cut a list. */
export function isListCut({ length }: readonly Problem[]): boolean {
  return length >= MAX_PROBLEMS;
}
