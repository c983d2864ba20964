import { type Article, type Fact, toArticleInfo } from '../knowledge/article/article.ts';
import { type AnswerOptions, answerQuestion } from './answer-question.ts';
import type { Answer } from './question/answer.ts';
import type { Question } from './question/question.ts';
import { CANDIDATES, rankFacts, readAlone } from './ranking/rank.ts';
import { weighEvidence } from './verdict/evidence.ts';
import { findShortAnswer, selectShownAnswer } from './verdict/short-answer.ts';

const NONE = { shortAnswer: null, guess: null };

/** The confidence in what a moderator has taught: nothing is surer. */
const TAUGHT = 1;

interface FactOptions extends Pick<AnswerOptions, 'limit' | 'vectors'> {
  readonly fact: Fact;
  /** The article that holds the fact. */
  readonly article: Article;
}

/** Answers a question with the fact that a moderator taught for it. */
export async function answerWithFact(question: Question, options: FactOptions): Promise<Answer> {
  const { fact, article, limit, vectors } = options;
  const { matches } = await answerQuestion(question, { limit, vectors });
  const short = await findShortAnswers(question, options);
  return {
    question: question.typed,
    outcome: 'answered',
    confidence: TAUGHT,
    reason: { kind: 'taught' },
    ...short,
    matches: [
      { fact, article: toArticleInfo(article), score: 1 },
      ...matches.filter((each) => each.fact.id !== fact.id),
    ].slice(0, limit),
    rivals: [],
    readAs: null,
    nearest: [],
  };
}

/**
 * Finds the short answers that the reader gives for this fact. They are null if the question has too little to do with the fact for it to
 * be read.
 */
async function findShortAnswers(
  question: Question,
  { fact, vectors = null }: FactOptions,
): Promise<Pick<Answer, 'shortAnswer' | 'guess'>> {
  const ranked = await rankFacts(question, { limit: CANDIDATES, vectors, within: fact.path });
  const found = ranked.find(({ candidate }) => candidate.fact.id === fact.id);
  // A fact that was not ranked has nothing to be judged by. Ranking all facts of an article took seconds for a long one.
  if (found === undefined) return NONE;
  const own = await readAlone(question, { ranked: found, vectors });
  const short = findShortAnswer(question, own);
  if (short === null) return NONE;
  const { kind } = weighEvidence(question, own.candidate);
  return { shortAnswer: selectShownAnswer(short, { ...own, ...question, kind }), guess: short.span };
}
