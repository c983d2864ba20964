import { MAX_HEADING_CHARS, toArticleInfo } from '../knowledge/article/article.ts';
import type { FactBase } from '../search/fact-base.ts';
import type { Match } from '../search/index/candidate.ts';
import { stem } from '../text/words/stems.ts';
import { splitWords } from '../text/words/words.ts';
import { type AnswerOptions, answerQuestion } from './answer-question.ts';
import type { Exchange, FollowUp, Reading } from './follow-up/exchange.ts';
import { findSpeaker } from './follow-up/speaker.ts';
import { toClosest, toUnknown, type UnsaidTerm } from './follow-up/weaken-answer.ts';
import type { Answer } from './question/answer.ts';
import { findAnswerSpans } from './question/answer-spans.ts';
import { isDetail } from './question/answer-type.ts';
import { type Question, readQuestion } from './question/question.ts';

/*
 * All of these were chosen by hand, on no set. The fifteen conversations of `tests/scenarios/follow-ups.test.ts` do not tell them
 * from others: they hold with `NEAR_TIE` 0 and 0.3, `SURER` 0 and 0.5, `MIN_SHARE` 0.05 and 0.7.
 */

/** Another article's answer is taken only if its confidence is higher by more than this. */
const NEAR_TIE = 0.1;
/** The confidence in a speaker: the article names speakers in writing, and rules that find them are seldom wrong. */
const NAMED = 0.85;
/** A less likely reading is taken only if its confidence is higher by more than this. */
const SURER = 0.2;
/** A sentence with a lower share of the best score is not shown as the closest passage. */
const MIN_SHARE = 0.3;
const PERSON = /\bby\b/i;
const PLACE = /\b(?:in|at|on|near|behind|opposite|beside|from|between) (?!\d)/i;
const CAUSE = /\b(?:because|due to|owing to|thanks to|as a result|in order to|so that|therefore|reason)\b/i;
/**
 * “Since hardly anyone used it”, but not “since 2011”, “since May”, “since the war”, “ever since,”. Only the first letter may be of
 * either case: with the flag `i` `\p{Lu}` would match any letter.
 */
const SINCE =
  /\b(?<!\b(?:ever|long) )[Ss]ince (?!(?:the|then|its|his|her|their|last|early|mid|late|about|around|half|noon|midnight|today|yesterday|childhood)\b)\p{Ll}/u;

interface FollowUpOptions extends AnswerOptions {
  readonly last: Exchange;
}

/** An answer to a follow-up, with the reading that it answers. */
export interface FollowUpAnswer {
  readonly answer: Answer;
  readonly reading: Reading;
}

/**
 * Answers a follow-up: from the article of the last exchange where that is about as sure as any other. The outcome is `unknown` if the
 * passage does not say the exchanged phrase (“and in Germany?”), or lacks what a bare question word asks for.
 */
export async function answerFollowUp(followUp: FollowUp, options: FollowUpOptions): Promise<FollowUpAnswer> {
  const readingOptions = { ...options, followUp };
  const [first, ...others] = followUp.readings;
  let best = { reading: first, answer: await answerReading(first, readingOptions) };
  for (const reading of others) {
    if (!canBeBetter(best.answer)) break;
    const answer = await answerReading(reading, readingOptions);
    if (isBetter(answer, best.answer)) best = { reading, answer };
  }
  return best;
}

/** Returns whether the answer to a less likely reading is better: it must be answered, and with clearly more confidence. */
function isBetter(answer: Answer, than: Answer): boolean {
  if (answer.outcome !== 'answered') return false;
  return than.outcome !== 'answered' || answer.confidence > than.confidence + SURER;
}

/** Returns whether any other answer could be better: no confidence exceeds 1. */
function canBeBetter({ outcome, confidence }: Answer): boolean {
  return outcome !== 'answered' || confidence + SURER < 1;
}

interface ReadingOptions extends FollowUpOptions {
  readonly followUp: FollowUp;
}

