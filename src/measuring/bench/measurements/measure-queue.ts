import {
  findUnanswered,
  listUnanswered,
  type UnansweredEntry,
} from '../../../requests/unanswered/unanswered.ts';
import type { Instruments } from '../../kit/instruments.ts';
import { pick, type Random, seededRandom } from '../../kit/random.ts';
import { generateQuestions } from '../../made-up/generate-questions.ts';
import { longestHoldUp } from './longest-hold-up.ts';
import { type BotParts, type BotPartsOptions, withBotParts } from './with-bot-parts.ts';

/** What a long queue of unanswered questions in one server costs. */
export interface QueueCost {
  readonly questions: number;
  /** What they come to, where those that ask the same are one. */
  readonly entries: number;
  /** The whole queue each time. */
  readonly listMs: readonly number[];
  /** For how long at most nothing else had a turn while it was listed. */
  readonly heldUpMs: number;
  /** One entry each, from everywhere in the queue. */
  readonly findMs: readonly number[];
}

const SEED = 20_261_128;
const GUILD = 'server';
const REQUEST = {
  requester: { memberId: 'moderator', isModerator: true, managesServer: false },
  guildId: GUILD,
};
/** In other words, or rather in another order. */
const ASKED_AGAIN_SHARE = 0.2;
const LISTINGS = 3;
/** The queue is listed once in any case, and no further time when this is up. */
const LISTING_BUDGET_MS = 8_000;
const FINDINGS = 20;

/**
 * Measures a queue of `questions`, at least 1, on the articles of the shared folder.
 *
 * @throws {StoreError} where nothing can be written in the system's temporary folder
 */
export function measureQueue(
  questions: number,
  options: BotPartsOptions,
  instruments: Instruments,
): Promise<QueueCost> {
  return withBotParts(options, async (parts) => {
    await recordAll(parts, queueOf(questions, options.shared), instruments);
    return timeQueue(parts, questions, instruments);
  });
}

/** Questions of each kind; a fifth asks what one of the others does, with the last word first. */
function queueOf(count: number, articles: BotPartsOptions['shared']): readonly string[] {
  const random = seededRandom(SEED);
  const different = Math.ceil(count * (1 - ASKED_AGAIN_SHARE));
  const texts = generateQuestions(articles, different, random).map(({ text }) => text);
  const again = Array.from({ length: count - different }, () => reordered(pick(random, texts)));
  return shuffled([...texts, ...again], random);
}

function reordered(question: string): string {
  const words = question.replace('?', '').split(' ');
  return `${[words.at(-1), ...words.slice(0, -1)].join(' ')}?`;
}

/** @see https://en.wikipedia.org/wiki/Fisher%E2%80%93Yates_shuffle */
function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
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
  let [entries, heldUpMs]: [readonly UnansweredEntry[], number] = [[], 0];
  const listMs: number[] = [];
  const endsAt = nowMs() + LISTING_BUDGET_MS;
  while (listMs.length === 0 || (listMs.length < LISTINGS && nowMs() < endsAt)) {
    onStep(`the queue is listed, ${listMs.length + 1} of ${LISTINGS}`);
    const longestMs = await longestHoldUp({ nowMs }, async () => {
      const startedAt = nowMs();
      entries = await listUnanswered(queue, REQUEST);
      listMs.push(nowMs() - startedAt);
    });
    heldUpMs = Math.max(heldUpMs, longestMs);
  }
  return { entries, listMs, heldUpMs };
}

async function timeFinding(
  queue: BotParts,
  entries: readonly UnansweredEntry[],
  { nowMs, onStep }: Instruments,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const { id } of spread(entries, FINDINGS)) {
    onStep(`an entry is found, ${times.length + 1} of ${FINDINGS}`);
    const startedAt = nowMs();
    await findUnanswered(queue, { ...REQUEST, askedId: id });
    times.push(nowMs() - startedAt);
  }
  return times;
}

/** So many of `items`, or all, evenly from first to last. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  const most = Math.min(count, items.length);
  return Array.from({ length: most }, (_, turn) => items[Math.floor((turn * items.length) / most)]).flatMap(
    (item) => item ?? [],
  );
}
