import type { Contender, Respond } from '../contenders/contender.ts';
import { FOOTNOTE, toArticle } from '../contenders/respond.ts';
import type { QuestionSet, SetQuestion } from '../formats/question-set.ts';
import { keepingThreshold } from '../measures/keeping.ts';
import { type Measurement, measure } from '../measures/measure.ts';
import { describeMiss } from '../measures/miss.ts';
import { evenSample } from '../measures/sample.ts';
import { type Summary, summarise } from '../measures/summary.ts';
import type { Row } from '../tables/sections.ts';
import { type Asking, rowName, timeResponse, type Watch } from './asking.ts';

interface PlainSets {
  readonly sets: readonly QuestionSet[];
  /** The set of whose questions 95 % are kept; null where nothing is compared so. */
  readonly keep: QuestionSet | null;
}

/** A row for each set and contender. */
export function askPlainSets({ sets, keep }: PlainSets, asking: Asking): readonly Row<Summary>[] {
  const { contenders, watch } = asking;
  const entrants = contenders.map((contender) => ({
    contender,
    threshold: thresholdOf(contender, keep, watch),
  }));
  return sets.flatMap((set) =>
    entrants.map(({ contender, threshold }) => {
      const measurements = askSet(contender, set, watch);
      if (contender.name === FOOTNOTE)
        asking.onMisses(measurements.flatMap((one) => describeMiss(one) ?? []));
      const counts = { set: set.name, asked: measurements.length, total: set.questions.length };
      return { name: rowName(contender, counts), summary: summarise(measurements, threshold) };
    }),
  );
}

/** The confidence from which on a contender keeps a question. */
function thresholdOf(contender: Contender, keep: QuestionSet | null, watch: Watch): number | null {
  const own = keep === null ? [] : askSet(contender, keep, watch);
  return keepingThreshold(own.map(({ response }) => response.confidence));
}

/** Asks the questions of a set, or as many as the contender takes, of the set's own articles. */
function askSet(contender: Contender, set: QuestionSet, watch: Watch): readonly Measurement[] {
  const respond = contender.open(set.articles.map(toArticle));
  return evenSample(set.questions, contender.maxQuestions).map((question) => {
    const measurement = ask(respond, question, watch);
    watch.onAsked();
    return measurement;
  });
}

function ask(respond: Respond, question: SetQuestion, watch: Watch): Measurement {
  const { cleanQuestion, isAnswerable } = question;
  const timed = timeResponse(respond, question.question, watch);
  const cleanResponse = cleanQuestion !== null && isAnswerable ? respond(cleanQuestion) : null;
  return measure({ question, cleanResponse, ...timed });
}
