import type { Candidate } from '../../search/index/candidate.ts';
import { findAnswerSpans } from '../question/answer-spans.ts';
import { type Question, weighSaidTerms } from '../question/question.ts';
import type { RankedCandidate } from './ranked-candidate.ts';
import { EQUAL_FROM, measureAgreement } from './topic-agreement.ts';

/** How many of the index's matches are weighed. */
const FOUND = 40;

// The weights were fitted listwise to `natural-train` and `squad11-train44`, and rounded.
/** Of the BM25 score, as a share of the best one. */
const INDEX = 2;
/** Of the words asked that the fact or what stands around it says, as a share of all. */
const AROUND = 6;
/** Of the words that the heading above shares with the question. */
const HEADING = 2;
/** Of a date, number or name of the kind that is asked for. */
const HOLDS = 0.7;

interface RankOptions {
  readonly limit: number;
  /** The path of the only article to search; all unless given. */
  readonly within?: string | undefined;
  /** The bonus of a candidate, added to its score. */
  readonly bonus: (candidate: Candidate) => number;
}

/** The facts that may answer by their words alone, best first. Used until the encoders have read the articles, or where they cannot run. */
export function rankByWords(
  question: Question,
  { limit, within, bonus }: RankOptions,
): readonly RankedCandidate[] {
  const { base } = question;
  const found = base.find(question.terms, Math.max(limit, FOUND, countNeededCandidates(question)), {
    atLeast: FOUND,
    within,
  });
  const [first] = found;
  const most = Math.max(first?.score ?? 0, Number.MIN_VALUE);
  return found
    .map((candidate) => {
      const { sameness } = measureAgreement(question, candidate);
      const score =
        (INDEX * candidate.score) / most +
        AROUND * weighSaidTerms(question, candidate.saidAround) +
        (sameness < EQUAL_FROM ? HEADING * sameness : 0) +
        HOLDS * scoreDetail(question, candidate) +
        bonus(candidate);
      return { candidate, score, judgement: null };
    })
    .toSorted((a, b) => b.score - a.score);
}

/** 1 where it holds what is asked for, -1 where it surely does not. */
function scoreDetail(question: Question, { fact }: Candidate): number {
  const held = findAnswerSpans(question, fact.text);
  if (held === null) return 0;
  return held.length > 0 ? 1 : -1;
}

/** Many sentences may hold a short form; only one of them explains it. */
const MIN_WITH_SHORT_FORM = 400;

/** Returns how many candidates a question needs at least. */
export function countNeededCandidates({ shortForm }: Question): number {
  return shortForm === null ? 0 : MIN_WITH_SHORT_FORM;
}
