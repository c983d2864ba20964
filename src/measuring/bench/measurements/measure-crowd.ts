import type { Instruments } from '../../kit/instruments.ts';
import { createRandom, pickNumber } from '../../kit/random.ts';
import {
  type MadeUpServer,
  makeUpQuestion,
  makeUpServer,
  writeServer,
} from '../../made-up/made-up-servers.ts';
import { type AnswerTime, askEach, type PlannedQuestion } from './ask-each.ts';
import { type BotParts, type BotPartsOptions, runWithBotParts } from './bot-parts.ts';

/** The cost of many servers that are all asked now and then. */
export interface CrowdCost {
  readonly servers: number;
  /** The time of each question, in the order in which they were asked. */
  readonly asked: readonly AnswerTime[];
  /** Resident memory of the process before the first question, and at the most between two questions. */
  readonly idleBytes: number;
  readonly mostBytes: number;
}

const SEED = 60_000_000;
/** Each server has 40 to 400 facts of its own. */
const SENTENCES = 20;
const ARTICLES = { least: 2, most: 20 } as const;
/** Enough to fill every cache; at 20 questions a server and day, 10,000 servers ask them in 36 minutes. */
const QUESTIONS = 5_000;

interface CrowdDeps extends BotParts {
  readonly servers: number;
  readonly instruments: Instruments;
}

/**
 * Measures what many servers with articles of their own cost, which are asked at random, one question after the other.
 *
 * @throws {StoreError} where nothing can be written in the system's temporary folder
 */
export function measureCrowd(
  servers: number,
  options: BotPartsOptions,
  instruments: Instruments,
): Promise<CrowdCost> {
  return runWithBotParts(options, (parts) => measure({ ...parts, servers, instruments }));
}

async function measure({ servers, store, knowledge, instruments }: CrowdDeps): Promise<CrowdCost> {
  const { nowMs, onStep, collectGarbage } = instruments;
  for (let number = 0; number < servers; number++) {
    onStep(`server ${number + 1} of ${servers} is written down`);
    await writeServer(store, makeUpMember(number));
  }
  collectGarbage();
  const idleBytes = process.memoryUsage.rss();
  let mostBytes = idleBytes;
  const onAsked = (count: number): void => {
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss());
    onStep(`question ${count} of ${QUESTIONS} in ${servers} servers`);
  };
  const limits = { budgetMs: Number.POSITIVE_INFINITY, least: QUESTIONS };
  const asked = await askEach({ knowledge, nowMs, ...limits, onAsked }, planQuestions(servers));
  return { servers, asked, idleBytes, mostBytes };
}

/** Plans questions in servers that are picked at random. */
function* planQuestions(servers: number): Iterable<PlannedQuestion> {
  const random = createRandom(SEED);
  for (let turn = 0; turn < QUESTIONS; turn++) {
    const { guildId, articles } = makeUpMember(pickNumber(random, 0, servers - 1));
    yield { guildId, question: makeUpQuestion(articles, turn) };
  }
}

function makeUpMember(number: number): MadeUpServer {
  const articles = pickNumber(createRandom(SEED + number), ARTICLES.least, ARTICLES.most);
  return makeUpServer(number, { articles, sentences: SENTENCES });
}
