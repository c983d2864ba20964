/**
 * Trains everything that weighs what was read, and writes `models/ranking.bin`:
 * `node training/built/training/ranking.js TRAIN_FOLDER READER`, where READER is a reader that has not seen every third
 * article: what it says of sentences that it knows by heart would be trusted too much.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIDENCE_FEATURES, confidenceFeatures } from '../src/answering/confidence.ts';
import { HIGHLIGHT_FEATURES, highlightFeatures } from '../src/answering/highlight.ts';
import { FEATURES } from '../src/answering/ranking/features.ts';
import { finalFeatures } from '../src/answering/ranking/rank.ts';
import { READING_FEATURES } from '../src/answering/ranking/reading-features.ts';
import { scoreShortAnswer } from '../src/evaluation/measures/short-answer-score.ts';
import { decodeModelFile } from '../src/learned/model-file.ts';
import { Scorer, type ScorerWeights, scorerWeights } from '../src/learned/scorer.ts';
import { WordVectors } from '../src/learned/word-vectors.ts';
import { Reader } from '../src/reading/reader.ts';
import { isRight, type List, loadSet, ordered, read, toExample } from './lists.ts';
import { randomFrom } from './random.ts';
import { encodeScorers } from './scorer-file.ts';
import { type Example, trainScorer } from './scorer-training.ts';
import { TrainingQuestions } from './training-questions.ts';

/** What is wanted of the confidence in a wrong sentence of articles that do hold the answer: they are about it. */
const WRONG_SENTENCE = 0.5;
/** And in one of a part that lacks the answer: with 0.15, 92.2 instead of 93.4 % of `nqopen-dev-questions` are refused on `xquad-en`. */
const NEAR_MISS = 0.3;
/** An answer with at least half of the words in common is right, cut a little wider or narrower. */
const RIGHT_F1 = 0.5;

const [folder = '', readerFile = ''] = process.argv.slice(2);
const vectors = new WordVectors(decodeModelFile(readFileSync('models/word-vectors.bin')));
const reader = new Reader(decodeModelFile(readFileSync(readerFile)), vectors);
const squad = await loadSet(join(folder, 'squad11-train44.json'));
const qamr = await loadSet(join(folder, 'qamr-dev.json'));
const questions = new TrainingQuestions(squad, vectors, randomFrom(1));

const first = scorerWeights(decodeModelFile(readFileSync('training/work/first-ranker.bin')), 'first');
const models = { vectors, reader, firstRanker: new Scorer(first, FEATURES) };
const lists = questions.answerable(questions.unread).map((asked) => read(asked, models));
say(`${lists.length} lists are read`);
/** A straight line is enough: more hidden units and all other features beside these were no better on any set. */
const final = trainScorer(
  lists.map((list) => toExample(list, finalFeatures)),
  READING_FEATURES,
  { kind: 'list', hidden: 0, epochs: 12, seed: 2 },
);
const finalRanker = new Scorer(final, final.features);
const known = lists.map((list) => ordered(list, finalRanker)).filter(({ found }) => found.length > 0);
const confidence = trainConfidence();
const highlight = trainScorer(known.flatMap(highlightExamples), HIGHLIGHT_FEATURES, {
  kind: 'each',
  hidden: 6,
  epochs: 15,
  seed: 4,
});
writeFileSync('models/ranking.bin', encodeScorers({ first, final, confidence, highlight }));
say('models/ranking.bin is written');

function trainConfidence(): ScorerWeights {
  const nearMisses = questions.nearMisses(questions.unread.filter((_, index) => index % 2 === 0));
  const about = [
    ...questions.all.filter((_, index) => index % 4 === 0),
    ...qamr.questions.filter((_, index) => index % 8 === 0),
  ];
  const refused = [
    ...nearMisses.map((asked) => ({ asked, wanted: NEAR_MISS })),
    ...questions.strangers(about).map((asked) => ({ asked, wanted: 0 })),
  ];
  const examples = [
    ...known.map((list) =>
      confidenceExample(
        list,
        list.found.slice(0, 1).some((best) => isRight(list, best)) ? 1 : WRONG_SENTENCE,
      ),
    ),
    ...refused.flatMap(({ asked, wanted }) => {
      const list = ordered(read(asked, models), finalRanker);
      return list.found.length === 0 ? [] : [confidenceExample(list, wanted)];
    }),
  ];
  say(`${examples.length} confidences are laid out`);
  return trainScorer(examples, CONFIDENCE_FEATURES, { kind: 'each', hidden: 12, epochs: 10, seed: 3 });
}

function confidenceExample({ asked, question, found }: List, wanted: number): Example {
  return { rows: [confidenceFeatures(asked.base, question, found)], wanted: [wanted] };
}

/** Of right sentences alone: elsewhere nothing that stands out is right. */
function highlightExamples(list: List): readonly Example[] {
  const [best] = list.found;
  const span = best?.reading?.span;
  if (best === undefined || !span || !isRight(list, best)) return [];
  const { f1 } = scoreShortAnswer(
    best.candidate.fact.text.slice(span.start, span.end),
    list.asked.question.answers,
  );
  return [{ rows: [highlightFeatures(list.question, list.found)], wanted: [Number(f1 >= RIGHT_F1)] }];
}

function say(line: string): void {
  process.stdout.write(`${(performance.now() / 1000).toFixed(0)} s: ${line}\n`);
}
