import type { FactBase } from '../search/fact-base.ts';
import type { Answer } from './question/answer.ts';
import type { AskedFor } from './question/asked-for.ts';
import { correctedText, questionOf, readQuestion } from './question/question.ts';
import { nearestOf } from './ranking/nearest.ts';
import { rank } from './ranking/rank.ts';
import { toMatch } from './ranking/ranked.ts';
import { rivalsOf } from './ranking/rivals.ts';
import type { Meaning } from './reading/meaning.ts';
import { weighEvidence } from './verdict/evidence.ts';
import { judge } from './verdict/judge.ts';
import { outcomeOf, type Strictness } from './verdict/outcome.ts';
import { reasonFor } from './verdict/reason.ts';
import { findShortAnswer } from './verdict/short-answer.ts';
import { shownAnswer } from './verdict/shown-answer.ts';

export interface AnswerOptions {
  /** At most so many matches come back; at least 1. */
  readonly limit: number;
  /** What the facts of the base mean; null, unless given, where words alone must do. */
  readonly meaning?: Meaning | null | undefined;
  /** The path of the only article to answer from; all unless given. */
  readonly within?: string;
  /** `balanced` unless given. */
  readonly strictness?: Strictness;
}

/** What the words of a passage surely lack: names are often not seen, or seen where there are none. */
const FIGURES: readonly AskedFor[] = ['date', 'number'];

/**
 * Answers a question from the facts of `base`. Always returns: an empty question, noise and what the articles do
 * not hold are `unknown`, with the reason. Matches come best first.
 */
export async function answerQuestion(
  base: FactBase,
  text: string,
  { limit, meaning = null, within, strictness = 'balanced' }: AnswerOptions,
): Promise<Answer> {
  const question = readQuestion(base, text);
  const ranked = await rank(base, question, { limit, meaning, within });
  const [best] = ranked;
  const evidence = best === undefined ? null : weighEvidence(base, question, best.candidate);
  const confidence = evidence === null ? 0 : judge(base, question, { ranked, evidence });
  const surelyLacks =
    FIGURES.includes(question.asksFor) && evidence?.lacksDetail === true && best?.judged === null;
  const outcome =
    evidence === null ? 'unknown' : outcomeOf(confidence, { ...evidence, surelyLacks }, strictness);
  const short = best === undefined ? null : findShortAnswer(base, question, best);
  const shortAnswer =
    best === undefined || evidence === null || short === null || outcome !== 'answered'
      ? null
      : shownAnswer(short, { ...best, ...question, kind: evidence.kind });
  return {
    question: questionOf(text),
    outcome,
    confidence,
    reason: reasonFor(base, question, { evidence, outcome }),
    shortAnswer,
    guess: short?.span ?? null,
    matches: ranked.slice(0, limit).map((each) => toMatch(each, best)),
    rivals: outcome === 'unknown' ? [] : rivalsOf(ranked).map((each) => toMatch(each, best)),
    readAs: correctedText(question),
    nearest: outcome === 'unknown' ? nearestOf(base, question, ranked) : [],
  };
}
