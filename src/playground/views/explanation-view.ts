import type { ExplainedReply } from '../../serving/asking/explain.ts';
import type { StrictOutcome } from '../../serving/asking/strict-outcomes.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { describeExplanation } from '../../wording/explanation-words.ts';
import { english, playgroundTexts } from '../../wording/kit/english.ts';
import type { ExplanationView, LevelView } from '../wire/messages.ts';

/** Builds what the page shows of how an answer came about. */
export function buildExplanationView(
  { reply, explanation }: ExplainedReply,
  outcomes: readonly StrictOutcome[],
): ExplanationView {
  const { read } = describeExplanation(reply, explanation, english);
  const { score: inWords, reader } = playgroundTexts.answer;
  return {
    levels: outcomes.map(buildLevel),
    words: read.map(toPrintable),
    scores: explanation.matches.map(({ fact, score, reading }) => ({
      factId: fact.id,
      score: [
        inWords({ share: formatPercent(score) }),
        ...(reading === null ? [] : [reader({ margin: reading.toFixed(1) })]),
      ].join(' · '),
    })),
  };
}

function buildLevel({ strictness, outcome, confidence, thresholds }: StrictOutcome): LevelView {
  const texts = playgroundTexts.answer;
  const { answered, unsure } = thresholds;
  return {
    name: texts.levels[strictness],
    outcome,
    outcomeWords: texts.outcomes[outcome],
    confidence,
    answeredFrom: answered,
    unsureFrom: unsure,
    words: texts.confidence({
      confidence: formatPercent(confidence),
      answered: formatPercent(answered),
      unsure: formatPercent(unsure),
    }),
  };
}

/** A no-break space keeps the number and its sign on one line. */
function formatPercent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}
