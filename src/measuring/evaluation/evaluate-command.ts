import { embedBase } from '../../answering/reading/fact-vectors.ts';
import type { Encoders } from '../../encoders/encoders.ts';
import { measureColumns } from '../../text/layout/window-width.ts';
import type { Contender } from '../contenders/contender.ts';
import { createFootnote } from '../contenders/footnote.ts';
import { FUSE } from '../contenders/fuse.ts';
import { loadMinisearch } from '../contenders/minisearch.ts';
import { createProgressBar, type OutputStream } from '../kit/progress.ts';
import { askFaqSets } from './ask-faq-sets.ts';
import { askNaturalSets } from './ask-natural-sets.ts';
import { askPlainSets } from './ask-plain-sets.ts';
import type { Asking } from './asking.ts';
import { type EvaluateArguments, parseEvaluateArguments } from './evaluate-arguments.ts';
import { type EvaluationPlan, readEvaluationPlan } from './evaluation-plan.ts';
import { renderFaqTables } from './tables/faq-tables.ts';
import { renderNaturalTables } from './tables/natural-tables.ts';
import { renderPlainTables } from './tables/plain-tables.ts';

/** Where the command writes, and the clock that it measures with. */
export interface EvaluationOutput {
  readonly output: OutputStream;
  readonly progress: OutputStream;
  /** Milliseconds that only ever rise, from any start. */
  readonly nowMs: () => number;
  /** What finds and judges by meaning; null where words alone must do. */
  readonly encoders: Encoders | null;
}

/**
 * Measures how well the questions of each set are answered and prints tables, those of natural sets first: a row a set and, against peers, a row
 * each below it; where the window is too narrow for a table, a block each. Returns the exit status, which is 0 whatever the figures are.
 *
 * @throws {UserFacingError} `unusable-arguments`, also where a set cannot be read or a peer is not installed
 */
export async function runEvaluate(args: readonly string[], to: EvaluationOutput): Promise<0> {
  const wanted = parseEvaluateArguments(args);
  const contenders = await loadContenders(wanted, to);
  const plan = await readEvaluationPlan(wanted);
  const progress = createProgressBar(to.progress, countQuestions(contenders, plan));
  const asking = {
    contenders,
    watch: { nowMs: to.nowMs, onAsked: progress.step },
    onMisses: (misses: readonly string[]) => {
      for (const miss of misses.slice(0, wanted.misses)) to.output.write(`${miss}\n`);
    },
  };
  const tables = await askAndRender(plan, asking, measureColumns(to.output));
  progress.end();
  to.output.write(`${tables}\n`);
  return 0;
}

async function askAndRender(
  { natural, faq, plain, keep }: EvaluationPlan,
  asking: Asking,
  columns: number,
): Promise<string> {
  const tables = [
    renderNaturalTables(await askNaturalSets(natural, asking), columns),
    renderFaqTables(await askFaqSets(faq, asking), columns),
    renderPlainTables(await askPlainSets({ sets: plain, keep }, asking), {
      keptSet: keep?.name ?? null,
      columns,
    }),
  ];
  return tables.filter((table) => table !== '').join('\n\n');
}

/** We come first. */
async function loadContenders(
  { isAgainstPeers, strictness }: EvaluateArguments,
  { encoders }: Pick<EvaluationOutput, 'encoders'>,
): Promise<readonly Contender[]> {
  const footnote = createFootnote({
    strictness,
    understand: encoders && ((base) => embedBase(base, encoders)),
  });
  return isAgainstPeers ? [footnote, await loadMinisearch(), FUSE] : [footnote];
}

function countQuestions(contenders: readonly Contender[], plan: EvaluationPlan): number {
  const sets = [...plan.natural, ...plan.faq, ...plan.plain, ...(plan.keep === null ? [] : [plan.keep])];
  const sizes = sets.map(({ questions }) => questions.length);
  return contenders
    .flatMap(({ maxQuestions }) => sizes.map((size) => Math.min(size, maxQuestions)))
    .reduce((sum, size) => sum + size, 0);
}
