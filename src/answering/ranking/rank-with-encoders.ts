import type { Judgement } from '../../encoders/encoders.ts';
import type { Candidate } from '../../search/index/candidate.ts';
import { selectHighest } from '../../search/index/select-highest.ts';
import { type Question, spellOutQuestion } from '../question/question.ts';
import { type FactVectors, toReadText } from '../reading/fact-vectors.ts';
import { countNeededCandidates } from './rank-by-words.ts';
import type { CandidateJudgement, RankedCandidate } from './ranked-candidate.ts';

/** How many facts are found by their words, and how many more by their vectors. */
const FOUND = 60;
/** The weight of the similarity in the finder's score, beside the BM25 score as a share of the best one. Tuned on `natural`. */
const SIMILARITY_WEIGHT = 10;
/**
 * How many facts the reader reads in each round. Another round follows unless the best read fact leads the next unread one by `SURE`. On
 * `natural`, six are read on average; reading up to sixteen puts the right one first no more often.
 */
const FACTS_PER_ROUND: readonly number[] = [4, 4, 4];
const SURE = 0.75;
/** The weight of the finder's score beside the reader's logit. Tuned on `natural`. */
const FINDER_WEIGHT = 1.5;

interface FindOptions {
  readonly limit: number;
  readonly vectors: FactVectors;
  readonly within?: string | undefined;
}

interface RankOptions extends FindOptions {
  /** Computes the bonus of a candidate, which is added to its score. */
  readonly bonus: (candidate: Candidate) => number;
}

/** A candidate with the finder's score. */
export interface FinderCandidate {
  readonly candidate: Candidate;
  /** The similarity of the fact's vector and the question's: at most 1. */
  readonly similarity: number;
  /** Best highest; about 0 to 1 for the best. */
  readonly score: number;
}

/** Ranks the facts that may answer a question, best first. Returns none if the base has none in the article asked about. */
export async function rankWithEncoders(
  question: Question,
  { bonus, ...wanted }: RankOptions,
): Promise<readonly RankedCandidate[]> {
  const { base } = question;
  // The reader reads facts with a bonus first, whatever the finder's score.
  const found = (await findWithVectors(question, wanted))
    .map((each) => ({ ...each, bonus: bonus(each.candidate) }))
    .toSorted((a, b) => b.score + b.bonus - a.score - a.bonus);
  const speltOut = spellOutQuestion(question);
  const read: RankedCandidate[] = [];
  for (const count of FACTS_PER_ROUND) {
    const round = found.slice(read.length, read.length + count);
    if (round.length === 0) break;
    const texts = round.map(({ candidate }) => toReadText(base, candidate));
    const judgements = await wanted.vectors.encoders.read(speltOut, texts);
    for (const [index, judgement] of judgements.entries()) {
      const each = round[index];
      if (each !== undefined) read.push(toRankedCandidate(each, judgement));
    }
    const next = found[read.length];
    const least =
      next === undefined ? Number.NEGATIVE_INFINITY : SURE + FINDER_WEIGHT * next.score + next.bonus;
    if (read.some(({ score }) => score >= least)) break;
  }
  const best = read.toSorted((a, b) => b.score - a.score);
  const lowest = best.at(-1)?.score ?? 0;
  const others = found.slice(read.length).map(({ candidate }, index) => ({
    candidate,
    score: lowest - 1 - index,
    judgement: null,
  }));
  return [...best, ...others];
}

/** Lets the reader judge one fact by itself. Returns null if it gives no judgement. */
export async function readCandidate(
  question: Question,
  { candidate, vectors }: Pick<FindOptions, 'vectors'> & { readonly candidate: Candidate },
): Promise<CandidateJudgement | null> {
  const { base } = question;
  const [judgement] = await vectors.encoders.read(spellOutQuestion(question), [toReadText(base, candidate)]);
  return judgement === undefined ? null : { ...judgement, similarity: 0 };
}

/** Finds the facts that may answer by their words and their vectors, in the order of the finder's score, best first. */
export async function findWithVectors(
  question: Question,
  { limit, vectors, within }: FindOptions,
): Promise<readonly FinderCandidate[]> {
  const { base } = question;
  if (question.terms.length === 0) return [];
  const vector = await vectors.encoders.embedQuestion(spellOutQuestion(question));
  const range = within === undefined ? { from: 0, to: base.factCount } : base.findRange(within);
  const similarities = vectors.index.computeSimilarities(vector, range);
  const nearest = selectHighest(similarities, FOUND);
  const highestSimilarity = similarities[nearest[0] ?? 0] ?? 0;
  const found = base.find(question.terms, Math.max(limit, FOUND, countNeededCandidates(question)), {
    also: nearest.map((offset) => range.from + offset),
    within,
  });
  const most = found.reduce((highestScore, { score }) => Math.max(highestScore, score), 1e-9);
  return found
    .map((candidate) => {
      const similarity = similarities[candidate.index - range.from] ?? 0;
      const words = candidate.score / most;
      return { candidate, similarity, score: words - SIMILARITY_WEIGHT * (highestSimilarity - similarity) };
    })
    .toSorted((a, b) => b.score - a.score);
}

function toRankedCandidate(
  { candidate, similarity, score, bonus }: FinderCandidate & { readonly bonus: number },
  judgement: Judgement,
): RankedCandidate {
  return {
    candidate,
    score: judgement.answers + FINDER_WEIGHT * score + bonus,
    judgement: { ...judgement, similarity },
  };
}
