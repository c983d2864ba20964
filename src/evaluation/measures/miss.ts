import { printable } from '../../text/printable.ts';
import type { Measurement } from './measure.ts';
import type { NaturalMeasurement } from './natural-measure.ts';

/** What went wrong with a question, in two lines; null where nothing did. */
export function describeMiss(measurement: Measurement): string | null {
  const { question, response } = measurement;
  const wrong = question.isAnswerable ? wrongAnswer(measurement) : wrongKeeping(measurement);
  if (wrong === null) return null;
  const outcome = response.verdict?.outcome ?? 'found';
  return missLines(question.question, `${outcome}, ${wrong}`, response.facts[0]?.text ?? null);
}

function missLines(question: string, wrong: string, shown: string | null): string {
  return `✗ ${printable(question)} (${printable(wrong)})\n    ${printable(shown ?? '(nothing)')}`;
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

/** The same of a natural set. */
export function describeNaturalMiss({
  question,
  outcome,
  rank,
  shown,
  isRight,
}: NaturalMeasurement): string | null {
  const isFine = question.isAnswerable ? isRight : outcome !== 'answered';
  if (isFine) return null;
  const wrong = question.isAnswerable ? `right one at place ${rank ?? '> 5'}` : 'has no answer';
  return missLines(question.question, `${outcome ?? 'found'}, ${wrong}`, shown?.text ?? null);
}
