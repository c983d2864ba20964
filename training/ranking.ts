/**
 * Trains everything that weighs what was read, and writes `models/ranking.bin`: `node training/built/training/ranking.js FOLDER`, where FOLDER holds
 * `train/` and `natural-train/`. The reader has seen nothing of the latter, so what it says there can be trusted as much as in use.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIDENCE_FEATURES, confidenceFeatures } from '../src/answering/confidence.ts';
import { buildPassage } from '../src/answering/passage/build-passage.ts';
import { passageText } from '../src/answering/passage/passage.ts';
import { FEATURES } from '../src/answering/ranking/features.ts';
import { finalFeatures } from '../src/answering/ranking/rank.ts';
import { READING_FEATURES } from '../src/answering/ranking/reading-features.ts';
import { decodeModelFile } from '../src/learned/model-file.ts';
import { Scorer, type ScorerWeights, scorerWeights } from '../src/learned/scorer.ts';
import { WordVectors } from '../src/learned/word-vectors.ts';
import { Reader } from '../src/reading/reader.ts';
import { type Asked, isRight, type List, loadSet, ordered, read, toExample } from './lists.ts';
import { type AskedOfCommunity, NaturalQuestions } from './natural-questions.ts';
import { randomFrom } from './random.ts';
import { encodeScorers } from './scorer-file.ts';
import { type Example, trainScorer } from './scorer-training.ts';
import { TrainingQuestions } from './training-questions.ts';

/** What is wanted of the confidence in a wrong passage: another one often answers as well as the one that the set names. */
const WRONG_PASSAGE = 0.15;
/** And in one that is left when the passage that answers is taken out. */
const WITHOUT_ANSWER = 0.1;
/** And in one of a part of an encyclopaedic article that lacks the answer. */
const NEAR_MISS = 0.15;
/** And in a wrong sentence of encyclopaedic articles, which are about what is asked. */
const WRONG_SENTENCE = 0.25;

const [folder = ''] = process.argv.slice(2);
const vectors = new WordVectors(decodeModelFile(readFileSync('models/word-vectors.bin')));
const reader = new Reader(decodeModelFile(readFileSync('models/reader.bin')), vectors);
const squad = new TrainingQuestions(
  await loadSet(join(folder, 'train/squad11-train44.json')),
  vectors,
  randomFrom(1),
);
const qamr = await loadSet(join(folder, 'train/qamr-dev.json'));
const natural = await NaturalQuestions.load(join(folder, 'natural-train'), randomFrom(8));

const before = decodeModelFile(readFileSync('models/ranking.bin'));
/** Learned from a reader that had not seen a third of the SQuAD articles, and better than from one that has: it stays. */
const highlight = scorerWeights(before, 'highlight');
const first = scorerWeights(decodeModelFile(readFileSync('training/work/first-ranker.bin')), 'first');
const models = { vectors, reader, firstRanker: new Scorer(first, FEATURES) };
const lists = natural.answerable(2).map((asked) => ({ asked, list: read(asked, models) }));
// The reader has learned from these articles: more of them, and it would be trusted too much.
const encyclopaedic = squad
  .answerable(squad.all.filter((_, index) => index % 8 === 0))
  .map((asked) => read(asked, models));
say(`${lists.length} and ${encyclopaedic.length} lists are read`);
/** A straight line is enough: more hidden units and all other features beside these were no better on any set. */
const final = trainScorer(
  [...lists.map(({ list }) => list), ...encyclopaedic].map((list) => toExample(list, finalFeatures)),
  READING_FEATURES,
  { kind: 'list', hidden: 0, epochs: 12, seed: 2 },
);
const finalRanker = new Scorer(final, final.features);
const known = lists
  .map(({ asked, list }) => ({ asked, list: ordered(list, finalRanker) }))
  .filter(({ list }) => list.found.length > 0);
const knownArticles = encyclopaedic
  .map((list) => ordered(list, finalRanker))
  .filter(({ found }) => found.length > 0);
const confidence = trainConfidence();
writeFileSync('models/ranking.bin', encodeScorers({ first, final, confidence, highlight }));
say('models/ranking.bin is written');

function trainConfidence(): ScorerWeights {
  const about = [
    ...squad.all.filter((_, index) => index % 8 === 0),
    ...qamr.questions.filter((_, index) => index % 16 === 0),
  ];
  const refused: readonly { readonly asked: Asked; readonly wanted: number }[] = [
    ...squad
      .nearMisses(squad.all.filter((_, index) => index % 8 === 0))
      .map((asked) => ({ asked, wanted: NEAR_MISS })),
    ...[...natural.unanswerable, ...natural.strangers(4), ...squad.strangers(about)].map((asked) => ({
      asked,
      wanted: 0,
    })),
  ];
  const examples = [
    ...known.map(({ asked, list }) => confidenceExample(list, isShown(asked, list) ? 1 : WRONG_PASSAGE)),
    ...knownArticles.map((list) =>
      confidenceExample(
        list,
        list.found.slice(0, 1).some((best) => isRight(list, best)) ? 1 : WRONG_SENTENCE,
      ),
    ),
    ...known.filter((_, index) => index % 2 === 0).flatMap(({ asked, list }) => withoutAnswer(asked, list)),
    ...refused.flatMap(({ asked, wanted }) => {
      const list = ordered(read(asked, models), finalRanker);
      return list.found.length === 0 ? [] : [confidenceExample(list, wanted)];
    }),
  ];
  say(`${examples.length} confidences are laid out`);
  return trainScorer(examples, CONFIDENCE_FEATURES, { kind: 'each', hidden: 20, epochs: 12, seed: 3 });
}

function confidenceExample({ asked, question, found }: List, wanted: number): Example {
  return { rows: [confidenceFeatures(asked.base, question, found)], wanted: [wanted] };
}

/** Whether a person who is shown the passage around the best fact reads the answer. */
function isShown({ base, isShownBy }: AskedOfCommunity, { question, found }: List): boolean {
  const [best] = found;
  if (best === undefined) return false;
  const { article, lines } = buildPassage(base, question, {
    candidate: best.candidate,
    shortAnswer: null,
    alike: [],
  });
  // As the sets have it: the words of links without their addresses.
  const { text } = passageText(lines.map((line) => ({ ...line, links: [] })));
  return isShownBy({ path: article.path, text });
}

/** The same question of a base that lacks the passage, as far as the list shows it. */
function withoutAnswer({ isBeside }: AskedOfCommunity, list: List): readonly Example[] {
  const found = list.found.filter((each) => !isRight(list, each) && !isBeside(each.candidate.fact));
  const isRead = found.some(({ reading }) => reading !== null);
  return isRead && found.length < list.found.length
    ? [confidenceExample({ ...list, found }, WITHOUT_ANSWER)]
    : [];
}

function say(line: string): void {
  process.stdout.write(`${(performance.now() / 1000).toFixed(0)} s: ${line}\n`);
}
