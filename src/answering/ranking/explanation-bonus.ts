import type { Question } from '../question.ts';
import { explanationIn } from '../short-form.ts';

/**
 * What it moves a fact by that it spells out the short form asked about, and that it names what that stands for: more than all that
 * is learned, which does not know what stands for what, but less than an answer that the article gives itself.
 */
const SPELT_OUT = 10;
const NAMED = 5;

/** What it adds to the score of a fact that its text explains the short form that is asked about; 0 where none is. */
export function explanationBonus({ shortForm }: Question): (text: string) => number {
  if (shortForm === null) return () => 0;
  return (text) => {
    const explanation = explanationIn(text, shortForm);
    if (explanation === null) return 0;
    return explanation.isSpeltOut ? SPELT_OUT : NAMED;
  };
}
