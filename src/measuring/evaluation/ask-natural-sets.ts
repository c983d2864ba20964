import { basename } from 'node:path';
import type { Article } from '../../knowledge/article/article.ts';
import { readKnowledge } from '../../knowledge/folder/read-knowledge.ts';
import type { Contender, OpenContender, Response } from '../contenders/contender.ts';
import { evenSample } from '../kit/sample.ts';
import { type Asking, openPrepared, rowName, timeResponse, type Watch } from './asking.ts';
import type { NaturalQuestion, NaturalSet } from './formats/natural-set.ts';
import { describeNaturalMiss } from './measures/miss.ts';
import { type MissingPart, missingParts } from './measures/missing-parts.ts';
import { measureNatural, type NaturalMeasurement } from './measures/natural-measure.ts';
import { type NaturalSummary, type ReadingCounts, summariseNatural } from './measures/natural-summary.ts';
import { isSameReply, otherWordings } from './measures/wordings.ts';
import type { Row } from './tables/sections.ts';

/** What came of asking one contender. */
interface AskedBase {
  readonly contender: Contender;
  readonly measurements: readonly NaturalMeasurement[];
  readonly counts: ReadingCounts;
  /** How many questions the set has. */
  readonly total: number;
}

/** A row for each set and contender; where several sets lie in one folder, a row for all of them behind these. */
export async function askNaturalSets(
  sets: readonly NaturalSet[],
  asking: Asking,
): Promise<readonly Row<NaturalSummary>[]> {
  const rows: Row<NaturalSummary>[] = [];
  for (const group of new Set(sets.map((set) => set.group))) {
    const asked: AskedBase[] = [];
    const own = sets.filter((set) => set.group === group);
    for (const set of own) {
      const bases = await askSet(set, asking);
      rows.push(...bases.map((base) => rowOf(set.name, base)));
      asked.push(...bases);
    }
    if (own.length > 1) rows.push(...rowsOfAll(`all of ${basename(group)}`, asked, asking));
  }
  return rows;
}

async function askSet(
  set: NaturalSet,
  { contenders, watch, onMisses }: Asking,
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
    for (const question of evenSample(set.questions, contender.maxQuestions))
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
  { articles, watch }: { readonly articles: readonly Article[]; readonly watch: Watch },
): Promise<NaturalMeasurement> {
  const timed = await timeResponse(contender, question.question, watch);
  const measurement = measureNatural({
    question,
    ...timed,
    changedBy: await changedBy(contender, question.question, timed.response),
    missing: missingFrom(articles, timed.response),
  });
  watch.onAsked();
  return measurement;
}

async function changedBy(
  contender: OpenContender,
  question: string,
  response: Response,
): Promise<readonly string[] | null> {
  if (response.verdict === null) return null;
  const changed: string[] = [];
  for (const wording of otherWordings(question))
    if (!isSameReply(response, await contender.answer(wording))) changed.push(wording);
  return changed;
}

function missingFrom(articles: readonly Article[], { verdict }: Response): readonly MissingPart[] | null {
  if (verdict === null) return null;
  const { outcome, passage } = verdict;
  const article = articles.find(({ path }) => path === passage?.article.path);
  return outcome !== 'answered' || passage === null || article === undefined
    ? []
    : missingParts(article, passage);
}

function rowsOfAll(
  name: string,
  asked: readonly AskedBase[],
  { contenders }: Asking,
): readonly Row<NaturalSummary>[] {
  return contenders.map((contender) => {
    const own = asked.filter((base) => base.contender === contender);
    return rowOf(name, {
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

function rowOf(set: string, { contender, measurements, counts, total }: AskedBase): Row<NaturalSummary> {
  const name = rowName(contender, { set, asked: measurements.length, total });
  return { name, summary: summariseNatural(measurements, counts) };
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
