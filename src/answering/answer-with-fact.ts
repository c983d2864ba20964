import { type Article, type Fact, toArticleInfo } from '../knowledge/article/article.ts';
import type { FactBase } from '../search/fact-base.ts';
import { type AnswerOptions, answerQuestion } from './answer-question.ts';
import type { Answer } from './question/answer.ts';
import { type Question, readQuestion } from './question/question.ts';
import { CANDIDATES, rankFacts, readAlone } from './ranking/rank.ts';
import { weighEvidence } from './verdict/evidence.ts';
import { findShortAnswer } from './verdict/short-answer.ts';
import { selectShownAnswer } from './verdict/shown-answer.ts';

const NONE = { shortAnswer: null, guess: null };

/** A moderator has said so: nothing is surer. */
const TAUGHT = 1;

interface FactOptions extends Pick<AnswerOptions, 'limit' | 'vectors'> {
  readonly fact: Fact;
  /** The one that holds it. */
  readonly article: Article;
}

/** The answer to a question that a moderator has taught to be answered with this fact of the base. */
export async function answerWithFact(base: FactBase, text: string, options: FactOptions): Promise<Answer> {
  const { fact, article, limit, vectors } = options;
  const { question, matches } = await answerQuestion(base, text, { limit, vectors });
  const short = await findShortAnswers(base, readQuestion(base, text), options);
  return {
    question,
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

/** As the reader would give them for this fact; null also where the question has too little to do with it to be read there. */
async function findShortAnswers(
  base: FactBase,
  question: Question,
  { fact, vectors = null }: FactOptions,
): Promise<Pick<Answer, 'shortAnswer' | 'guess'>> {
  const ranked = await rankFacts(base, question, { limit: CANDIDATES, vectors, within: fact.path });
  const found = ranked.find(({ candidate }) => candidate.fact.id === fact.id);
  // Those that are not weighed have nothing to be judged by; to bring all of an article took seconds for a long one.
  if (found === undefined) return NONE;
  const own = await readAlone(base, question, { ranked: found, vectors });
  const short = findShortAnswer(base, question, own);
  if (short === null) return NONE;
  const { kind } = weighEvidence(base, question, own.candidate);
  return { shortAnswer: selectShownAnswer(short, { ...own, ...question, kind }), guess: short.span };
}
