import { toPrintable } from '../../../text/layout/printable.ts';
import type { FaqMeasurement } from './faq-measure.ts';
import type { Measurement } from './measure.ts';
import type { MissingPart } from './missing-parts.ts';
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
  return `✗ ${toPrintable(question)} (${toPrintable(wrong)})\n    ${toPrintable(shown ?? '(nothing)')}`;
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
export function describeNaturalMiss(measurement: NaturalMeasurement): string | null {
  const { question, outcome, shown, changedBy, missing } = measurement;
  const wrong = [
    ...wrongReply(measurement),
    ...(missing ?? []).map((part) => `lacks ${PARTS[part]}`),
    ...(changedBy ?? []).map((wording) => `changed by “${wording}”`),
  ];
  if (wrong.length === 0) return null;
  return missLines(question.question, [outcome ?? 'found', ...wrong].join(', '), shown?.text ?? null);
}

/** The same of a set of FAQ files. */
export function describeFaqMiss({ question, outcome, shown, isRight }: FaqMeasurement): string | null {
  if (isRight) return null;
  const wrong = `${outcome ?? 'found'}, not the entry of ${question.file.path}`;
  return missLines(question.question, wrong, shown?.text ?? null);
}

const PARTS: Readonly<Record<MissingPart, string>> = {
  lead: 'the lead of an item',
  introduced: 'what its lead introduces',
  header: 'the header of a row',
  steps: 'some of the steps',
};

function wrongReply({ question, outcome, rank, isRight }: NaturalMeasurement): readonly string[] {
  if (question.isAnswerable) return isRight ? [] : [`right one at place ${rank ?? '> 5'}`];
  return outcome === 'answered' ? ['has no answer'] : [];
}