async function answerReading(reading: Reading, options: ReadingOptions): Promise<Answer> {
  const { vectors = null, followUp, strictness = 'balanced' } = options;
  const { base } = followUp.question;
  const question = readQuestion(base, reading.text);
  if (followUp.kind === 'speaker') return nameSpeaker(question, options);
  const answer = { ...(await answerNear(question, options)), readAs: null };
  if (answer.outcome === 'unknown') return answer;
  const { exchanged } = followUp;
  const unsaid = findUnsaidTerms(base, exchanged, answer.matches[0]);
  if (unsaid.length > 0) {
    const match = answer.matches.find((each) => findUnsaidTerms(base, exchanged, each).length === 0);
    return match === undefined || match.score < MIN_SHARE
      ? toUnknown(question, answer, { vectors, unsaid })
      : toClosest(question, answer, { match, strictness });
  }
  return followUp.isBare && !holdsDetail(question, answer)
    ? toUnknown(question, answer, { vectors, unsaid: [] })
    : dropSameAnswer(answer, options);
}

/** Drops a short answer that already answered the last question: after the exchange it would have to be another one. */
function dropSameAnswer(answer: Answer, { last, followUp: { exchanged } }: ReadingOptions): Answer {
  const { matches, shortAnswer } = answer;
  const [best] = matches;
  if (exchanged === '' || shortAnswer === null || best?.fact.id !== last.fact.id) return answer;
  const words = best.fact.text.slice(shortAnswer.start, shortAnswer.end);
  return words === last.words ? { ...answer, shortAnswer: null } : answer;
}

/** Answers from the article of the last answer, unless another article's answer is surer. Asks that article alone only if all articles together do not settle it. */
async function answerNear(question: Question, options: ReadingOptions): Promise<Answer> {
  const { last, followUp } = options;
  const { base } = question;
  const { path } = last.fact;
  const anywhere = await answerQuestion(question, options);
  const [best] = anywhere.matches;
  const isFromThere = anywhere.outcome === 'answered' && best?.fact.path === path;
  const isSettled = isFromThere && findUnsaidTerms(base, followUp.exchanged, best).length === 0;
  if (isSettled || base.articleCount === 1) return anywhere;
  const inside = await answerQuestion(question, { ...options, within: path });
  const isNear = inside.outcome !== 'unknown' && inside.confidence >= anywhere.confidence - NEAR_TIE;
  return isNear ? inside : anywhere;
}

async function nameSpeaker(question: Question, options: FollowUpOptions): Promise<Answer> {
  const {
    last: { fact },
    limit,
    vectors = null,
  } = options;
  const answer = { ...(await answerQuestion(question, { ...options, within: fact.path })), readAs: null };
  const article = question.base.findArticle(fact.path);
  const current = article?.facts.find(({ id }) => id === fact.id);
  const speaker = current === undefined ? null : findSpeaker(current, article?.facts ?? []);
  if (speaker === null || article === undefined) return toUnknown(question, answer, { vectors, unsaid: [] });
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

/** Returns the terms of `exchanged` that neither the sentence nor its headings nor its title holds, as the asker typed them. */
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

/** Returns whether the quoted sentence holds something of the kind that is asked for, beyond the words of the question. */
function holdsDetail(question: Question, { matches, shortAnswer }: Answer): boolean {
  const text = matches[0]?.fact.text ?? '';
  const { asksFor } = question;
  if (asksFor === 'reason') return tellsCause(text);
  if (shortAnswer !== null) return true;
  if (!isDetail(asksFor)) return true;
  if ((findAnswerSpans(question, text) ?? []).length > 0) return true;
  return (asksFor === 'person' && PERSON.test(text)) || (asksFor === 'place' && PLACE.test(text));
}

/** Returns whether a sentence gives a cause. “The reason” counts, whatever the sentence says about it. */
export function tellsCause(sentence: string): boolean {
  return CAUSE.test(sentence) || SINCE.test(sentence);
}
