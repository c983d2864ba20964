import { answerFollowUp } from '../../answering/answer-follow-up.ts';
import { answerQuestion } from '../../answering/answer-question.ts';
import {
  answerTaughtQuestion,
  findTaughtAnswer,
  type TaughtAnswer,
} from '../../answering/answer-taught-question.ts';
import type { Exchange } from '../../answering/follow-up/exchange.ts';
import { readFollowUp } from '../../answering/follow-up/follow-up.ts';
import { buildAnswerPassage } from '../../answering/passage/build-passage.ts';
import type { Passage } from '../../answering/passage/passage.ts';
import type { Answer } from '../../answering/question/answer.ts';
import { type Question, readQuestion } from '../../answering/question/question.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';
import type { AnsweringContext } from '../base/answering-context.ts';
import { resolveTaughtAnswers } from '../base/taught-answers.ts';
import { type AskRequest, DEFAULT_LIMIT } from './ask-request.ts';
import { type FoundPassage, findPassages } from './found-passages.ts';

export interface AskReply extends Answer {
  /** The question as it was asked, with its white space folded. */
  readonly question: string;
  /** When the fact base that answered was read from the articles. */
  readonly refreshedAt: Date;
  /** The passage that a person is shown; null exactly where the outcome is `unknown`. */
  readonly passage: Passage | null;
  /**
   * The passages of the matches, best first, each once; the first is `passage`, unless the outcome is
   * `unknown`.
   */
  readonly found: readonly FoundPassage[];
  /** The full question that a follow-up was understood as, or null if the question stands alone. */
  readonly understoodAs: string | null;
  /** The exchange to pass with the next question of the conversation, or null if nothing was answered yet. */
  readonly conversation: Exchange | null;
}

/** Answers a question in a context; anyone may ask. Never throws for any question. */
export async function ask(context: AnsweringContext, request: AskRequest): Promise<AskReply> {
  const { base, refreshedAt, hidden } = context;
  const { limit = DEFAULT_LIMIT, conversation = null } = request;
  // An article may have become hidden since it answered; then its words must not come back in a follow-up.
  const last = conversation !== null && hidden?.hasPath(conversation.fact.path) ? null : conversation;
  const question = readQuestion(base, request.question);
  const { answer, understoodAs, fullQuestion } = await answerInContext(context, question, { limit, last });
  const full = fullQuestion === question.typed ? question : readQuestion(base, fullQuestion);
  const passage = buildAnswerPassage(full, answer);
  const { matches, rivals } = answer;
  const found = findPassages(full, [...matches.slice(0, 1), ...rivals, ...matches.slice(1)], passage);
  const others = new Set(found.slice(1).map(({ fact }) => fact.id));
  return {
    ...answer,
    question: question.whole,
    passage,
    found,
    // An asker need not choose between matches of one passage.
    rivals: rivals.filter(({ fact }) => others.has(fact.id)),
    refreshedAt,
    understoodAs,
    conversation: chooseNextExchange(answer, fullQuestion, last),
  };
}

interface AnsweredQuestion {
  readonly answer: Answer;
  readonly understoodAs: string | null;
  /** The question in full, as a follow-up may refer to it. */
  readonly fullQuestion: string;
}

async function answerInContext(
  context: AnsweringContext,
  question: Question,
  { limit, last }: { readonly limit: number; readonly last: Exchange | null },
): Promise<AnsweredQuestion> {
  const followUp = last && readFollowUp(question, last);
  if (last === null || followUp === null) {
    const taught = await answerAsTaught(context, question, limit);
    const answer = taught ?? (await answerNew(context, question, limit));
    return { answer, understoodAs: null, fullQuestion: answer.readAs ?? question.typed };
  }
  const { base, vectors, strictness } = context;
  const { answer, reading } = await answerFollowUp(followUp, { last, limit, vectors, strictness });
  const { understoodAs, fullQuestion } = reading;
  const taught = await answerAsTaught(context, readQuestion(base, fullQuestion), limit);
  // The reply already says how the question was understood, so it does not name the taught phrasing.
  return { answer: taught === null ? answer : { ...taught, readAs: null }, understoodAs, fullQuestion };
}

/**
 * Returns the answer that a moderator taught to this question, or null if none did, or the articles no longer
 * hold the fact.
 */
async function answerAsTaught(
  context: AnsweringContext,
  question: Question,
  limit: number,
): Promise<Answer | null> {
  const [taught] = resolveTaughtAnswers(context.base, context.taught?.find(question.whole) ?? []);
  return taught === undefined ? null : answerWithTaught(context, question, { taught, limit });
}

/** Answers a question that was not taught in its own words: from the articles, or as one that was taught in others. */
async function answerNew(context: AnsweringContext, question: Question, limit: number): Promise<Answer> {
  const { vectors, recent, strictness } = context;
  const answer = await recent.getOrAnswer(question.whole, limit, () =>
    answerQuestion(question, { limit, vectors, strictness }),
  );
  return (await answerAsTaughtInOtherWords(context, question, { limit, answer })) ?? answer;
}

/**
 * By how much a taught answer must be surer than one from the articles to replace it. Of 97 rewordings of taught questions in 20 FAQs, it
 * replaces three answers: one was wrong and is right then, none the other way round. Of 223 questions that were not taught, it replaces one,
 * which was wrong before too.
 */
const SURER_BY = 0.1;

/**
 * Returns the taught answer of a question with other words; null also without encoders, or where none is surer than `answer`, the one from
 * the articles.
 */
async function answerAsTaughtInOtherWords(
  context: AnsweringContext,
  question: Question,
  { limit, answer }: { readonly limit: number; readonly answer: Answer },
): Promise<Answer | null> {
  const { strictness } = context;
  const vectors = context.taught?.vectors ?? null;
  const found = vectors && (await findTaughtAnswer(question, { taught: vectors, strictness }));
  const least = answer.outcome === 'answered' ? answer.confidence + SURER_BY : 0;
  if (found === null || found.confidence < least) return null;
  return answerWithTaught(context, question, { taught: found.taught, limit });
}

async function answerWithTaught(
  { base, vectors, isLearning, taught: known }: AnsweringContext,
  question: Question,
  { taught, limit }: { readonly taught: TaughtAnswer; readonly limit: number },
): Promise<Answer | null> {
  if (known === null) return null;
  const { phrasing } = taught;
  const { whole } = question;
  const answerAnew = async (): Promise<Answer> => {
    const answer = await answerTaughtQuestion(base, taught, { limit, vectors });
    const isExact = toPhrasingKey(phrasing) === toPhrasingKey(whole);
    return { ...answer, readAs: isExact ? null : phrasing };
  };
  // Words alone find other matches than the encoders will, once they have embedded the facts.
  return isLearning ? answerAnew() : known.recent.getOrAnswer(whole, limit, answerAnew);
}

function chooseNextExchange(answer: Answer, fullQuestion: string, last: Exchange | null): Exchange | null {
  const best = answer.matches[0];
  if (answer.reason.kind === 'small-talk') return last;
  if (answer.outcome === 'unknown' || best === undefined) return last && { ...last, isLatest: false };
  const { guess } = answer;
  const words = guess === null ? null : best.fact.text.slice(guess.start, guess.end);
  return { question: fullQuestion, fact: best.fact, words, isLatest: true };
}
