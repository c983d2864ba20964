import { parseEvaluateArguments } from './evaluate-arguments.ts';
import { type Measurement, measure } from './measure.ts';
import { describeMiss } from './miss.ts';
import { type Progress, progressOn } from './progress.ts';
import { loadQuestionSets, type QuestionSet } from './question-set.ts';
import { respondFrom } from './respond.ts';
import { summarise } from './summary.ts';
import { type Row, renderTable } from './table.ts';

/** Where the command writes, and the clock that it measures with. */
export interface EvaluationOutput {
  readonly output: { readonly write: (text: string) => unknown };
  readonly progress: { readonly isTTY?: boolean; readonly write: (text: string) => unknown };
  /** Milliseconds that only ever rise, from any start. */
  readonly nowMs: () => number;
}

/**
 * Measures how well the questions of each set are answered and prints a table, a row a set. Returns the exit
 * status, which is 0 whatever the figures are.
 *
 * @throws {UserFacingError} `unusable-arguments`, also where a set cannot be read
 */
export async function runEvaluate(args: readonly string[], to: EvaluationOutput): Promise<0> {
  const { paths, base: basePath, misses } = parseEvaluateArguments(args);
  const sets = (await Promise.all(paths.map(loadQuestionSets))).flat();
  const [base = null] = basePath === null ? [] : await loadQuestionSets(basePath);
  const total = sets.reduce((sum, { questions }) => sum + questions.length, 0);
  const progress = progressOn(to.progress, total);
  const rows: Row[] = [];
  for (const set of sets) {
    const measurements = measureSet(set, base, { nowMs: to.nowMs, progress });
    rows.push({ set: set.name, summary: summarise(measurements) });
    printMisses(measurements, misses, to);
  }
  progress.end();
  to.output.write(`${renderTable(rows)}\n`);
  return 0;
}

/** Against another set's articles none of the questions has an answer. */
function measureSet(
  set: QuestionSet,
  base: QuestionSet | null,
  { nowMs, progress }: { readonly nowMs: () => number; readonly progress: Progress },
): readonly Measurement[] {
  const respond = respondFrom((base ?? set).articles);
  return set.questions.map((question) => {
    const startedAt = nowMs();
    const response = respond(question.question);
    const tookMs = nowMs() - startedAt;
    progress.step();
    return measure(base === null ? question : { ...question, isAnswerable: false }, response, tookMs);
  });
}

function printMisses(measurements: readonly Measurement[], most: number, { output }: EvaluationOutput): void {
  const misses = measurements.flatMap((measurement) => describeMiss(measurement) ?? []);
  for (const miss of misses.slice(0, most)) output.write(`${miss}\n`);
}
