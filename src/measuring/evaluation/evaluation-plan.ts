import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { sampleEvenly } from '../kit/statistics.ts';
import type { EvaluateArguments } from './evaluate-arguments.ts';
import { joinSets, type LoadedSets, loadSets } from './formats/load-sets.ts';
import type { PlainSet } from './formats/plain-set.ts';

/** The sets to ask. Each has the articles that its questions are asked of. */
export interface EvaluationPlan extends LoadedSets {
  /** Answerable questions with their articles, which set the threshold that keeps 95 % of them; null for no threshold. */
  readonly keep: PlainSet | null;
}

/**
 * Reads the sets that the arguments name.
 *
 * @throws {UserFacingError} `unusable-arguments` where one cannot be read, or does not suit its option
 */
export async function readEvaluationPlan(wanted: EvaluateArguments): Promise<EvaluationPlan> {
  const sets = sample(joinSets(await Promise.all(wanted.paths.map(loadSets))), wanted.sample);
  const base = wanted.base === null ? null : await loadOne(wanted.base, '--base');
  if (base !== null && base.articles.length === 0)
    throw unusable(`“${base.name}” has no articles: --base needs a set that has them.`);
  if (base !== null && sets.natural.length + sets.faq.length > 0)
    throw unusable('--base is for sets of plain paragraphs; all others are asked of their own articles.');
  return {
    ...sets,
    plain: base === null ? sets.plain : sets.plain.map((set) => askOf(base, set)),
    keep: wanted.keep === null ? defaultKeep(base) : toKeep(await loadOne(wanted.keep, '--keep')),
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
    throw unusable(`${option} needs a set of plain paragraphs, and “${path}” holds others.`);
  const [set, ...more] = plain;
  if (set === undefined || more.length > 0)
    throw unusable(`${option} needs one set, and “${path}” holds several: name one of its files.`);
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

function defaultKeep(base: PlainSet | null): PlainSet | null {
  const own = base === null ? null : keepAnswerable(base);
  return own === null || own.questions.length === 0 ? null : own;
}

function toKeep(set: PlainSet): PlainSet {
  const own = keepAnswerable(set);
  if (own.articles.length === 0 || own.questions.length === 0)
    throw unusable(
      `“${set.name}” has no articles with answerable questions: --keep needs a set that has them.`,
    );
  return own;
}

function keepAnswerable(set: PlainSet): PlainSet {
  const answerable = set.questions.filter(({ isAnswerable }) => isAnswerable);
  return { ...set, questions: answerable.map((question) => ({ ...question, cleanQuestion: null })) };
}

function unusable(message: string): UserFacingError {
  return new UserFacingError('unusable-arguments', message);
}
