import type { Article } from '../../knowledge/article/article.ts';
import { parseArticle } from '../../knowledge/folder/parse-article.ts';
import type { Contender } from '../contenders/contender.ts';
import { sampleEvenly } from '../kit/statistics.ts';
import { type AskingDeps, nameRow, openPrepared, type QuestionWatch, timeResponse } from './ask-contender.ts';
import type { FaqFile, FaqQuestion, FaqSet } from './formats/faq-set.ts';
import { type FaqMeasurement, type FaqSummary, measureFaq, summariseFaq } from './measures/faq-measure.ts';
import { describeFaqMiss } from './measures/miss.ts';
import type { Row } from './sections.ts';

/** Asks each contender the questions of each set and returns a row for both. Each question is asked of its own file only. */
export async function askFaqSets(
  sets: readonly FaqSet[],
  asking: AskingDeps,
): Promise<readonly Row<FaqSummary>[]> {
  const rows: Row<FaqSummary>[] = [];
  for (const set of sets)
    for (const contender of asking.contenders) rows.push(await askSet(contender, set, asking));
  return rows;
}

async function askSet(
  contender: Contender,
  set: FaqSet,
  { watch, onMisses }: AskingDeps,
): Promise<Row<FaqSummary>> {
  const questions = sampleEvenly(set.questions, contender.maxQuestions);
  const files = [];
  for (const file of new Set(questions.map((question) => question.file))) {
    const articles = readFile(file);
    const own = questions.filter((question) => question.file === file);
    files.push({ articles, measurements: await askFile(own, { contender, articles, watch }) });
  }
  const measurements = files.flatMap((file) => file.measurements);
  if (contender.name === 'footnote') onMisses(measurements.flatMap((one) => describeFaqMiss(one) ?? []));
  const loaded = files.filter(({ articles }) => articles.length > 0).length;
  return {
    name: nameRow(contender, { set: set.name, asked: questions.length, total: set.questions.length }),
    summary: summariseFaq(measurements, { files: files.length, loaded }),
  };
}

function readFile({ path, markdown }: FaqFile): readonly Article[] {
  const { article } = parseArticle(path, Buffer.from(markdown));
  return article === null ? [] : [article];
}

interface FileDeps {
  readonly contender: Contender;
  readonly articles: readonly Article[];
  readonly watch: QuestionWatch;
}

async function askFile(
  questions: readonly FaqQuestion[],
  { contender, articles, watch }: FileDeps,
): Promise<readonly FaqMeasurement[]> {
  const open = await openPrepared(contender, articles);
  const measurements: FaqMeasurement[] = [];
  for (const question of questions) {
    measurements.push(measureFaq(question, await timeResponse(open, question.question, watch)));
    watch.onAsked();
  }
  return measurements;
}
