import type { Match } from '../search/candidate.ts';
import type { FactBase } from '../search/fact-base.ts';
import type { Answer } from './answer.ts';
import type { AnsweringModels } from './answering-models.ts';
import { weighEvidence } from './evidence.ts';
import { judge } from './judge.ts';
import { isWorthShowing, outcomeOf } from './outcome.ts';
import { correctedText, type Question, readQuestion } from './question.ts';
import { rank } from './ranking/rank.ts';
import type { Ranked } from './ranking/ranked.ts';
import { reasonFor } from './reason.ts';
import { findShortAnswer } from './short-answer.ts';

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
  const question = readQuestion(base, text, models.vectors);
  const ranked = rank(base, question, { limit, models });
  const [best] = ranked;
  const evidence = best === undefined ? null : weighEvidence(base, question, best.candidate);
  const confidence = evidence === null ? 0 : judge(base, question, { ranked, evidence, models });
  const outcome = evidence === null ? 'unknown' : outcomeOf(confidence, evidence);
  const short = findShortAnswer(base, question, { ranked, models });
  const isShown = short !== null && outcome === 'answered' && isWorthShowing(short.probability);
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

function suggest(base: FactBase, question: Question): readonly string[] {
  // One word that no suggestion holds puts fuse.js off all of them: only those are looked for that the articles hold.
  const known = question.terms
    .filter(({ kind }) => kind !== 'missing')
    .toSorted((a, b) => base.idf(b.stem) - base.idf(a.stem))
    .slice(0, SUGGESTION_WORDS);
  return base.suggestions.closest(known.map(({ folded }) => folded).join(' '), MAX_SUGGESTIONS);
}
