import { EncodersGoneError } from '../../encoders/encoders.ts';
import type { Candidate } from '../../search/candidate.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { AnsweringModels } from '../answering-models.ts';
import type { Meaning } from '../meaning.ts';
import { polarityBonus } from '../polarity.ts';
import { type Question, spelledOut } from '../question.ts';
import { aroundOf } from './around.ts';
import { explanationBonus } from './explanation-bonus.ts';
import { FEATURES, readFeatures } from './features.ts';
import { figureBonus } from './figure-bonus.ts';
import { equalTopicBonus, ownTopicBonus } from './own-topic.ts';
import { pastIntroduction } from './past-introduction.ts';
import { rankByMeaning, readByMeaning } from './rank-by-meaning.ts';
import type { Ranked } from './ranked.ts';
import { readingFeatures } from './reading-features.ts';
import { relatedWords } from './related-words.ts';
import { setScene } from './scene.ts';

/** How many of the index's matches are weighed. */
export const CANDIDATES = 40;
/** How many are searched for one that explains a short form. */
const SEARCHED = 400;
/** How many of the best of these are read word by word, which takes most of the time. */
const READ_CLOSELY = 6;

interface FindOptions {
  readonly limit?: number;
  readonly models: Pick<AnsweringModels, 'vectors'>;
  /** The path of the only article to search; all unless given. */
  readonly within?: string | undefined;
}

interface RankOptions extends FindOptions {
  readonly limit: number;
  readonly models: AnsweringModels;
  readonly meaning: Meaning | null;
}

/**
 * The facts that may answer a question, best first, `limit` of them where the base has so many; empty where no word
 * fits. The same facts lead whatever the limit is.
 */
export async function rank(
  base: FactBase,
  question: Question,
  { limit, models, meaning, within }: RankOptions,
): Promise<readonly Ranked[]> {
  const byWords = (): readonly Ranked[] => rankByWords(base, question, { limit, models, within });
  if (meaning === null) return byWords();
  const bonus = spokenFor(base, question);
  const { vectors } = models;
  const best = await unlessGone(
    rankByMeaning(base, question, {
      limit,
      meaning,
      within,
      bonus: (candidate) =>
        bonus(candidate) +
        equalTopicBonus(base, question, candidate) +
        figureBonus(base, question, { candidate, vectors }),
    }),
  );
  return best === null ? byWords() : pastIntroduction(question, best);
}

/** What the encoders are asked for; null where they have ended. */
async function unlessGone<Result>(asked: Promise<Result>): Promise<Result | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof EncodersGoneError) return null;
    throw error;
  }
}

/** One fact of those that are ranked, read; empty where there is nothing to judge it by. */
export async function readAlone(
  base: FactBase,
  question: Question,
  { ranked, models, meaning }: Omit<RankOptions, 'limit'> & { readonly ranked: Ranked },
): Promise<readonly Ranked[]> {
  if (meaning !== null)
    return (await unlessGone(readByMeaning(base, question, { candidate: ranked.candidate, meaning }))) ?? [];
  // Those that are not weighed have nothing to be judged by; to bring all of an article took seconds for a long one.
  return ranked.features.length === 0 ? [] : readBest(base, question, { weighed: [ranked], models });
}

function rankByWords(
  base: FactBase,
  question: Question,
  { limit, models, within }: Omit<RankOptions, 'meaning'>,
): readonly Ranked[] {
  const found = findExplained(base, question, { limit: Math.max(limit, CANDIDATES), models, within });
  const weighed = weigh(base, question, { found: found.slice(0, CANDIDATES), models });
  const read = readBest(base, question, { weighed, models });
  const bonus = bonusFor(base, question);
  const best = read
    .map((each) => ({
      ...each,
      score:
        models.finalRanker.score(finalFeatures(each)) +
        bonus(each.candidate) +
        figureBonus(base, question, { candidate: each.candidate, vectors: models.vectors }),
    }))
    .toSorted((a, b) => b.score - a.score);
  const unweighed = found
    .slice(CANDIDATES)
    .map((candidate) => ({ candidate, score: 0, features: [], reading: null, judged: null }));
  return [
    ...pastIntroduction(question, best),
    ...below(best.at(-1)?.score ?? 0, [...weighed.slice(read.length), ...unweighed]),
  ];
}

