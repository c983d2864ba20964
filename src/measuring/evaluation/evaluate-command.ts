import { availableParallelism } from 'node:os';
import { embedBase } from '../../answering/reading/fact-vectors.ts';
import type { Encoders } from '../../encoders/encoders.ts';
import { openEncoders } from '../../encoders/open-encoders.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { requireEncoderSettings } from '../../settings/settings.ts';
import { createProgressBar, type OutputStream } from '../../terminal/progress.ts';
import type { CommandHost } from '../../terminal/terminal.ts';
import { measureColumns } from '../../text/layout/text-table.ts';
import type { Contender } from '../contenders/contender.ts';
import { createFootnote } from '../contenders/footnote.ts';
import { FUSE, loadMinisearch } from '../contenders/peers.ts';
import { sampleEvenly } from '../kit/statistics.ts';
import type { AskingDeps } from './ask-contender.ts';
import { askFaqSets } from './ask-faq-sets.ts';
import { askNaturalSets } from './ask-natural-sets.ts';
import { askPlainSets } from './ask-plain-sets.ts';
import { type EvaluateArguments, parseEvaluateArguments } from './evaluate-arguments.ts';
import { joinSets, type LoadedSets, loadSets } from './formats/load-sets.ts';
import type { PlainSet } from './formats/plain-set.ts';
import { renderFaqTables, renderNaturalTables, renderPlainTables } from './tables.ts';

/**
 * Runs `evaluate` and returns its exit status.
 *
 * @throws {UserFacingError} `unusable-arguments`, `unusable-settings`
 */
export async function runEvaluateCommand(args: readonly string[], host: CommandHost): Promise<number> {
  const { isOn, vectors } = requireEncoderSettings(host.env);
  const encoders = isOn
    ? await openEncoders({ folder: host.models, threads: availableParallelism(), vectors })
    : null;
  return runEvaluate(args, { ...host, encoders });
}

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

/** The sets to ask. Each has the articles that its questions are asked of. */
interface EvaluationPlan extends LoadedSets {
  /** Answerable questions with their articles, which set the threshold that keeps 95 % of them, or null for no threshold. */
  readonly keep: PlainSet | null;
}

/**
 * Reads the sets that the arguments name.
 *
 * @throws {UserFacingError} `unusable-arguments` where one cannot be read, or does not suit its option
 */
async function readEvaluationPlan(wanted: EvaluateArguments): Promise<EvaluationPlan> {
  const sets = sample(joinSets(await Promise.all(wanted.paths.map(loadSets))), wanted.sample);
  const base = wanted.base === null ? null : await loadOne(wanted.base, '--base');
  if (base !== null && base.articles.length === 0)
    throw createArgumentError(`“${base.name}” has no articles: --base needs a set that has them.`);
  if (base !== null && sets.natural.length + sets.faq.length > 0)
    throw createArgumentError(
      '--base is for sets of plain paragraphs; all others are asked of their own articles.',
    );
  return {
    ...sets,
    plain: base === null ? sets.plain : sets.plain.map((set) => askOf(base, set)),
    keep: wanted.keep === null ? chooseDefaultKeep(base) : toKeep(await loadOne(wanted.keep, '--keep')),
  };
}

function sample({ natural, faq, plain }: LoadedSets, most: number): LoadedSets {
  const fewer = <T>(set: { readonly questions: readonly T[] }) => ({
    questions: sampleEvenly(set.questions, most),
  });
  return {
    natural: natural.map((set) => ({ ...set, ...fewer(set) })),
    faq: faq.map((set) => ({ ...set, ...fewer(set) })),
    plain: plain.map((set) => ({ ...set, ...fewer(set) })),
  };
}

async function loadOne(path: string, option: string): Promise<PlainSet> {
  const { natural, faq, plain } = await loadSets(path);
  if (natural.length + faq.length > 0)
    throw createArgumentError(`${option} needs a set of plain paragraphs, and “${path}” holds others.`);
  const [set, ...more] = plain;
  if (set === undefined || more.length > 0)
    throw createArgumentError(`${option} needs one set, and “${path}” holds several: name one of its files.`);
  return set;
}

/** Returns the questions of a set with the articles of `base`, where none of them has an answer. */
function askOf(base: PlainSet, { name, questions }: PlainSet): PlainSet {
  return {
    name,
    articles: base.articles,
    questions: questions.map((question) => ({ ...question, isAnswerable: false })),
  };
}

function chooseDefaultKeep(base: PlainSet | null): PlainSet | null {
  const own = base === null ? null : keepAnswerable(base);
  return own === null || own.questions.length === 0 ? null : own;
}

function toKeep(set: PlainSet): PlainSet {
  const own = keepAnswerable(set);
  if (own.articles.length === 0 || own.questions.length === 0)
    throw createArgumentError(
      `“${set.name}” has no articles with answerable questions: --keep needs a set that has them.`,
    );
  return own;
}

function keepAnswerable(set: PlainSet): PlainSet {
  const answerable = set.questions.filter(({ isAnswerable }) => isAnswerable);
  return { ...set, questions: answerable.map((question) => ({ ...question, cleanQuestion: null })) };
}

function createArgumentError(message: string): UserFacingError {
  return new UserFacingError('unusable-arguments', message);
}
