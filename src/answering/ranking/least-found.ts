import type { Question } from '../question/question.ts';

/** Many sentences may hold a short form of which one explains it. */
const WITH_SHORT_FORM = 400;

/** How many of the index's matches must be looked at for a question at least. */
export function countLeastCandidates({ shortForm }: Question): number {
  return shortForm === null ? 0 : WITH_SHORT_FORM;
}