/**
 * What the index finds, with all that explain a short form asked about among those that are weighed: that many sentences hold it
 * says nothing of which one explains it.
 */
function findExplained(
  base: FactBase,
  question: Question,
  { limit, models, within }: FindOptions & { readonly limit: number },
): readonly Candidate[] {
  if (question.shortForm === null) return findFor(base, question, { limit, models, within });
  const found = findFor(base, question, { limit: Math.max(limit, SEARCHED), models, within });
  const bonus = explanationBonus(base, question);
  const behind = found
    .slice(CANDIDATES, SEARCHED)
    .filter((candidate) => bonus(candidate) > 0)
    .slice(0, CANDIDATES);
  const moved = new Set([...found.slice(0, CANDIDATES - behind.length), ...behind]);
  return [...moved, ...found.filter((candidate) => !moved.has(candidate))].slice(0, limit);
}

/** All that is weighed, as the index orders it. */
export function findFor(
  base: FactBase,
  { terms }: Question,
  { limit = CANDIDATES, models, within }: FindOptions,
): readonly Candidate[] {
  const related = relatedWords(models.vectors, terms);
  return base.find(terms, limit, { related, atLeast: CANDIDATES, within });
}

/** The candidates in the order of the first ranker. */
export function weigh(
  base: FactBase,
  question: Question,
  {
    found,
    models,
  }: {
    readonly found: readonly Candidate[];
    readonly models: Pick<AnsweringModels, 'vectors' | 'firstRanker'>;
  },
): readonly Ranked[] {
  const features = readFeatures(setScene(base, models.vectors, { question, candidates: found }));
  const bonus = bonusFor(base, question);
  return found
    .map((candidate, place) => ({
      candidate,
      score: models.firstRanker.score(features[place] ?? []) + bonus(candidate),
      features: features[place] ?? [],
      reading: null,
      judged: null,
    }))
    .toSorted((a, b) => b.score - a.score);
}

/** What speaks for a candidate beside all that the networks have learned: they know no lists of questions and answers. */
function bonusFor(base: FactBase, question: Question): (candidate: Candidate) => number {
  const spoken = spokenFor(base, question);
  return (candidate) => ownTopicBonus(base, question, candidate) + spoken(candidate);
}

/** What speaks for a candidate whoever has read it. */
function spokenFor(base: FactBase, question: Question): (candidate: Candidate) => number {
  const explains = explanationBonus(base, question);
  const denies = polarityBonus(question);
  return (candidate) => explains(candidate) + denies(candidate);
}

/** The best of `weighed`, read, in the same order. */
export function readBest(
  base: FactBase,
  question: Question,
  {
    weighed,
    models,
  }: { readonly weighed: readonly Ranked[]; readonly models: Pick<AnsweringModels, 'reader'> },
): readonly Ranked[] {
  const best = weighed.slice(0, READ_CLOSELY);
  const asked = models.reader.ask(spelledOut(base, question));
  const read = best.map((each) => {
    const passage = { text: each.candidate.fact.text, around: readAround(base, each.candidate) };
    return { ...each, reading: models.reader.read(asked, passage) };
  });
  const features = readingFeatures(question, read);
  return read.map((each, place) => ({ ...each, features: [...each.features, ...(features[place] ?? [])] }));
}

/** What the final ranker sees of a sentence that was read; the rest has gone into the first one's score. */
export function finalFeatures({ features }: Ranked): readonly number[] {
  return features.slice(FEATURES.length);
}

/** What the reader is given of what surrounds a candidate. */
export function readAround(base: FactBase, { fact, article, index }: Candidate): ReadonlySet<string> {
  return aroundOf(fact, article, base.facts[index - 1]);
}

/** The same in their order, with scores that fall below `highest`. */
function below(highest: number, ranked: readonly Ranked[]): readonly Ranked[] {
  return ranked.map((each, place) => ({ ...each, score: highest - 1 - place }));
}
