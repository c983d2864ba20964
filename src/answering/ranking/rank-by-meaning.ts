import type { Judgement } from '../../encoders/encoders.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { Candidate } from '../../search/index/candidate.ts';
import { highest } from '../../search/index/highest.ts';
import { type Question, spelledOut } from '../question/question.ts';
import type { Meaning } from '../reading/meaning.ts';
import { readTextOf } from '../reading/reading-context.ts';
import { leastFound } from './least-found.ts';
import type { Judged, Ranked } from './ranked.ts';

/** How many are found by their words, and how many more by what they mean. */
const FOUND = 60;
/** The weight of likeness in the finder's score, beside the BM25 score as a share of the best one. Tuned on `natural`. */
const LIKENESS_WEIGHT = 10;
/**
 * How many facts are read in each round. Another round follows unless the best read fact leads the next unread one by `SURE`. On average six
 * are read on `natural`; reading up to sixteen puts the right one first no more often.
 */
const FACTS_PER_ROUND: readonly number[] = [4, 4, 4];
const SURE = 0.75;
/** The weight of the finder's score beside the reader's logit. Tuned on `natural`. */
const FINDER_WEIGHT = 1.5;

interface Wanted {
  readonly limit: number;
  readonly meaning: Meaning;
  readonly within?: string | undefined;
}

interface RankWanted extends Wanted {
  /** The bonus of a candidate, added to its score. */
  readonly bonus: (candidate: Candidate) => number;
}

/** A fact with the finder's score. */
export interface Found {
  readonly candidate: Candidate;
  /** How much alike its meaning is to that of the question: at most 1. */
  readonly likeness: number;
  /** Best highest; of the best about 0 to 1. */
  readonly score: number;
}

/** The facts that may answer a question, best first; empty where the base has none within. */
export async function rankByMeaning(
  base: FactBase,
  question: Question,
  { bonus, ...wanted }: RankWanted,
): Promise<readonly Ranked[]> {
  // Facts with a bonus are read first, whatever the finder's score.
  const found = (await findByMeaning(base, question, wanted))
    .map((each) => ({ ...each, bonus: bonus(each.candidate) }))
    .toSorted((a, b) => b.score + b.bonus - a.score - a.bonus);
  const asked = spelledOut(base, question);
  const read: Ranked[] = [];
  for (const count of FACTS_PER_ROUND) {
    const round = found.slice(read.length, read.length + count);
    if (round.length === 0) break;
    const texts = round.map(({ candidate }) => readTextOf(base, candidate));
    const judgements = await wanted.meaning.encoders.read(asked, texts);
    for (const [place, judgement] of judgements.entries()) {
      const each = round[place];
      if (each !== undefined) read.push(ranked(each, judgement));
    }
    const next = found[read.length];
    const least =
      next === undefined ? Number.NEGATIVE_INFINITY : SURE + FINDER_WEIGHT * next.score + next.bonus;
    if (read.some(({ score }) => score >= least)) break;
  }
  const best = read.toSorted((a, b) => b.score - a.score);
  const lowest = best.at(-1)?.score ?? 0;
  const others = found.slice(read.length).map(({ candidate }, place) => ({
    candidate,
    score: lowest - 1 - place,
    judged: null,
  }));
  return [...best, ...others];
}

/** The encoders' judgement of one fact by itself; null where there is none. */
export async function readByMeaning(
  base: FactBase,
  question: Question,
  { candidate, meaning }: Pick<Wanted, 'meaning'> & { readonly candidate: Candidate },
): Promise<Judged | null> {
  const [judgement] = await meaning.encoders.read(spelledOut(base, question), [readTextOf(base, candidate)]);
  return judgement === undefined ? null : { ...judgement, likeness: 0 };
}

/** The facts that may answer, as the finder orders them: by their words and by what they mean, best first. */
export async function findByMeaning(
  base: FactBase,
  question: Question,
  { limit, meaning, within }: Wanted,
): Promise<readonly Found[]> {
  if (question.terms.length === 0) return [];
  const vector = await meaning.encoders.embedQuestion(spelledOut(base, question));
  const range = within === undefined ? { from: 0, to: base.facts.length } : base.rangeOf(within);
  const likenesses = meaning.index.likenessOf(vector, range);
  const nearest = highest(likenesses, FOUND);
  const likest = likenesses[nearest[0] ?? 0] ?? 0;
  const found = base.find(question.terms, Math.max(limit, FOUND, leastFound(question)), {
    also: nearest.map((place) => range.from + place),
    within,
  });
  const most = found.reduce((highestScore, { score }) => Math.max(highestScore, score), 1e-9);
  return found
    .map((candidate) => {
      const likeness = likenesses[candidate.index - range.from] ?? 0;
      const words = candidate.score / most;
      return { candidate, likeness, score: words - LIKENESS_WEIGHT * (likest - likeness) };
    })
    .toSorted((a, b) => b.score - a.score);
}

function ranked(
  { candidate, likeness, score, bonus }: Found & { readonly bonus: number },
  judgement: Judgement,
): Ranked {
  return {
    candidate,
    score: judgement.answers + FINDER_WEIGHT * score + bonus,
    judged: { ...judgement, likeness },
  };
}
