import { describe, expect, it } from 'vitest';
import { CONFIDENCE_FEATURES, confidenceFeatures } from '../../src/answering/confidence.ts';
import { readQuestion } from '../../src/answering/question.ts';
import { FEATURES } from '../../src/answering/ranking/features.ts';
import { rank } from '../../src/answering/ranking/rank.ts';
import type { Ranked } from '../../src/answering/ranking/ranked.ts';
import { READING_FEATURES } from '../../src/answering/ranking/reading-features.ts';
import { stem } from '../../src/text/stems.ts';
import { baseOf } from '../articles.ts';
import { models } from '../models.ts';

const ORDERING_ONLY = ['words.letters said', 'words.run', 'words.beginnings said', 'reading.margin'];
const base = baseOf(
  'The old tower was built in 1900. The tower fell.',
  'A tower stood by the harbour.',
  'It snowed in the harbour.',
);

/** What tells whether the best of `ranked` answers, under its names. */
function featuresOf(asked: string, ranked: readonly Ranked[]): Readonly<Record<string, number>> {
  const row = confidenceFeatures(base, readQuestion(base, asked, models.vectors), ranked);
  expect(row).toHaveLength(CONFIDENCE_FEATURES.length);
  return Object.fromEntries(row.map((value, place) => [CONFIDENCE_FEATURES[place], value]));
}

function rankedFor(asked: string): Promise<readonly Ranked[]> {
  return rank(base, readQuestion(base, asked, models.vectors), { limit: 9, models, meaning: null });
}

/** A fact of the base, as if it had been ranked with this score; `saidAround` says what it shares with the question. */
function rankedFact(text: string, score: number, saidAround = 0): Ranked {
  const candidate = base
    .find(readQuestion(base, 'tower harbour').terms, 9, { atLeast: 9 })
    .find(({ fact }) => fact.text === text);
  if (candidate === undefined) throw new Error(`no fact “${text}”`);
  const features = FEATURES.map((name) => (name === 'words.said around' ? saidAround : 0));
  const reading = { score: 0, margin: 0, span: null, sureness: 0 };
  return { candidate, score, features, reading, judged: null };
}

const BUILT = 'The old tower was built in 1900.';
const FELL = 'The tower fell.';
const STOOD = 'A tower stood by the harbour.';
const SNOWED = 'It snowed in the harbour.';

describe('what tells whether the best fact answers', () => {
  it('is all that ranked it, but what only orders', async () => {
    const asked = 'When was the old tower built?';
    const ranked = await rankedFor(asked);
    const found = featuresOf(asked, ranked);
    for (const [place, name] of [...FEATURES, ...READING_FEATURES].entries())
      expect(found[name]).toBe(ORDERING_ONLY.includes(name) ? undefined : ranked[0]?.features[place]);
    expect(found['best.score']).toBe(ranked[0]?.score);
  });

  it('is its lead over the second, and over the best of another paragraph', () => {
    const ranked = [rankedFact(BUILT, 5), rankedFact(FELL, 4), rankedFact(STOOD, 2), rankedFact(SNOWED, 1)];
    expect(featuresOf('tower', ranked)).toMatchObject({ 'best.lead': 1, 'best.lead in paragraph': 3 });
  });

  it('is a lead of 20 where there is no other, or one further behind', () => {
    for (const others of [[], [rankedFact(STOOD, -99)]]) {
      const found = featuresOf('tower', [rankedFact(BUILT, 5), ...others]);
      expect(found).toMatchObject({ 'best.lead': 20, 'best.lead in paragraph': 20 });
    }
  });

  it('is nothing of those that were not read', () => {
    const unread = { ...rankedFact(STOOD, 4, 1), reading: null };
    const ranked = [rankedFact(BUILT, 5, 0.2), unread, rankedFact(SNOWED, 2, 0.3)];
    const found = featuresOf('tower', ranked);
    expect(found).toMatchObject({ 'best.lead': 3, 'best.lead in paragraph': 3, 'all.said around': 0.3 });
    expect(() => featuresOf('tower', [unread])).toThrow('nothing was read');
  });

  it('is the most of the question that any of them has around it', () => {
    const ranked = [rankedFact(BUILT, 5, 0.2), rankedFact(STOOD, 4, 0.9), rankedFact(SNOWED, 2, 0.3)];
    expect(featuresOf('tower', ranked)['all.said around']).toBe(0.9);
  });
});

describe('of the question itself, what tells', () => {
  const best = [rankedFact(BUILT, 5)];

  it('is how many of its words no article holds, and what these weigh', () => {
    const found = featuresOf('What did the tower harbour of xylophones?', best);
    const missing = base.idf(stem('xylophones'));
    const all = missing + base.idf(stem('tower')) + base.idf(stem('harbour'));
    expect(found['question.missing']).toBeCloseTo(1 / 3);
    expect(found['question.weight missing']).toBeCloseTo(missing / all);
    expect(found['question.corrected']).toBe(0);
  });

  it('is how many of its words were corrected', () => {
    const found = featuresOf('the towr by the harbour', best);
    expect(found).toMatchObject({ 'question.corrected': 0.5, 'question.missing': 0 });
  });

  it('is how long it is, in all and in words that say something', () => {
    const found = featuresOf('What did the tower have, and the harbour?', best);
    expect(found['question.terms']).toBeCloseTo(Math.log(3));
    expect(found['question.words']).toBe(8);
  });

  it('is finite where it says nothing', () => {
    const found = featuresOf('what?', best);
    expect(Object.values(found).every(Number.isFinite)).toBe(true);
    expect(found).toMatchObject({ 'question.missing': 0, 'question.weight missing': 0, 'question.terms': 0 });
  });
});
