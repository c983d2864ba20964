import type { FactBase } from '../search/fact-base.ts';
import { stem } from '../text/stems.ts';
import { splitWords } from '../text/words.ts';
import type { Question } from './question.ts';

/** Longer headings are cut by the readers of files; a title may be given as long as a page. */
const MAX_HEADING_CHARS = 300;

/**
 * How much of what is asked a heading says: the weight of the words asked that it holds as a share of all of them, 0 to 1; 0 where nothing is
 * asked. What the heading says beside them does not count against it.
 */
export function headingCoverage(base: FactBase, { terms }: Pick<Question, 'terms'>, heading: string): number {
  const words = splitWords(heading.slice(0, MAX_HEADING_CHARS));
  const said = new Set(words.flatMap(({ folded }) => base.termsMeant(stem(folded))));
  let [all, held] = [0, 0];
  for (const { stem: stemmed } of terms) {
    const weight = base.idf(stemmed);
    all += weight;
    if (base.termsMeant(stemmed).some((term) => said.has(term))) held += weight;
  }
  return all === 0 ? 0 : held / all;
}
