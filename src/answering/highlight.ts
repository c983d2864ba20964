import { ASKED_FOR, type AskedFor } from './asked-for.ts';
import type { Question } from './question.ts';
import { limited } from './ranking/differences.ts';
import type { Ranked } from './ranking/ranked.ts';

/** What the numbers of {@link highlightFeatures} are, in their order. */
export const HIGHLIGHT_FEATURES: readonly string[] = [
  'span.sureness',
  'span.margin',
  'span.words',
  'span.is whole',
  'best.score',
  'best.share',
  ...ASKED_FOR.map((kind) => `asked.${kind}`),
];

/** What tells whether the stretch that the reader points at in the best sentence is the answer. */
export function highlightFeatures(question: Question, ranked: readonly Ranked[]): readonly number[] {
  const [best] = ranked;
  const { text } = best?.candidate.fact ?? { text: '' };
  const reading = best?.reading;
  const span = reading?.span ?? { start: 0, end: 0 };
  const share = ranked
    .filter((each) => each.reading !== null)
    .reduce((sum, { score }) => sum + Math.exp(score - (best?.score ?? 0)), 0);
  return [
    Math.log(1e-4 + (reading?.sureness ?? 0)),
    limited(reading?.margin ?? 0),
    Math.log(1 + text.slice(span.start, span.end).split(' ').length),
    (span.end - span.start) / Math.max(1, text.length),
    best?.score ?? 0,
    1 / share,
    ...ASKED_FOR.map((kind: AskedFor) => Number(question.asksFor === kind)),
  ];
}
