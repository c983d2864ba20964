import { MAX_HEADING_CHARS, toArticleInfo } from '../knowledge/article/article.ts';
import type { FactBase } from '../search/fact-base.ts';
import type { Match } from '../search/index/candidate.ts';
import { stem } from '../text/words/stems.ts';
import { splitWords } from '../text/words/words.ts';
import { type AnswerOptions, answerQuestion } from './answer-question.ts';
import { tellsCause } from './follow-up/cause.ts';
import type { Exchange, FollowUp, Reading } from './follow-up/exchange.ts';
import { findSpeaker } from './follow-up/speaker.ts';
import { toClosest, toUnknown, type UnsaidTerm } from './follow-up/weaken-answer.ts';
import type { Answer } from './question/answer.ts';
import { findAnswerSpans } from './question/answer-spans.ts';
import { isDetail } from './question/answer-type.ts';
import { type Question, readQuestion } from './question/question.ts';

/*
 * All of these were chosen by hand, on no set. The fifteen conversations of `tests/scenarios/follow-ups.test.ts` do not tell them
 * from others: they hold with `NEAR_TIE` 0 and 0.3, `SURER` 0 and 0.5, `LEAST_SHARE` 0.05 and 0.7.
 */

/** So much surer another article must be for its answer to be taken. */
const NEAR_TIE = 0.1;
/** What a speaker is known by is written down, and read by rules that are seldom wrong. */
const NAMED = 0.85;
/** So much surer a less likely reading must be. */
const SURER = 0.2;
/** A sentence that fits less well than this, beside the best, is not shown as the closest passage. */
const LEAST_SHARE = 0.3;
const PERSON = /\bby\b/i;
const PLACE = /\b(?:in|at|on|near|behind|opposite|beside|from|between) (?!\d)/i;

interface FollowUpOptions extends AnswerOptions {
  readonly last: Exchange;
}

/** What leans on another question, answered as it was understood. */
export interface AnsweredFollowUp {
  readonly answer: Answer;
  readonly reading: Reading;
}

/**
 * Answers what leans on the last exchange: from its article where that is about as sure as any other. `unknown` where the answer does
 * not say what was exchanged (“and in Germany?”), or holds nothing of what a bare question word asks for.
 */
export async function answerFollowUp(
  base: FactBase,
  followUp: FollowUp,
  options: FollowUpOptions,
): Promise<AnsweredFollowUp> {
  const asked = { ...options, followUp };
  const [first, ...others] = followUp.readings;
  let best = { reading: first, answer: await answerReading(base, first, asked) };
  for (const reading of others) {
    if (!canBeBetter(best.answer)) break;
    const answer = await answerReading(base, reading, asked);
    if (isBetter(answer, best.answer)) best = { reading, answer };
  }
  return best;
}

/** A less likely reading must be answered, and more surely. */
function isBetter(answer: Answer, than: Answer): boolean {
  if (answer.outcome !== 'answered') return false;
  return than.outcome !== 'answered' || answer.confidence > than.confidence + SURER;
}

/** Whether any other could be: nothing is surer than 1. */
function canBeBetter({ outcome, confidence }: Answer): boolean {
  return outcome !== 'answered' || confidence + SURER < 1;
}

interface ReadingOptions extends FollowUpOptions {
  readonly followUp: FollowUp;
}

async function answerReading(base: FactBase, reading: Reading, asked: ReadingOptions): Promise<Answer> {
  if (asked.followUp.kind === 'speaker') return nameSpeaker(base, reading, asked);
  const answer = { ...(await answerNear(base, reading, asked)), readAs: null };
  if (answer.outcome === 'unknown') return answer;
  const { vectors = null, followUp, strictness = 'balanced' } = asked;
  const { exchanged } = followUp;
  const question = readQuestion(base, reading.asked);
  const unsaid = findUnsaidTerms(base, exchanged, answer.matches[0]);
  if (unsaid.length > 0) {
    const match = answer.matches.find((each) => findUnsaidTerms(base, exchanged, each).length === 0);
    return match === undefined || match.score < LEAST_SHARE
      ? toUnknown(base, answer, { question, vectors, unsaid })
      : toClosest(base, answer, { question, match, strictness });
  }
  return followUp.isBare && !holdsDetail(question, answer)
    ? toUnknown(base, answer, { question, vectors, unsaid: [] })
    : dropSameAnswer(answer, asked);
}

