/**
 * Lays questions out for `reader.py`, each beside the sentences that the first ranker takes for its answer:
 * `node training/built/training/reader-examples.js FOLDER`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../src/answering/ranking/features.ts';
import { readAround } from '../src/answering/ranking/rank.ts';
import type { Ranked } from '../src/answering/ranking/ranked.ts';
import type { SetQuestion } from '../src/evaluation/formats/question-set.ts';
import type { Fact } from '../src/knowledge/article.ts';
import { decodeModelFile } from '../src/learned/model-file.ts';
import { Scorer, scorerWeights } from '../src/learned/scorer.ts';
import { WordVectors } from '../src/learned/word-vectors.ts';
import { ExampleTables, type FoundPassage } from './example-tables.ts';
import { askedOf, baseOf, isRight, type List, loadSet, weighed } from './lists.ts';
import { NearMisses } from './near-misses.ts';
import { randomFrom } from './random.ts';
import { asSearched, inOtherWords } from './variations.ts';

const WORK = 'training/work';
/** Of so many questions one is typed as into a search box, and one put in other words. */
const VARIED_EVERY = 4;
/** One question in so many is also asked about something else, so that no sentence answers it. */
const ANOTHER_EVERY = 4;
/** So many sentences stand beside a question that the reader is measured with. */
const MEASURED = 10;

const [folder = ''] = process.argv.slice(2);
const vectors = new WordVectors(decodeModelFile(readFileSync('models/word-vectors.bin')));
const ranking = decodeModelFile(readFileSync(join(WORK, 'first-ranker.bin')));
const firstRanker = new Scorer(scorerWeights(ranking, 'first'), FEATURES);

await layOutToLearn('train/squad11-train44', 'squad', 8);
await layOutToLearn('train/qamr-dev', 'qamr-dev', 4);
await layOutToLearn('train/qamr-test', 'qamr-test', 4);
await layOutToMeasure('sets/squad11-dev', 'dev-squad', 4);
await layOutToMeasure('sets/squad20-dev', 'dev-near', 5);
await layOutToMeasure('sets/nq-qed-dev', 'dev-nq');
await layOutToMeasure('sets/covidqa', 'dev-covid');
await layOutToMeasure('sets/xquad-en', 'dev-xquad');

/** The right sentence beside others, whether it was found among the best or not; some questions varied, some without an answer. */
async function layOutToLearn(file: string, name: string, sentences: number): Promise<void> {
  const { set, ask, numberOf } = await open(file);
  const random = randomFrom(5);
  const nearMisses = new NearMisses(set, random);
  const examples = new ExampleTables(vectors);
  for (const [index, question] of set.questions.filter(({ gold }) => gold.length > 0).entries()) {
    const text = varied(question.question, index, random);
    const list = ask(question, text);
    const right = list.found.find((ranked) => isRight(list, ranked));
    if (right === undefined) continue;
    const others = list.found.filter((ranked) => !isRight(list, ranked)).slice(0, sentences - 1);
    examples.add(text, toPassages(question, list, [right, ...others]), numberOf(question));
    const another = index % ANOTHER_EVERY === 0 ? nearMisses.of(question, text) : null;
    if (another === null) continue;
    const near = ask({ ...question, gold: [] }, another);
    examples.add(
      another,
      toPassages({ ...question, gold: [] }, near, near.found.slice(0, sentences)),
      numberOf(question),
    );
  }
  process.stdout.write(`${examples.write(WORK, name)}\n`);
}

/** One of so many questions, beside the sentences that were found, right or not. */
async function layOutToMeasure(file: string, name: string, every = 1): Promise<void> {
  const { set, ask, numberOf } = await open(file);
  const examples = new ExampleTables(vectors);
  const usable = set.questions.filter(({ gold, isAnswerable }) => gold.length > 0 || !isAnswerable);
  for (const question of usable.filter((_, index) => index % every === 0)) {
    const list = ask(question, question.question);
    examples.add(
      question.question,
      toPassages(question, list, list.found.slice(0, MEASURED)),
      numberOf(question),
    );
  }
  process.stdout.write(`${examples.write(WORK, name)}\n`);
}

async function open(file: string) {
  const set = await loadSet(join(folder, `${file}.json`));
  const base = baseOf(set.articles);
  const numbers = new Map(set.articles.map(({ id }, index) => [id, index]));
  return {
    set,
    ask: (question: SetQuestion, text: string): List =>
      weighed(askedOf(base, question, text), { vectors, firstRanker }),
    numberOf: ({ articleId }: SetQuestion): number => numbers.get(articleId ?? '') ?? 0,
  };
}

function varied(question: string, index: number, random: () => number): string {
  switch (index % VARIED_EVERY) {
    case 1:
      return asSearched(question);
    case 2:
      return inOtherWords(question, vectors, random);
    default:
      return question;
  }
}

function toPassages(
  question: SetQuestion,
  { asked }: List,
  found: readonly Ranked[],
): readonly FoundPassage[] {
  return found.map(({ candidate, score }) => ({
    passage: { text: candidate.fact.text, around: readAround(asked.base, candidate) },
    score,
    answers: answersIn(question, candidate.fact),
  }));
}

function answersIn(
  { articleId, gold, answers }: SetQuestion,
  fact: Fact,
): readonly (readonly [number, number])[] {
  return gold.flatMap(({ paragraph, start }, index) => {
    const place = start - fact.start;
    const isHere = fact.path === articleId && fact.paragraph === paragraph + 1;
    const isIn = isHere && place >= 0 && start < fact.end;
    return isIn ? [[place, place + (answers[index]?.length ?? 1)] as const] : [];
  });
}
