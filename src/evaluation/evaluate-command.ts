import type { AnsweringModels } from '../answering/answering-models.ts';
import { columnsOf } from '../text/window-width.ts';
import { askSet, type Watch } from './ask-set.ts';
import type { Contender } from './contenders/contender.ts';
import { fusePeer } from './contenders/fuse-peer.ts';
import { loadMinisearchPeer } from './contenders/minisearch-peer.ts';
import { FOOTNOTE, footnoteWith } from './contenders/respond.ts';
import { type EvaluateArguments, parseEvaluateArguments } from './evaluate-arguments.ts';
import { type EvaluationPlan, readEvaluationPlan } from './evaluation-plan.ts';
import type { QuestionSet } from './formats/question-set.ts';
import { keepingThreshold } from './measures/keeping.ts';
import type { Measurement } from './measures/measure.ts';
import { describeMiss } from './measures/miss.ts';
import { summarise } from './measures/summary.ts';
import { progressOn } from './progress.ts';
import { type Row, renderTables } from './tables.ts';

interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** Where the command writes, and the clock that it measures with. */
export interface EvaluationOutput {
  readonly output: OutputStream;
  readonly progress: OutputStream;
  /** Milliseconds that only ever rise, from any start. */
  readonly nowMs: () => number;
  /** What answering has learned. */
  readonly models: AnsweringModels;
}

/** A contender with the confidence from which on it keeps a question; null where nothing is compared so. */
interface Entrant {
  readonly contender: Contender;
  readonly threshold: number | null;
}

/**
 * Measures how well the questions of each set are answered and prints tables, a row a set and, against peers, a row
 * each below it; where the window is too narrow for a table, a block each. Returns the exit status, which is 0 whatever the figures are.
 *
 * @throws {UserFacingError} `unusable-arguments`, also where a set cannot be read or a peer is not installed
 */
export async function runEvaluate(args: readonly string[], to: EvaluationOutput): Promise<0> {
  const wanted = parseEvaluateArguments(args);
  const contenders = await loadContenders(wanted, to.models);
  const plan = await readEvaluationPlan(wanted);
  const progress = progressOn(to.progress, countQuestions(contenders, plan));
  const watch = { nowMs: to.nowMs, onAsked: progress.step };
  const entrants = contenders.map((contender) => enter(contender, plan.keep, watch));
  const rows: Row[] = [];
  for (const set of plan.sets) {
    for (const { contender, threshold } of entrants) {
      const measurements = askSet(contender, set, watch);
      rows.push({ name: rowName(contender, set), summary: summarise(measurements, threshold) });
      if (contender.name === FOOTNOTE) printMisses(measurements, wanted.misses, to);
    }
  }
  progress.end();
  const room = { keptSet: plan.keep?.name ?? null, columns: columnsOf(to.output) };
  to.output.write(`${renderTables(rows, room)}\n`);
  return 0;
}

/** We come first. */
async function loadContenders(
  { isAgainstPeers, strictness }: EvaluateArguments,
  models: AnsweringModels,
): Promise<readonly Contender[]> {
  const footnote = footnoteWith(models, strictness);
  return isAgainstPeers ? [footnote, await loadMinisearchPeer(), fusePeer] : [footnote];
}

function countQuestions(contenders: readonly Contender[], { sets, keep }: EvaluationPlan): number {
  const sizes = [...sets, ...(keep === null ? [] : [keep])].map(({ questions }) => questions.length);
  return contenders
    .flatMap(({ maxQuestions }) => sizes.map((size) => Math.min(size, maxQuestions)))
    .reduce((sum, size) => sum + size, 0);
}

function enter(contender: Contender, keep: QuestionSet | null, watch: Watch): Entrant {
  const own = keep === null ? [] : askSet(contender, keep, watch);
  return { contender, threshold: keepingThreshold(own.map(({ response }) => response.confidence)) };
}

function rowName({ name, maxQuestions }: Contender, set: QuestionSet): string {
  if (name === FOOTNOTE) return set.name;
  const total = set.questions.length;
  return maxQuestions < total ? `${name} (${maxQuestions} of ${total.toLocaleString('en')})` : name;
}

function printMisses(measurements: readonly Measurement[], most: number, { output }: EvaluationOutput): void {
  const misses = measurements.flatMap((measurement) => describeMiss(measurement) ?? []);
  for (const miss of misses.slice(0, most)) output.write(`${miss}\n`);
}