/** “8” was the answer before something was exchanged: for what stands there now it would have to be another. */
function dropSameAnswer(answer: Answer, { last, followUp: { exchanged } }: ReadingOptions): Answer {
  const { matches, shortAnswer } = answer;
  const [best] = matches;
  if (exchanged === '' || shortAnswer === null || best?.fact.id !== last.fact.id) return answer;
  const words = best.fact.text.slice(shortAnswer.start, shortAnswer.end);
  return words === last.words ? { ...answer, shortAnswer: null } : answer;
}

/** From the article that answered before, unless another one is surer; asked only where the other may not settle it. */
async function answerNear(base: FactBase, { asked }: Reading, options: ReadingOptions): Promise<Answer> {
  const { last, followUp } = options;
  const { path } = last.fact;
  const anywhere = await answerQuestion(base, asked, options);
  const [best] = anywhere.matches;
  const isFromThere = anywhere.outcome === 'answered' && best?.fact.path === path;
  const isSettled = isFromThere && findUnsaidTerms(base, followUp.exchanged, best).length === 0;
  if (isSettled || base.articles.length === 1) return anywhere;
  const inside = await answerQuestion(base, asked, { ...options, within: path });
  const isNear = inside.outcome !== 'unknown' && inside.confidence >= anywhere.confidence - NEAR_TIE;
  return isNear ? inside : anywhere;
}

async function nameSpeaker(base: FactBase, { asked }: Reading, options: FollowUpOptions): Promise<Answer> {
  const {
    last: { fact },
    limit,
    vectors = null,
  } = options;
  const answer = { ...(await answerQuestion(base, asked, { ...options, within: fact.path })), readAs: null };
  const article = base.articles.find(({ path }) => path === fact.path);
  const current = article?.facts.find(({ id }) => id === fact.id);
  const speaker = current === undefined ? null : findSpeaker(current, article?.facts ?? []);
  if (speaker === null || article === undefined) {
    const question = readQuestion(base, asked);
    return toUnknown(base, answer, { question, vectors, unsaid: [] });
  }
  const others = answer.matches.filter((match) => match.fact !== speaker.fact);
  return {
    ...answer,
    outcome: 'answered',
    confidence: NAMED,
    reason: { kind: 'said' },
    shortAnswer: speaker.span,
    guess: speaker.span,
    matches: [{ fact: speaker.fact, article: toArticleInfo(article), score: 1 }, ...others].slice(0, limit),
    rivals: [],
    nearest: [],
  };
}

/** The terms of `exchanged` that the sentence, its headings and its title do not hold, as they were typed. */
function findUnsaidTerms(base: FactBase, exchanged: string, match: Match | undefined): readonly UnsaidTerm[] {
  if (match === undefined || exchanged === '') return [];
  const { fact, article } = match;
  const said = new Set(
    [fact.text, ...fact.headings.map((heading) => heading.slice(0, MAX_HEADING_CHARS)), article.title]
      .flatMap((text) => splitWords(text))
      .flatMap(({ folded }) => base.listMeantTerms(stem(folded))),
  );
  return base
    .readTerms(splitWords(exchanged))
    .filter((term) => !base.listMeantTerms(term.stem).some((meant) => said.has(meant)))
    .map(({ kind, word }) => ({ kind, typed: exchanged.slice(word.start, word.end) }));
}

/** Whether the quoted sentence holds something of what is asked for, beside what the question says. */
function holdsDetail(question: Question, { matches, shortAnswer }: Answer): boolean {
  const text = matches[0]?.fact.text ?? '';
  const { asksFor } = question;
  if (asksFor === 'reason') return tellsCause(text);
  if (shortAnswer !== null) return true;
  if (!isDetail(asksFor)) return true;
  if ((findAnswerSpans(question, text) ?? []).length > 0) return true;
  return (asksFor === 'person' && PERSON.test(text)) || (asksFor === 'place' && PLACE.test(text));
}
