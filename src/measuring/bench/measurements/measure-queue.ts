import { shuffle } from '../../../kit/shuffle.ts';
import {
  findUnanswered,
  listUnanswered,
  type UnansweredEntry,
} from '../../../requests/unanswered/unanswered.ts';
import type { Instruments } from '../../kit/instruments.ts';
import { createRandom, pickItem } from '../../kit/random.ts';
import { sampleEvenly } from '../../kit/statistics.ts';
import { generateQuestions } from '../../made-up/generate-questions.ts';
import { type BotParts, type BotPartsOptions, runWithBotParts } from './bot-parts.ts';
import { measureLongestBlock } from './measure-blocking.ts';

/** The cost of a long unanswered queue in one server. */
export interface QueueCost {
  readonly questions: number;
  /** How many entries they make, after questions that ask the same are merged. */
  readonly entries: number;
  /** The times to list the whole queue. */
  readonly listMs: readonly number[];
  /** The longest time for which listing blocked the event loop. */
  readonly longestBlockMs: number;
  /** The times to find one entry, for entries spread over the queue. */
  readonly findMs: readonly number[];
}

const SEED = 20_261_128;
const GUILD = 'server';
const REQUEST = {
  requester: { memberId: 'moderator', isModerator: true, managesServer: false },
  guildId: GUILD,
};
/** The share of questions that repeat another one with the words in another order. */
const ASKED_AGAIN_SHARE = 0.2;
const LISTINGS = 3;
/** The queue is listed at least once, and not again after this time. */
const LISTING_BUDGET_MS = 8_000;
const FINDINGS = 20;

/**
 * Measures a queue of this many `questions`, at least 1, on the articles of the shared folder.
 *
 * @throws {StoreError} where nothing can be written in the system's temporary folder
 */
export function measureQueue(
  questions: number,
  options: BotPartsOptions,
  instruments: Instruments,
): Promise<QueueCost> {
  return runWithBotParts(options, async (parts) => {
    await recordAll(parts, makeUpQueue(questions, options.shared), instruments);
    return timeQueue(parts, questions, instruments);
  });
}

/** Makes up questions of each kind. A fifth of them repeat another one with the last word first. */
function makeUpQueue(count: number, articles: BotPartsOptions['shared']): readonly string[] {
  const random = createRandom(SEED);
  const different = Math.ceil(count * (1 - ASKED_AGAIN_SHARE));
  const texts = generateQuestions(articles, different, random).map(({ text }) => text);
  const again = Array.from({ length: count - different }, () => reorder(pickItem(random, texts)));
  return shuffle([...texts, ...again], random);
}

function reorder(question: string): string {
  const words = question.replace('?', '').split(' ');
  return `${[words.at(-1), ...words.slice(0, -1)].join(' ')}?`;
}

async function recordAll(
  { store }: BotParts,
  questions: readonly string[],
  { onStep }: Instruments,
): Promise<void> {
  for (const [index, question] of questions.entries()) {
    if (index % 100 === 0) onStep(`question ${index + 1} of ${questions.length} is written down`);
    await store.asked.record({
      question,
      understoodAs: null,
      outcome: 'unknown',
      confidence: 0,
      factId: null,
      guildId: GUILD,
      channelId: 'channel',
      askerId: `member-${index % 100}`,
      isAskedPrivately: false,
      isAnsweredPrivately: false,
      isInHiddenChannel: false,
    });
  }
}

async function timeQueue(queue: BotParts, questions: number, instruments: Instruments): Promise<QueueCost> {
  const listed = await timeListing(queue, instruments);
  const findMs = await timeFinding(queue, listed.entries, instruments);
  return { ...listed, questions, entries: listed.entries.length, findMs };
}

async function timeListing(queue: BotParts, { nowMs, onStep }: Instruments) {
  let [entries, longestBlockMs]: [readonly UnansweredEntry[], number] = [[], 0];
  const listMs: number[] = [];
  const endsAt = nowMs() + LISTING_BUDGET_MS;
  while (listMs.length === 0 || (listMs.length < LISTINGS && nowMs() < endsAt)) {
    onStep(`the queue is listed, ${listMs.length + 1} of ${LISTINGS}`);
    const blockMs = await measureLongestBlock({ nowMs }, async () => {
      const startedAt = nowMs();
      entries = await listUnanswered(queue, REQUEST);
      listMs.push(nowMs() - startedAt);
    });
    longestBlockMs = Math.max(longestBlockMs, blockMs);
  }
  return { entries, listMs, longestBlockMs };
}

async function timeFinding(
  queue: BotParts,
  entries: readonly UnansweredEntry[],
  { nowMs, onStep }: Instruments,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const { id } of sampleEvenly(entries, FINDINGS)) {
    onStep(`an entry is found, ${times.length + 1} of ${FINDINGS}`);
    const startedAt = nowMs();
    await findUnanswered(queue, { ...REQUEST, askedId: id });
    times.push(nowMs() - startedAt);
  }
  return times;
}
