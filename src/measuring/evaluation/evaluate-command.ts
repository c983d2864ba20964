import { embedBase } from '../../answering/reading/fact-vectors.ts';
import type { Encoders } from '../../encoders/encoders.ts';
import { measureColumns } from '../../text/layout/window-width.ts';
import type { Contender } from '../contenders/contender.ts';
import { createFootnote } from '../contenders/footnote.ts';
import { FUSE } from '../contenders/fuse.ts';
import { loadMinisearch } from '../contenders/minisearch.ts';
import { createProgressBar, type OutputStream } from '../kit/progress.ts';
import type { AskingDeps } from './ask-contender.ts';
import { askFaqSets } from './ask-faq-sets.ts';
import { askNaturalSets } from './ask-natural-sets.ts';
import { askPlainSets } from './ask-plain-sets.ts';
import { type EvaluateArguments, parseEvaluateArguments } from './evaluate-arguments.ts';
import { type EvaluationPlan, readEvaluationPlan } from './evaluation-plan.ts';
import { renderFaqTables, renderNaturalTables, renderPlainTables } from './tables.ts';

/** Where the command writes, and what it needs for measuring. */
export interface EvaluationOutput {
  readonly output: OutputStream;
  readonly progress: OutputStream;
  /** Milliseconds that never decrease, from any start. */
  readonly nowMs: () => number;
  /** Null where words alone must do. */
  readonly encoders: Encoders | null;
}

/**
 * Measures how well the questions of each set are answered, and prints tables, those of natural sets first. Each set has a row, with a row for each peer
 * below it. Where the window is too narrow for a table, each row becomes a block. Returns the exit status, which is 0 whatever the figures are.
 *
 * @throws {UserFacingError} `unusable-arguments`, also where a set cannot be read or a peer is not installed
 */
export async function runEvaluate(args: readonly string[], to: EvaluationOutput): Promise<0> {
  const parsed = parseEvaluateArguments(args);
  const contenders = await loadContenders(parsed, to);
  const plan = await readEvaluationPlan(parsed);
  const progress = createProgressBar(to.progress, countQuestions(contenders, plan));
  const asking = {
    contenders,
    watch: { nowMs: to.nowMs, onAsked: progress.step },
    onMisses: (misses: readonly string[]) => {
      for (const miss of misses.slice(0, parsed.misses)) to.output.write(`${miss}\n`);
    },
  };
  const tables = await askAndRender(plan, asking, measureColumns(to.output));
  progress.end();
  to.output.write(`${tables}\n`);
  return 0;
}

async function askAndRender(
  { natural, faq, plain, keep }: EvaluationPlan,
  asking: AskingDeps,
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

/** Loads Footnote and then, where asked for, the peers. */
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
