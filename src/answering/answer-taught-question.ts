import { type Encoders, type ReadText, returnNullIfGone } from '../encoders/encoders.ts';
import { type Article, type Fact, toArticleInfo } from '../knowledge/article/article.ts';
import type { FactBase } from '../search/fact-base.ts';
import { selectHighest } from '../search/index/select-highest.ts';
import { VectorIndex } from '../search/index/vector-index.ts';
import type { Strictness } from '../server-settings/settings-table.ts';
import { stem } from '../text/words/stems.ts';
import { splitWords } from '../text/words/words.ts';
import { type AnswerOptions, answerQuestion } from './answer-question.ts';
import type { Answer } from './question/answer.ts';
import { type Question, readQuestion, spellOutQuestion } from './question/question.ts';
import { CANDIDATES, rankFacts, readAlone } from './ranking/rank.ts';
import { toReadTextBelow } from './reading/fact-vectors.ts';
import { computeConfidenceWithEncoders } from './verdict/confidence.ts';
import { weighEvidence } from './verdict/evidence.ts';
import { THRESHOLDS } from './verdict/outcome.ts';
import { findShortAnswer, selectShownAnswer } from './verdict/short-answer.ts';

/** A fact that a moderator taught as the answer to a question. */
export interface TaughtAnswer {
  /** The question in the words in which it was taught. */
  readonly phrasing: string;
  readonly fact: Fact;
  /** The article that holds the fact. */
  readonly article: Article;
}

/** Taught answers with their vectors. */
export interface TaughtVectors {
  readonly encoders: Encoders;
  readonly answers: readonly TaughtAnswer[];
  /** The vectors of the answers, in their order. */
  readonly index: VectorIndex;
}

/** Embeds taught answers. Takes about 10 ms for each answer whose vector is not stored. */
export async function embedTaughtAnswers(
  answers: readonly TaughtAnswer[],
  encoders: Encoders,
): Promise<TaughtVectors> {
  return {
    encoders,
    answers,
    index: new VectorIndex(await encoders.embedFacts(answers.map(toTaughtReadText))),
  };
}

/** How many of the most similar taught answers the reader reads. */
const READ = 3;
/**
 * Taught answers do not compete, so each counts as leading by this much. Chosen so that the lead and the similarity weigh as before; not
 * tuned.
 */
const ASSUMED_LEAD = 3;

/** A taught answer that was found for a question in other words. */
export interface FoundTaughtAnswer {
  readonly taught: TaughtAnswer;
  /** The probability that it answers, 0 to 1, comparable with that of an answer from the articles. */
  readonly confidence: number;
}

/**
 * Finds the taught answer to a question asked in other words. Returns null if none is sure enough. Vectors cannot tell “ban” from
 * “unban”, so the reader reads each fact with the taught question as its heading.
 */
export async function findTaughtAnswer(
  question: Question,
  { taught, strictness }: { readonly taught: TaughtVectors; readonly strictness: Strictness },
): Promise<FoundTaughtAnswer | null> {
  if (taught.answers.length === 0 || question.terms.length === 0) return null;
  const judgement = await returnNullIfGone(judgeNearest(question, taught));
  const [best] = (judgement ?? []).toSorted((a, b) => b.confidence - a.confidence);
  return best !== undefined && best.confidence >= THRESHOLDS[strictness].answered ? best : null;
}

async function judgeNearest(
  question: Question,
  { encoders, answers, index }: TaughtVectors,
): Promise<readonly FoundTaughtAnswer[]> {
  const speltOut = spellOutQuestion(question);
  const similarities = index.computeSimilarities(await encoders.embedQuestion(speltOut));
  const nearest = selectHighest(similarities, READ).flatMap((answerIndex) => {
    const answer = answers[answerIndex];
    return answer === undefined
      ? []
      : { answer, text: toTaughtReadText(answer), similarity: similarities[answerIndex] ?? 0 };
  });
  const judgements = await encoders.read(
    speltOut,
    nearest.map((each) => each.text),
  );
  return nearest.map(({ answer, text, similarity }, nearestIndex) => {
    const logit = judgements[nearestIndex]?.answers ?? Number.NEGATIVE_INFINITY;
    const unsaid = findUnsaidTerms(question, text).length;
    return {
      taught: answer,
      confidence: computeConfidenceWithEncoders(question, {
        answers: logit,
        similarity,
        unsaid,
        lead: ASSUMED_LEAD,
      }),
    };
  });
}

function toTaughtReadText({ phrasing, fact }: TaughtAnswer): ReadText {
  return toReadTextBelow(phrasing, fact);
}

function findUnsaidTerms({ terms, isOtherLanguage }: Question, { topic, text }: ReadText): Question['terms'] {
  if (isOtherLanguage) return [];
  const said = new Set(splitWords(`${topic} ${text}`).map(({ folded }) => stem(folded)));
  return terms.filter((term) => !said.has(term.stem));
}

/** The confidence in what a moderator has taught: nothing is surer. */
const TAUGHT = 1;

type TaughtOptions = Pick<AnswerOptions, 'limit' | 'vectors'>;

/** Answers a question as a moderator taught it, whatever the articles hold besides. */
export async function answerTaughtQuestion(
  base: FactBase,
  taught: TaughtAnswer,
  { limit, vectors }: TaughtOptions,
): Promise<Answer> {
  const { phrasing, fact, article } = taught;
  const question = readQuestion(base, phrasing);
  const { matches } = await answerQuestion(question, { limit, vectors });
  const short = await findTaughtShortAnswers(question, fact, vectors);
  return {
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

const NONE = { shortAnswer: null, guess: null };

/**
 * Finds the short answers that the reader gives for this fact. They are null if the question has too little to do with the fact for it to
 * be read.
 */
async function findTaughtShortAnswers(
  question: Question,
  fact: Fact,
  vectors: TaughtOptions['vectors'] = null,
): Promise<Pick<Answer, 'shortAnswer' | 'guess'>> {
  const ranked = await rankFacts(question, { limit: CANDIDATES, vectors, within: fact.path });
  const found = ranked.find(({ candidate }) => candidate.fact.id === fact.id);
  // A fact that was not ranked has nothing to be judged by. Ranking all facts of an article took seconds for a long one.
  if (found === undefined) return NONE;
  const own = await readAlone(question, { ranked: found, vectors });
  const short = findShortAnswer(question, own);
  if (short === null) return NONE;
  const { kind } = weighEvidence(question, own.candidate);
  return { shortAnswer: selectShownAnswer(question, short, { ...own, kind }), guess: short.span };
}
