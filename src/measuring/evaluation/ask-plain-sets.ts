import type { Contender, OpenContender } from '../contenders/contender.ts';
import { sampleEvenly } from '../kit/statistics.ts';
import { type AskingDeps, nameRow, openPrepared, type QuestionWatch, timeResponse } from './ask-contender.ts';
import { type PlainQuestion, type PlainSet, toArticle } from './formats/plain-set.ts';
import { describePlainMiss } from './measures/miss.ts';
import { measurePlain, type PlainMeasurement } from './measures/plain-measure.ts';
import { findKeepingThreshold, type PlainSummary, summarisePlain } from './measures/plain-summary.ts';
import type { Row } from './sections.ts';

interface PlainSets {
  readonly sets: readonly PlainSet[];
  /** The set whose questions set the threshold that keeps 95 % of them, or null for no threshold. */
  readonly keep: PlainSet | null;
}

/** Asks each contender the questions of each set and returns a row for both. */
export async function askPlainSets(
  { sets, keep }: PlainSets,
  asking: AskingDeps,
): Promise<readonly Row<PlainSummary>[]> {
  const { contenders, watch } = asking;
  const entrants = [];
  for (const contender of contenders)
    entrants.push({ contender, threshold: await findThreshold(contender, keep, watch) });
  const rows: Row<PlainSummary>[] = [];
  for (const set of sets)
    for (const { contender, threshold } of entrants) {
      const measurements = await askSet(contender, set, watch);
      if (contender.name === 'footnote')
        asking.onMisses(measurements.flatMap((one) => describePlainMiss(one) ?? []));
      const counts = { set: set.name, asked: measurements.length, total: set.questions.length };
      rows.push({ name: nameRow(contender, counts), summary: summarisePlain(measurements, threshold) });
    }
  return rows;
}

/** Returns the confidence from which a contender keeps a question. */
async function findThreshold(
  contender: Contender,
  keep: PlainSet | null,
  watch: QuestionWatch,
): Promise<number | null> {
  const own = keep === null ? [] : await askSet(contender, keep, watch);
  return findKeepingThreshold(own.map(({ response }) => response.confidence));
}

/** Asks the questions of a set, or as many as the contender accepts, of the set's own articles. */
async function askSet(
  contender: Contender,
  set: PlainSet,
  watch: QuestionWatch,
): Promise<readonly PlainMeasurement[]> {
  const open = await openPrepared(contender, set.articles.map(toArticle));
  const measurements: PlainMeasurement[] = [];
  for (const question of sampleEvenly(set.questions, contender.maxQuestions)) {
    measurements.push(await ask(open, question, watch));
    watch.onAsked();
  }
  return measurements;
}

async function ask(
  contender: OpenContender,
  question: PlainQuestion,
  watch: QuestionWatch,
): Promise<PlainMeasurement> {
  const { cleanQuestion, isAnswerable } = question;
  const timed = await timeResponse(contender, question.question, watch);
  const cleanResponse = cleanQuestion !== null && isAnswerable ? await contender.answer(cleanQuestion) : null;
  return measurePlain({ question, cleanResponse, ...timed });
}
