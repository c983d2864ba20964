import { printable } from '../text/printable.ts';
import type { Measurement } from './measure.ts';

/** What went wrong with a question, in two lines; null where nothing did. */
export function describeMiss({ question, response, rank }: Measurement): string | null {
  const isWrong = question.isAnswerable
    ? question.gold.length > 0 && rank !== 1
    : response.outcome !== 'unknown';
  if (!isWrong) return null;
  const wanted = question.isAnswerable ? `right one at place ${rank ?? '> 5'}` : 'has no answer';
  const first = response.facts[0]?.text ?? '(nothing)';
  return `✗ ${printable(question.question)} (${response.outcome}, ${wanted})\n    ${printable(first)}`;
}
