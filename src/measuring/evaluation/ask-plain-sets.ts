import type { Contender, OpenContender } from '../contenders/contender.ts';
import { evenSample } from '../kit/sample.ts';
import { type Asking, openPrepared, rowName, timeResponse, type Watch } from './asking.ts';
import { type QuestionSet, type SetQuestion, toArticle } from './formats/question-set.ts';
import { keepingThreshold } from './measures/keeping.ts';
import { type Measurement, measure } from './measures/measure.ts';
import { describeMiss } from './measures/miss.ts';
import { type Summary, summarise } from './measures/summary.ts';
import type { Row } from './tables/sections.ts';

interface PlainSets {
  readonly sets: readonly QuestionSet[];
  /** The set of whose questions 95 % are kept; null where nothing is compared so. */
  readonly keep: QuestionSet | null;
}

/** A row for each set and contender. */
export async function askPlainSets(
  { sets, keep }: PlainSets,
  asking: Asking,
): Promise<readonly Row<Summary>[]> {
  const { contenders, watch } = asking;
  const entrants = [];
  for (const contender of contenders)
    entrants.push({ contender, threshold: await thresholdOf(contender, keep, watch) });
  const rows: Row<Summary>[] = [];
  for (const set of sets)
    for (const { contender, threshold } of entrants) {
      const measurements = await askSet(contender, set, watch);
      if (contender.name === 'footnote')
        asking.onMisses(measurements.flatMap((one) => describeMiss(one) ?? []));
      const counts = { set: set.name, asked: measurements.length, total: set.questions.length };
      rows.push({ name: rowName(contender, counts), summary: summarise(measurements, threshold) });
    }
  return rows;
}

/** The confidence from which on a contender keeps a question. */
async function thresholdOf(
  contender: Contender,
  keep: QuestionSet | null,
  watch: Watch,
): Promise<number | null> {
  const own = keep === null ? [] : await askSet(contender, keep, watch);
  return keepingThreshold(own.map(({ response }) => response.confidence));
}

/** Asks the questions of a set, or as many as the contender takes, of the set's own articles. */
async function askSet(contender: Contender, set: QuestionSet, watch: Watch): Promise<readonly Measurement[]> {
  const open = await openPrepared(contender, set.articles.map(toArticle));
  const measurements: Measurement[] = [];
  for (const question of evenSample(set.questions, contender.maxQuestions)) {
    measurements.push(await ask(open, question, watch));
    watch.onAsked();
  }
  return measurements;
}

async function ask(contender: OpenContender, question: SetQuestion, watch: Watch): Promise<Measurement> {
  const { cleanQuestion, isAnswerable } = question;
  const timed = await timeResponse(contender, question.question, watch);
  const cleanResponse = cleanQuestion !== null && isAnswerable ? await contender.answer(cleanQuestion) : null;
  return measure({ question, cleanResponse, ...timed });
}
