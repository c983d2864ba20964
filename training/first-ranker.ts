/**
 * Trains the first ranker and writes `training/work/first-ranker.bin`, from which the reader takes its examples:
 * `node training/built/training/first-ranker.js FOLDER`, where FOLDER holds `train/` and `natural-train/`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../src/answering/ranking/features.ts';
import { decodeModelFile } from '../src/learned/model-file.ts';
import { Scorer } from '../src/learned/scorer.ts';
import { WordVectors } from '../src/learned/word-vectors.ts';
import { loadSet, toExample, weighed } from './lists.ts';
import { NaturalQuestions } from './natural-questions.ts';
import { randomFrom } from './random.ts';
import { encodeScorers } from './scorer-file.ts';
import { trainScorer } from './scorer-training.ts';
import { TrainingQuestions } from './training-questions.ts';

const [folder = ''] = process.argv.slice(2);
const vectors = new WordVectors(decodeModelFile(readFileSync('models/word-vectors.bin')));
const questions = new TrainingQuestions(
  await loadSet(join(folder, 'train/squad11-train44.json')),
  vectors,
  randomFrom(1),
);

/** Leaves everything in the order of the index. */
const untrained = new Scorer(
  {
    features: FEATURES,
    mean: new Float32Array(FEATURES.length),
    scale: new Float32Array(FEATURES.length),
    values: new Float32Array(FEATURES.length + 1),
  },
  FEATURES,
);

const natural = await NaturalQuestions.load(join(folder, 'natural-train'), randomFrom(7));
// Of either about as many: the rest would hardly change the weights.
const asked = [
  ...natural.answerable(2),
  ...questions.answerable(questions.all.filter((_, index) => index % 4 === 0)),
];
const examples = asked.map((each) =>
  toExample(weighed(each, { vectors, firstRanker: untrained }), ({ features }) => features),
);
const first = trainScorer(examples, FEATURES, { kind: 'list', hidden: 24, epochs: 8, seed: 1 });
mkdirSync('training/work', { recursive: true });
writeFileSync('training/work/first-ranker.bin', encodeScorers({ first }));
process.stdout.write(`training/work/first-ranker.bin is written, from ${examples.length} lists\n`);
