import { probabilityOf } from '../learned/scorer.ts';
import type { FactBase, Match } from '../search/fact-base.ts';
import type { Term } from '../search/terms.ts';
import type { Answer, Outcome, Reason } from './answer.ts';
import type { AnsweringModels } from './answering-models.ts';
import { isDetail } from './asked-for.ts';
import { confidenceFeatures } from './confidence.ts';
import { type Evidence, weighEvidence } from './evidence.ts';
import { isWorthShowing, outcomeOf } from './outcome.ts';
import { correctedText, type Question, readQuestion } from './question.ts';
import { sameness } from './ranking/own-question.ts';
import { rank } from './ranking/rank.ts';
import type { Ranked } from './ranking/ranked.ts';
import { findShortAnswer } from './short-answer.ts';
import { isSmallTalk } from './small-talk.ts';

/** The least confidence in a sentence that says all that is asked. */
const SAYS_ALL = 0.65;
const MAX_SUGGESTIONS = 3;
/** fuse.js compares each of them with every suggestion: the most telling ones are enough. */
const SUGGESTION_WORDS = 6;

export interface AnswerOptions {
  /** At most so many matches come back; at least 1. */
  readonly limit: number;
  readonly models: AnsweringModels;
}

/**
 * Answers a question from the facts of `base`. Always returns: an empty question, noise and what the articles do
 * not hold are `unknown`, with the reason. Matches come best first.
 */
export function answerQuestion(base: FactBase, text: string, { limit, models }: AnswerOptions): Answer {
  const question = readQuestion(base, text);
  const ranked = rank(base, question, { limit, models });
  const [best] = ranked;
  const confidence = judge(base, question, { ranked, models });
  const evidence = best === undefined ? null : weighEvidence(question, best.candidate);
  const outcome = outcomeOf(confidence, evidence ?? { lacksFigure: false });
  const short = findShortAnswer(question, ranked, models);
  const isShown = short !== null && outcome !== 'unknown' && isWorthShowing(short.probability);
  return {
    question: question.text,
    outcome,
    confidence,
    reason: reasonFor(question, evidence, outcome),
    shortAnswer: isShown ? short.span : null,
    guess: short?.span ?? null,
    matches: ranked.slice(0, limit).map((each) => toMatch(each, best)),
    readAs: correctedText(question),
    suggestions: outcome === 'answered' ? [] : suggest(base, question),
  };
}

/** A match whose score is its share of the best one's: 1 for that, nearing 0. */
function toMatch({ candidate: { fact, article }, score }: Ranked, best: Ranked | undefined): Match {
  return { fact, article, score: Math.exp(score - (best?.score ?? score)) };
}

/**
 * What is learned is unsure of short questions, and knows no lists of questions and answers: a sentence that says all that is
 * asked and holds what is asked for answers, and so does one that the article gives as the answer to the same question.
 */
function judge(
  base: FactBase,
  question: Question,
  { ranked, models }: { readonly ranked: readonly Ranked[]; readonly models: AnsweringModels },
): number {
  const [best] = ranked;
  if (best === undefined || isSmallTalk(question.words)) return 0;
  const learned = probabilityOf(models.confidence.score(confidenceFeatures(base, question, ranked)));
  const { saysAll } = weighEvidence(question, best.candidate);
  return Math.max(learned, sameness(base, question, best.candidate), saysAll ? SAYS_ALL : 0);
}

function reasonFor(question: Question, evidence: Evidence | null, outcome: Outcome): Reason {
  if (isSmallTalk(question.words)) return { kind: 'small-talk' };
  if (question.terms.length === 0) return { kind: 'no-question' };
  const missing = question.terms.filter(({ kind }) => kind === 'missing');
  if (missing.length > 0 && outcome !== 'answered')
    return { kind: 'not-mentioned', words: asTyped(question, missing) };
  if (evidence === null || outcome === 'unknown') return { kind: 'nothing-close' };
  const { asksFor } = question;
  if (outcome === 'unsure' && evidence.lacksDetail && isDetail(asksFor))
    return { kind: 'no-such-detail', asksFor };
  if (evidence.unsaid.length > 0) return { kind: 'partly-said', words: asTyped(question, evidence.unsaid) };
  return { kind: 'said' };
}

function suggest(base: FactBase, question: Question): readonly string[] {
  // One word that no suggestion holds puts fuse.js off all of them: only those are looked for that the articles hold.
  const known = question.terms
    .filter(({ kind }) => kind !== 'missing')
    .toSorted((a, b) => base.idf(b.stem) - base.idf(a.stem))
    .slice(0, SUGGESTION_WORDS);
  return base.suggestions.closest(known.map(({ folded }) => folded).join(' '), MAX_SUGGESTIONS);
}

/** The words of the terms as the asker wrote them. */
function asTyped({ text }: Question, terms: readonly Term[]): readonly string[] {
  return terms.map(({ word }) => text.slice(word.start, word.end));
}
