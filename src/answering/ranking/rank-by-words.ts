import type { Candidate } from '../../search/index/candidate.ts';
import { findAnswerSpans } from '../question/answer-spans.ts';
import { type Question, weighSaidTerms } from '../question/question.ts';
import type { RankedCandidate } from './ranked-candidate.ts';
import { EQUAL_FROM, measureAgreement } from './topic-agreement.ts';

/** How many of the index's candidates are scored. */
const FOUND = 40;

// The weights were fitted listwise to `natural-train` and `squad11-train44`, and rounded.
/** The weight of the BM25 score, as a share of the best one. */
const INDEX = 2;
/** The weight of the question's words that the fact or the text around it says, as a share of all. */
const AROUND = 6;
/** The weight of the words that the heading above shares with the question. */
const HEADING = 2;
/** The weight of a date, number or name of the kind asked for. */
const HOLDS = 0.7;

interface RankOptions {
  readonly limit: number;
  /** The path of the only article to search; all articles by default. */
  readonly within?: string | undefined;
  /** Computes the bonus of a candidate, which is added to its score. */
  readonly bonus: (candidate: Candidate) => number;
}

/**
 * Ranks the facts that may answer by their words alone, best first. Used until the encoders have read the articles, and where they cannot
 * run.
 */
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

/** Returns 1 if the fact holds what is asked for, -1 if it surely does not, and 0 if words cannot tell. */
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
