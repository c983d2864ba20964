import { basename } from 'node:path';
import type { Article } from '../../knowledge/article/article.ts';
import { readKnowledge } from '../../knowledge/folder/read-knowledge.ts';
import { type Contender, findShown, type OpenContender, type Response } from '../contenders/contender.ts';
import { sampleEvenly } from '../kit/statistics.ts';
import { type AskingDeps, nameRow, openPrepared, type QuestionWatch, timeResponse } from './ask-contender.ts';
import type { NaturalQuestion, NaturalSet } from './formats/natural-set.ts';
import { describeNaturalMiss } from './measures/miss.ts';
import { findMissingParts, type MissingPart } from './measures/missing-parts.ts';
import { measureNatural, type NaturalMeasurement } from './measures/natural-measure.ts';
import { type NaturalSummary, type ReadingCounts, summariseNatural } from './measures/natural-summary.ts';
import type { Row } from './sections.ts';

/** The measurements of one contender on one set. */
interface AskedBase {
  readonly contender: Contender;
  readonly measurements: readonly NaturalMeasurement[];
  readonly counts: ReadingCounts;
  /** How many questions the set has, asked or not. */
  readonly total: number;
}

/** Asks each contender the questions of each set and returns a row for both. Several sets in one folder also get a row for all of them together. */
export async function askNaturalSets(
  sets: readonly NaturalSet[],
  asking: AskingDeps,
): Promise<readonly Row<NaturalSummary>[]> {
  const rows: Row<NaturalSummary>[] = [];
  for (const group of new Set(sets.map((set) => set.group))) {
    const asked: AskedBase[] = [];
    const own = sets.filter((set) => set.group === group);
    for (const set of own) {
      const bases = await askSet(set, asking);
      rows.push(...bases.map((base) => buildRow(set.name, base)));
      asked.push(...bases);
    }
    if (own.length > 1) rows.push(...buildGroupRows(`all of ${basename(group)}`, asked, asking));
  }
  return rows;
}

async function askSet(
  set: NaturalSet,
  { contenders, watch, onMisses }: AskingDeps,
): Promise<readonly AskedBase[]> {
  const { articles, problems } = await readKnowledge(set.folder);
  const skipped = new Set(problems.filter(({ kind }) => kind === 'skipped').map(({ path }) => path));
  const counts = {
    loaded: articles.length,
    files: articles.length + skipped.size,
    problems: problems.filter(({ kind }) => kind !== 'draft').length,
  };
  const asked: AskedBase[] = [];
  for (const contender of contenders) {
    const open = await openPrepared(contender, articles);
    const measurements: NaturalMeasurement[] = [];
    for (const question of sampleEvenly(set.questions, contender.maxQuestions))
      measurements.push(await ask(open, question, { articles, watch }));
    if (contender.name === 'footnote')
      onMisses(measurements.flatMap((one) => describeNaturalMiss(one) ?? []));
    asked.push({ contender, measurements, counts, total: set.questions.length });
  }
  return asked;
}

async function ask(
  contender: OpenContender,
  question: NaturalQuestion,
  { articles, watch }: { readonly articles: readonly Article[]; readonly watch: QuestionWatch },
): Promise<NaturalMeasurement> {
  const timed = await timeResponse(contender, question.question, watch);
  const measurement = measureNatural({
    question,
    ...timed,
    changedBy: await findChanging(contender, question.question, timed.response),
    missing: findMissing(articles, timed.response),
  });
  watch.onAsked();
  return measurement;
}

async function findChanging(
  contender: OpenContender,
  question: string,
  response: Response,
): Promise<readonly string[] | null> {
  if (response.verdict === null) return null;
  const changed: string[] = [];
  for (const phrasing of listOtherPhrasings(question))
    if (!isSameReply(response, await contender.answer(phrasing))) changed.push(phrasing);
  return changed;
}

/** Returns the question as others would type it: each phrasing once, without the original. */
export function listOtherPhrasings(question: string): readonly string[] {
  const bare = removeQuestionMarks(question);
  const phrasings = [
    question.toLowerCase(),
    question.charAt(0).toUpperCase() + question.slice(1),
    bare,
    `${bare}?`,
    `${bare}??`,
    question.replace(/\bi\b/g, 'I'),
    question.replace(/\bI\b/g, 'i'),
    `  ${question.replaceAll(' ', '   ')} `,
    `hi ${question}`,
  ];
  return [...new Set(phrasings)].filter((phrasing) => phrasing !== question);
}

function removeQuestionMarks(question: string): string {
  let bare = question.trim();
  while (bare.endsWith('?')) bare = bare.slice(0, -1).trimEnd();
  return bare;
}

/** Returns whether a person gets the same from both: the same outcome, and the same text of the same article. */
export function isSameReply(one: Response, other: Response): boolean {
  const [shown, otherShown] = [findShown(one), findShown(other)];
  return (
    one.verdict?.outcome === other.verdict?.outcome &&
    shown?.path === otherShown?.path &&
    shown?.text === otherShown?.text
  );
}

function findMissing(articles: readonly Article[], { verdict }: Response): readonly MissingPart[] | null {
  if (verdict === null) return null;
  const { outcome, passage } = verdict;
  const article = articles.find(({ path }) => path === passage?.article.path);
  return outcome !== 'answered' || passage === null || article === undefined
    ? []
    : findMissingParts(article, passage);
}

function buildGroupRows(
  name: string,
  asked: readonly AskedBase[],
  { contenders }: AskingDeps,
): readonly Row<NaturalSummary>[] {
  return contenders.map((contender) => {
    const own = asked.filter((base) => base.contender === contender);
    return buildRow(name, {
      contender,
      measurements: own.flatMap(({ measurements }) => measurements),
      counts: {
        loaded: sum(own, ({ counts }) => counts.loaded),
        files: sum(own, ({ counts }) => counts.files),
        problems: sum(own, ({ counts }) => counts.problems),
      },
      total: sum(own, ({ total }) => total),
    });
  });
}

function buildRow(set: string, { contender, measurements, counts, total }: AskedBase): Row<NaturalSummary> {
  const name = nameRow(contender, { set, asked: measurements.length, total });
  return { name, summary: summariseNatural(measurements, counts) };
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
