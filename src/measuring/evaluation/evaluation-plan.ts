import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { evenSample } from '../kit/sample.ts';
import type { EvaluateArguments } from './evaluate-arguments.ts';
import { joinSets, type LoadedSets, loadSets } from './formats/load-sets.ts';
import type { QuestionSet } from './formats/question-set.ts';

/** Each set has the articles that its questions are asked of. */
export interface EvaluationPlan extends LoadedSets {
  /** Answerable questions with their articles, of which 95 % are to be kept; null where nothing is compared so. */
  readonly keep: QuestionSet | null;
}

/**
 * Reads the sets that the arguments name.
 *
 * @throws {UserFacingError} `unusable-arguments` where one cannot be read, or cannot serve as what it is named for
 */
export async function readEvaluationPlan(wanted: EvaluateArguments): Promise<EvaluationPlan> {
  const sets = sampled(joinSets(await Promise.all(wanted.paths.map(loadSets))), wanted.sample);
  const base = wanted.base === null ? null : await loadOne(wanted.base, '--base');
  if (base !== null && base.articles.length === 0)
    throw unusable(`“${base.name}” has no articles: --base needs a set that has them.`);
  if (base !== null && sets.natural.length + sets.faq.length > 0)
    throw unusable('--base is for sets of plain paragraphs; all others are asked of their own articles.');
  return {
    ...sets,
    plain: base === null ? sets.plain : sets.plain.map((set) => askedOf(base, set)),
    keep: wanted.keep === null ? defaultKeep(base) : toKeep(await loadOne(wanted.keep, '--keep')),
  };
}

function sampled({ natural, faq, plain }: LoadedSets, most: number): LoadedSets {
  const fewer = <T>(set: { readonly questions: readonly T[] }) => ({
    questions: evenSample(set.questions, most),
  });
  return {
    natural: natural.map((set) => ({ ...set, ...fewer(set) })),
    faq: faq.map((set) => ({ ...set, ...fewer(set) })),
    plain: plain.map((set) => ({ ...set, ...fewer(set) })),
  };
}

async function loadOne(path: string, option: string): Promise<QuestionSet> {
  const { natural, faq, plain } = await loadSets(path);
  if (natural.length + faq.length > 0)
    throw unusable(`${option} needs a set of plain paragraphs, and “${path}” holds others.`);
  const [set, ...more] = plain;
  if (set === undefined || more.length > 0)
    throw unusable(`${option} needs one set, and “${path}” holds several: name one of its files.`);
  return set;
}

/** Against another set's articles none of the questions has an answer. */
function askedOf(base: QuestionSet, { name, questions }: QuestionSet): QuestionSet {
  return {
    name,
    articles: base.articles,
    questions: questions.map((question) => ({ ...question, isAnswerable: false })),
  };
}

function defaultKeep(base: QuestionSet | null): QuestionSet | null {
  const own = base === null ? null : answerableOf(base);
  return own === null || own.questions.length === 0 ? null : own;
}

function toKeep(set: QuestionSet): QuestionSet {
  const own = answerableOf(set);
  if (own.articles.length === 0 || own.questions.length === 0)
    throw unusable(
      `“${set.name}” has no articles with answerable questions: --keep needs a set that has them.`,
    );
  return own;
}

function answerableOf(set: QuestionSet): QuestionSet {
  const answerable = set.questions.filter(({ isAnswerable }) => isAnswerable);
  return { ...set, questions: answerable.map((question) => ({ ...question, cleanQuestion: null })) };
}

function unusable(message: string): UserFacingError {
  return new UserFacingError('unusable-arguments', message);
}
