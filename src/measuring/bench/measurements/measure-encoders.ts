import { answerQuestion } from '../../../answering/answer-question.ts';
import { toReadText } from '../../../answering/reading/reading-context.ts';
import type { Encoders } from '../../../encoders/encoders.ts';
import { FactBase } from '../../../search/fact-base.ts';
import { LIMIT } from '../../contenders/contender.ts';
import type { Instruments } from '../../kit/instruments.ts';
import { seededRandom } from '../../kit/random.ts';
import { generateArticles } from '../../made-up/generate-articles.ts';
import { generateQuestions } from '../../made-up/generate-questions.ts';
import { madeUpMeaning } from '../../made-up/made-up-meaning.ts';

/** What understanding costs. */
export interface EncodersCost {
  /** How long it takes to embed a fact, in the mean. */
  readonly factMs: number;
  /** How many questions were asked at once. */
  readonly burst: number;
  /** Among how many facts. */
  readonly burstFacts: number;
  /** After what time the last of them was answered. */
  readonly lastMs: number;
}

export interface EncodersWorkload {
  readonly burst: number;
  readonly facts: number;
}

const SEED = 300;
/** Enough that their lengths even out; they take some two seconds. */
const EMBEDDED = 200;

/** Measures what embedding and a burst of different questions cost. */
export async function measureEncoders(
  encoders: Encoders,
  { burst, facts }: EncodersWorkload,
  { nowMs, onStep }: Instruments,
): Promise<EncodersCost> {
  const random = seededRandom(SEED);
  const articles = generateArticles(facts, random);
  const base = new FactBase(articles);
  onStep('facts are embedded');
  const texts = base.facts.slice(0, EMBEDDED).map((_, index) => toReadText(base, base.readFact(index)));
  const embeddingAt = nowMs();
  await encoders.embedFacts(texts);
  const factMs = (nowMs() - embeddingAt) / Math.max(1, texts.length);
  onStep(`${burst} questions are asked at once`);
  const meaning = madeUpMeaning(encoders, base.facts.length);
  const questions = generateQuestions(articles, burst, random);
  const askedAt = nowMs();
  await Promise.all(
    questions.map(({ text }) => answerQuestion(base, text, { limit: LIMIT, vectors: meaning })),
  );
  return { factMs, burst, lastMs: nowMs() - askedAt, burstFacts: base.facts.length };
}
