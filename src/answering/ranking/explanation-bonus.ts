import type { FactBase } from '../../search/fact-base.ts';
import type { Candidate } from '../../search/index/candidate.ts';
import { stem } from '../../text/words/stems.ts';
import { splitWords } from '../../text/words/words.ts';
import type { Question } from '../question/question.ts';
import { createExplanationFinder, type ShortForm, saysLongForm } from '../question/short-form.ts';

/**
 * What is added for a fact that spells out the short form asked about, and for one that names what it stands for: more than the reader says,
 * which does not know what stands for what, but less than for an answer that the article gives itself.
 */
const SPELT_OUT = 10;
const NAMED = 5;
/** The same for a fact that says the words of the long form that the front matter gives, though not as such. */
const SAID = 3;

/** What it adds to the score of a fact that its text explains the short form that is asked about; 0 where none is. */
export function createExplanationBonus({
  base,
  shortForm,
}: Question): (candidate: Pick<Candidate, 'fact' | 'index'>) => number {
  if (shortForm === null) return () => 0;
  const explain = createExplanationFinder(shortForm);
  const telling = findTellingTerms(base, shortForm);
  return ({ fact, index }) => {
    // Most of the hundreds that are searched hold neither, and are not read word by word.
    const terms = base.termsOf(index);
    if (!telling.some((term) => terms.includes(term))) return 0;
    const explanation = explain(fact.text);
    if (explanation === null) return saysLongForm(fact.text, shortForm) ? SAID : 0;
    return explanation.isSpeltOut ? SPELT_OUT : NAMED;
  };
}

/** One of these is in each sentence that explains a short form: itself, or the first word of what it stands for. */
function findTellingTerms(base: FactBase, { folded, long }: ShortForm): readonly number[] {
  const words = [folded, splitWords(long ?? '')[0]?.folded ?? folded];
  return words.flatMap((word) => base.termOf(stem(word)) ?? []);
}
