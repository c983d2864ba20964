import { printable } from '../../text/printable.ts';
import type { Measurement } from './measure.ts';

/** What went wrong with a question, in two lines; null where nothing did. */
export function describeMiss(measurement: Measurement): string | null {
  const { question, response } = measurement;
  const wrong = question.isAnswerable ? wrongAnswer(measurement) : wrongKeeping(measurement);
  if (wrong === null) return null;
  const outcome = response.verdict?.outcome ?? 'found';
  const first = response.facts[0]?.text ?? '(nothing)';
  return `✗ ${printable(question.question)} (${outcome}, ${printable(wrong)})\n    ${printable(first)}`;
}

function wrongAnswer({ question, response, rank, highlight }: Measurement): string | null {
  if (question.gold.length > 0 && rank !== 1) return `right one at place ${rank ?? '> 5'}`;
  if (highlight !== 'wrong') return null;
  const accepted = question.answers.map((answer) => `“${answer}”`).join(' or ');
  return `right sentence, but “${response.verdict?.shortAnswer ?? ''}” stands out instead of ${accepted}`;
}

function wrongKeeping({ response }: Measurement): string | null {
  return response.verdict?.outcome === 'unknown' ? null : 'has no answer';
}
