import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ModelFiles, readModels } from '../../src/answering/answering-models.ts';
import { CONFIDENCE_FEATURES } from '../../src/answering/confidence.ts';
import { HIGHLIGHT_FEATURES } from '../../src/answering/highlight.ts';
import { FEATURES } from '../../src/answering/ranking/features.ts';
import { READING_FEATURES } from '../../src/answering/ranking/reading-features.ts';
import { decodeModelFile, ModelFileError } from '../../src/learned/model-file.ts';
import { Scorer, scorerWeights } from '../../src/learned/scorer.ts';

const open = (name: string) => decodeModelFile(readFileSync(`models/${name}.bin`));
const files: ModelFiles = {
  wordVectors: open('word-vectors'),
  reader: open('reader'),
  ranking: open('ranking'),
};

describe('the models', () => {
  it.each([
    ['first', 'firstRanker', FEATURES],
    ['final', 'finalRanker', READING_FEATURES],
    ['confidence', 'confidence', CONFIDENCE_FEATURES],
    ['highlight', 'highlight', HIGHLIGHT_FEATURES],
  ] as const)('take the weights “%s” for “%s”', (name, model, features) => {
    const row = features.map((_, place) => Math.sin(place));
    const alone = new Scorer(scorerWeights(files.ranking, name), features);
    expect(readModels(files)[model].score(row)).toBe(alone.score(row));
  });

  it.each(['first', 'final', 'confidence', 'highlight'])(
    'are refused where “%s” was trained on features in another order',
    (name) => {
      const texts = new Map(files.ranking.texts);
      const trained = texts.get(`${name}.features`)?.split('\n') ?? [];
      texts.set(`${name}.features`, trained.toReversed().join('\n'));
      expect(() => readModels({ ...files, ranking: { ...files.ranking, texts } })).toThrow(ModelFileError);
    },
  );
});
