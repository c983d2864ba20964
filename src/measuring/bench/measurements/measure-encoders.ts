import { answerQuestion } from '../../../answering/answer-question.ts';
import { readQuestion } from '../../../answering/question/question.ts';
import { toReadText } from '../../../answering/reading/fact-vectors.ts';
import type { Encoders } from '../../../encoders/encoders.ts';
import { FactBase } from '../../../search/fact-base.ts';
import { LIMIT } from '../../contenders/contender.ts';
import type { Instruments } from '../../kit/instruments.ts';
import { createRandom } from '../../kit/random.ts';
import { generateArticles } from '../../made-up/generate-articles.ts';
import { generateQuestions } from '../../made-up/generate-questions.ts';
import { makeUpVectors } from '../../made-up/made-up-vectors.ts';

/** The cost of the encoders. */
export interface EncodersCost {
  /** Mean time to embed one fact. */
  readonly factMs: number;
  /** How many questions were asked at once. */
  readonly burst: number;
  /** How many facts they were asked of. */
  readonly burstFacts: number;
  /** When the last of them was answered, from the start. */
  readonly lastMs: number;
}

export interface EncodersWorkload {
  readonly burst: number;
  readonly facts: number;
}

const SEED = 300;
/** Enough for their lengths to even out; embedding them takes about two seconds. */
const EMBEDDED = 200;

/** Measures the cost of embedding facts and of a burst of different questions. */
export async function measureEncoders(
  encoders: Encoders,
  { burst, facts }: EncodersWorkload,
  { nowMs, onStep }: Instruments,
): Promise<EncodersCost> {
  const random = createRandom(SEED);
  const articles = generateArticles(facts, random);
  const base = FactBase.build(articles);
  onStep('facts are embedded');
  const texts = base.facts.slice(0, EMBEDDED).map((_, index) => toReadText(base, base.readFact(index)));
  const embeddingAt = nowMs();
  await encoders.embedFacts(texts);
  const factMs = (nowMs() - embeddingAt) / Math.max(1, texts.length);
  onStep(`${burst} questions are asked at once`);
  const vectors = makeUpVectors(encoders, base.factCount);
  const questions = generateQuestions(articles, burst, random);
  const askedAt = nowMs();
  await Promise.all(
    questions.map(({ text }) => answerQuestion(readQuestion(base, text), { limit: LIMIT, vectors })),
  );
  return { factMs, burst, lastMs: nowMs() - askedAt, burstFacts: base.factCount };
}
