import type { Problem } from '../../knowledge/article/problem.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { english, playgroundTexts } from '../../wording/kit/english.ts';
import { describeProblem } from '../../wording/problems.ts';
import type { ProblemView } from '../wire/messages.ts';

/** Builds what the page shows of a problem. */
export function buildProblem({ path, line, kind, cause }: Problem): ProblemView {
  const { message, remedy } = describeProblem(cause, english);
  return {
    path,
    location: toPrintable(line === null ? path : `${path}:${line}`),
    kind,
    kindWords: playgroundTexts.articles.kinds[kind],
    message: toPrintable(message),
    remedy: toPrintable(remedy),
  };
}
