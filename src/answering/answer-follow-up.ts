import type { Match } from '../search/candidate.ts';
import type { FactBase } from '../search/fact-base.ts';
import { stem } from '../text/stems.ts';
import { splitWords } from '../text/words.ts';
import type { Answer } from './answer.ts';
import { answerCandidates } from './answer-candidates.ts';
import { type AnswerOptions, answerQuestion } from './answer-question.ts';
import { isDetail } from './asked-for.ts';
import { tellsCause } from './follow-up/cause.ts';
import type { Exchange, FollowUp, Reading } from './follow-up/exchange.ts';
import { findSpeaker } from './follow-up/speaker.ts';
import { readQuestion } from './question.ts';

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
export function answerFollowUp(
  base: FactBase,
  followUp: FollowUp,
  options: FollowUpOptions,
): AnsweredFollowUp {
  const answered = followUp.readings.map((reading) => ({
    reading,
    answer: answerReading(base, reading, { ...options, followUp }),
  }));
  return answered.reduce((best, each) => (isBetter(each.answer, best.answer) ? each : best));
}

/** A less likely reading must be answered, and more surely. */
function isBetter(answer: Answer, than: Answer): boolean {
  if (answer.outcome !== 'answered') return false;
  return than.outcome !== 'answered' || answer.confidence > than.confidence + SURER;
}

function answerReading(
  base: FactBase,
  reading: Reading,
  options: FollowUpOptions & { readonly followUp: FollowUp },
): Answer {
  const { last, limit, models, followUp } = options;
  if (followUp.kind === 'speaker') return nameSpeaker(base, reading, options);
  const inside = answerQuestion(base, reading.asked, { limit, models, within: last.fact.path });
  const anywhere = answerQuestion(base, reading.asked, { limit, models });
  const isNear = inside.outcome !== 'unknown' && inside.confidence >= anywhere.confidence - NEAR_TIE;
  const answer = { ...(isNear ? inside : anywhere), readAs: null };
  if (answer.outcome === 'unknown') return answer;
  const unsaid = unsaidWords(base, followUp.exchanged, answer.matches[0]);
  if (unsaid.length > 0) return closest(base, followUp.exchanged, answer) ?? unknown(answer, unsaid);
  return followUp.isBare && !holdsDetail(base, reading.asked, answer) ? unknown(answer, []) : answer;
}

function nameSpeaker(base: FactBase, { asked }: Reading, { last, limit, models }: FollowUpOptions): Answer {
  const { fact } = last;
  const answer = answerQuestion(base, asked, { limit, models, within: fact.path });
  const article = base.articles.find(({ path }) => path === fact.path);
  const current = article?.facts.find(({ id }) => id === fact.id);
  const speaker = current === undefined ? null : findSpeaker(current, article?.facts ?? []);
  if (speaker === null || article === undefined) return { ...unknown(answer, []), readAs: null };
  const others = answer.matches.filter((match) => match.fact !== speaker.fact);
  return {
    ...answer,
    readAs: null,
    outcome: 'answered',
    confidence: NAMED,
    reason: { kind: 'said' },
    shortAnswer: speaker.span,
    guess: speaker.span,
    matches: [{ fact: speaker.fact, article, score: 1 }, ...others].slice(0, limit),
    rivals: [],
    suggestions: [],
  };
}

/** The first of the matches that says what was exchanged, as the closest passage; null where none does that fits about as well. */
function closest(base: FactBase, exchanged: string, answer: Answer): Answer | null {
  const says = answer.matches.find((match) => unsaidWords(base, exchanged, match).length === 0);
  if (says === undefined || says.score < LEAST_SHARE) return null;
  const matches = [says, ...answer.matches.filter((match) => match !== says)];
  const confidence = answer.confidence * says.score;
  return { ...answer, outcome: 'unsure', confidence, shortAnswer: null, guess: null, matches, rivals: [] };
}

/** The words of `exchanged` that the sentence, its headings and its title do not hold, as they were typed. */
function unsaidWords(base: FactBase, exchanged: string, match: Match | undefined): readonly string[] {
  if (match === undefined) return [];
  const { fact, article } = match;
  const said = new Set(
    [fact.text, ...fact.headings, article.title]
      .flatMap((text) => splitWords(text))
      .flatMap(({ folded }) => base.termsMeant(stem(folded))),
  );
  return base
    .readTerms(splitWords(exchanged))
    .filter((term) => !base.termsMeant(term.stem).some((meant) => said.has(meant)))
    .map(({ word }) => exchanged.slice(word.start, word.end));
}

/** Whether the quoted sentence holds something of what is asked for, beside what the question says. */
function holdsDetail(base: FactBase, asked: string, { matches, shortAnswer }: Answer): boolean {
  const text = matches[0]?.fact.text ?? '';
  const question = readQuestion(base, asked);
  const { asksFor } = question;
  if (asksFor === 'reason') return tellsCause(text);
  if (shortAnswer !== null) return true;
  if (!isDetail(asksFor)) return true;
  if ((answerCandidates(question, text) ?? []).length > 0) return true;
  return (asksFor === 'person' && PERSON.test(text)) || (asksFor === 'place' && PLACE.test(text));
}

/** Nothing answers, however well the words fit. */
function unknown(answer: Answer, unsaid: readonly string[]): Answer {
  return {
    ...answer,
    outcome: 'unknown',
    confidence: answer.confidence / 2,
    reason: unsaid.length > 0 ? { kind: 'partly-said', words: unsaid } : { kind: 'nothing-close' },
    shortAnswer: null,
    rivals: [],
  };
}
