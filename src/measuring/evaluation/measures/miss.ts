import { toPrintable } from '../../../text/layout/printable.ts';
import type { FaqMeasurement } from './faq-measure.ts';
import type { MissingPart } from './missing-parts.ts';
import type { NaturalMeasurement } from './natural-measure.ts';
import type { PlainMeasurement } from './plain-measure.ts';

/** Describes in two lines what is wrong with the response to a question, or null if it is right. */
export function describePlainMiss(measurement: PlainMeasurement): string | null {
  const { question, response } = measurement;
  const wrong = question.isAnswerable ? explainWrongAnswer(measurement) : explainWrongOutcome(measurement);
  if (wrong === null) return null;
  const outcome = response.verdict?.outcome ?? 'found';
  return renderMiss(question.question, `${outcome}, ${wrong}`, response.facts[0]?.text ?? null);
}

function renderMiss(question: string, wrong: string, shown: string | null): string {
  return `✗ ${toPrintable(question)} (${toPrintable(wrong)})\n    ${toPrintable(shown ?? '(nothing)')}`;
}

function explainWrongAnswer({ question, response, rank, highlight }: PlainMeasurement): string | null {
  if (question.gold.length > 0 && rank !== 1) return `right one at place ${rank ?? '> 5'}`;
  if (highlight !== 'wrong') return null;
  const accepted = question.answers.map((answer) => `“${answer}”`).join(' or ');
  return `right sentence, but “${response.verdict?.shortAnswer ?? ''}” stands out instead of ${accepted}`;
}

function explainWrongOutcome({ response }: PlainMeasurement): string | null {
  return response.verdict?.outcome === 'unknown' ? null : 'has no answer';
}

/** Describes the same for a question of a natural set. */
export function describeNaturalMiss(measurement: NaturalMeasurement): string | null {
  const { question, outcome, shown, changedBy, missing } = measurement;
  const wrong = [
    ...explainWrongReply(measurement),
    ...(missing ?? []).map((part) => `lacks ${PARTS[part]}`),
    ...(changedBy ?? []).map((phrasing) => `changed by “${phrasing}”`),
  ];
  if (wrong.length === 0) return null;
  return renderMiss(question.question, [outcome ?? 'found', ...wrong].join(', '), shown?.text ?? null);
}

/** Describes the same for a question of a set of FAQ files. */
export function describeFaqMiss({ question, outcome, shown, isRight }: FaqMeasurement): string | null {
  if (isRight) return null;
  const wrong = `${outcome ?? 'found'}, not the entry of ${question.file.path}`;
  return renderMiss(question.question, wrong, shown?.text ?? null);
}

const PARTS: Readonly<Record<MissingPart, string>> = {
  lead: 'the lead of an item',
  introduced: 'what its lead introduces',
  header: 'the header of a row',
  steps: 'some of the steps',
};

function explainWrongReply({ question, outcome, rank, isRight }: NaturalMeasurement): readonly string[] {
  if (question.isAnswerable) return isRight ? [] : [`right one at place ${rank ?? '> 5'}`];
  return outcome === 'answered' ? ['has no answer'] : [];
}
