/**
 * Prints what each ingredient of ranking gives: a final ranker of all features trained without it, on the same lists.
 * `node training/built/training/ablation.js FOLDER READER`, after ranking.js with the same reader.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../src/answering/ranking/features.ts';
import { READING_FEATURES } from '../src/answering/ranking/reading-features.ts';
import { decodeModelFile } from '../src/learned/model-file.ts';
import { Scorer, scorerWeights } from '../src/learned/scorer.ts';
import { WordVectors } from '../src/learned/word-vectors.ts';
import { Reader } from '../src/reading/reader.ts';
import { renderTextTable } from '../src/text/text-table.ts';
import { askedOf, baseOf, isRight, type List, loadSet, read, toExample } from './lists.ts';
import { randomFrom } from './random.ts';
import { trainScorer } from './scorer-training.ts';
import { TrainingQuestions } from './training-questions.ts';

const [folder = '', readerFile = ''] = process.argv.slice(2);
const vectors = new WordVectors(decodeModelFile(readFileSync('models/word-vectors.bin')));
const ranking = decodeModelFile(readFileSync('models/ranking.bin'));
const firstRanker = new Scorer(scorerWeights(ranking, 'first'), FEATURES);
const names = [...FEATURES, ...READING_FEATURES];

/** One of so many of the questions of each set. */
const SETS: readonly (readonly [name: string, every: number])[] = [
  ['squad11-dev', 6],
  ['nq-qed-dev', 1],
  ['covidqa', 1],
  ['xquad-en', 1],
  ['customs-paraphrase-dev', 1],
];

const learnedFrom = new TrainingQuestions(
  await loadSet(join(folder, 'train/squad11-train44.json')),
  vectors,
  randomFrom(1),
);
const foldReader = new Reader(decodeModelFile(readFileSync(readerFile)), vectors);
const examples = learnedFrom
  .answerable(learnedFrom.unread)
  .map((asked) =>
    toExample(read(asked, { vectors, reader: foldReader, firstRanker }), ({ features }) => features),
  );
const reader = new Reader(decodeModelFile(readFileSync('models/reader.bin')), vectors);
const tests = await Promise.all(SETS.map(readSet));

const rows = [
  row('the index alone', (list) => list.found.toSorted((a, b) => b.candidate.score - a.candidate.score)),
  row('the first ranker', (list) => list.found),
  row('all', rankedWithout([])),
  row('first and reading alone', rankedWithout(FEATURES)),
  ...['reading', 'meaning', 'kind', 'novel', 'words', 'index'].map((group) =>
    row(`without ${group}`, rankedWithout(names.filter((name) => name.startsWith(`${group}.`)))),
  ),
  ...[
    'words.names',
    'words.said or inherited',
    'index.before',
    'index.paragraph votes',
    'reading.fits kind',
  ].map((part) => row(`without ${part}`, rankedWithout(names.filter((name) => name.startsWith(part))))),
];
process.stdout.write(
  `${renderTextTable([['right sentence first', ...SETS.map(([name]) => name)], ...rows], { rightAligned: SETS.map((_, i) => i + 1) })}\n`,
);

async function readSet([name, every]: readonly [string, number]): Promise<readonly List[]> {
  const set = await loadSet(join(folder, `sets/${name}.json`));
  const base = baseOf(set.articles);
  return set.questions
    .filter((question, index) => index % every === 0 && question.isAnswerable && question.gold.length > 0)
    .map((question) => read(askedOf(base, question), { vectors, reader, firstRanker }));
}

function rankedWithout(without: readonly string[]): (list: List) => List['found'] {
  const options = { kind: 'list', hidden: 0, epochs: 12, seed: 2, without } as const;
  const ranker = new Scorer(trainScorer(examples, names, options), names);
  const scoreOf = ({ features }: List['found'][number]): number => ranker.score(features);
  return ({ found }) => found.toSorted((a, b) => scoreOf(b) - scoreOf(a));
}

function row(label: string, order: (list: List) => List['found']): readonly string[] {
  return [
    label,
    ...tests.map(
      (lists) =>
        `${(
          (100 *
            lists.filter((list) =>
              order(list)
                .slice(0, 1)
                .some((best) => isRight(list, best)),
            ).length) /
            lists.length
        ).toFixed(1)} %`,
    ),
  ];
}
